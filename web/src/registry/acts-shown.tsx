import { EraseGround, linkRecords, readRecord, unlinkRecords } from '@solferino/server/registry/contract'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { useAnswer } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { writtenName } from '#registry/claims.ts'
import { Facts } from '#ui/facts.tsx'
import { Name } from '#ui/name.tsx'
import { RecordNumber } from '#ui/record-number.tsx'

type ActProps = { readonly payload: unknown; readonly subject: string }

/** Two records that are proposed to speak of one person, each with its literal line, and on what basis. */
export function LinkAct({ payload }: ActProps) {
  const text = useText()
  const asked = linkRecords.input.safeParse(payload).data
  if (!asked) return null
  return (
    <div className="sf-stack-wide">
      <RecordShown id={asked.id} />
      <RecordShown id={asked.other} />
      <Facts facts={[{ label: text('registry.field.basis'), value: text(`registry.basis.${asked.basis}`) }]} />
    </div>
  )
}

/** A link that is proposed to be ended, and why. */
export function UnlinkAct({ payload, subject }: ActProps) {
  const text = useText()
  const asked = unlinkRecords.input.safeParse(payload).data
  if (!asked) return null
  return (
    <div className="sf-stack-wide">
      <RecordShown id={subject} />
      <Facts facts={[{ label: text('registry.field.reason'), value: text(`registry.ended.${asked.reason}`) }]} />
      <p className="sf-caption">{text('registry.unlinkRecords.effect')}</p>
    </div>
  )
}

const Erased = z.object({ id: z.string(), ground: EraseGround, subjects: z.array(z.string()) })

/** Whatever is proposed to be erased for ever, and on what ground. */
export function EraseAct({ payload }: ActProps) {
  const text = useText()
  const asked = Erased.safeParse(payload).data
  if (!asked) return null
  return (
    <div className="sf-stack-wide">
      <Facts
        facts={[
          { label: text('registry.field.ground'), value: text(`registry.ground.${asked.ground}`) },
          { label: text('registry.erase.count'), value: String(asked.subjects.length) },
        ]}
      />
      {asked.subjects.map((id) => (
        <RecordShown key={id} id={id} />
      ))}
      <p className="sf-caption">{text('registry.erase.effect')}</p>
    </div>
  )
}

/** A record as far as the reader may see it: name, number, the line as it stood. */
function RecordShown({ id }: { readonly id: string }) {
  const may = useMay()
  const isRecord = /^RM?-/.test(id)
  const record = useAnswer(readRecord, { id }, { enabled: isRecord && may('registry.read') }).output
  if (!record) return <RecordNumber number={id} />
  return (
    <div>
      <Link to={`/registry/records/${id}`} className="sf-row sf-wrap">
        <Name written={writtenName(record.content.description.names[0])} />
        <RecordNumber number={id} />
      </Link>
      <blockquote className="sf-source sf-quote" dir="auto">
        {record.content.literal}
      </blockquote>
    </div>
  )
}

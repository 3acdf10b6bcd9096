import { unlinkRecords } from '@solferino/server/registry/contract'
import { useState } from 'react'
import type { z } from 'zod'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import type { PersonRead } from '#registry/person.tsx'
import { Act } from '#ui/act.tsx'
import { Day } from '#ui/elapsed.tsx'
import { Choice } from '#ui/fields.tsx'
import { RecordNumber } from '#ui/record-number.tsx'

const Reason = unlinkRecords.input.shape.reason

/** Why the records of a person belong together: each link with its basis and day, and those that were ended. */
export function Links({ person, mayPart }: { readonly person: PersonRead; readonly mayPart: boolean }) {
  const text = useText()
  return (
    <section className="sf-stack-wide">
      <h2 className="sf-section-title">{text('registry.links')}</h2>
      {person.links.map((link) => (
        <div key={link.id} className="sf-stack" data-ended={link.endedAt !== null}>
          <span className="sf-row sf-wrap">
            <RecordNumber number={link.first} />
            <span aria-hidden="true">=</span>
            <RecordNumber number={link.second} />
          </span>
          <span className="sf-second">
            {text(`registry.basis.${link.basis}`)} · <Day at={link.linkedAt} />
            {link.endedAt !== null && (
              <>
                {' · '}
                {text('registry.link.ended')} <Day at={link.endedAt} />
              </>
            )}
          </span>
          {mayPart && link.endedAt === null && <Part id={link.id} />}
        </div>
      ))}
    </section>
  )
}

function Part({ id }: { readonly id: string }) {
  const text = useText()
  const running = useOperation(unlinkRecords)
  const [reason, setReason] = useState<z.infer<typeof Reason> | null>(null)
  const act = async () => (reason === null ? { ok: false } : running.run({ id, reason }))
  return (
    <Act
      slice="registry"
      title={text('registry.unlinkRecords.title')}
      running={running}
      isReady={reason !== null}
      act={act}
      done={text('registry.proposed')}
    >
      <p className="sf-caption">{text('registry.unlinkRecords.effect')}</p>
      <Choice
        label={text('registry.field.reason')}
        options={Reason.options}
        words={(one) => text(`registry.ended.${one}`)}
        value={reason}
        change={setReason}
        isRequired
      />
    </Act>
  )
}

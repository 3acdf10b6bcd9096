import { confirmAuthenticity, Confirmation, returnList, ReturnReason } from '@solferino/server/intake/contract'
import { useState } from 'react'
import { useOperation } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import type { ListRead } from '#intake/states.ts'
import { Act } from '#ui/act.tsx'
import { Choice, Line } from '#ui/fields.tsx'

/** What the liaison of this channel may do with a list: say that its origin is sure, or give it back. */
export function ListActs({ list }: { readonly list: ListRead }) {
  const text = useText()
  const may = useMay()
  if (!may('intake.receive') || list.state === 'returned') return null
  const isSure = list.authenticity === 'confirmed'
  const mayReturn = list.state !== 'registered'
  if (isSure && !mayReturn) return null
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('intake.acts')}</h2>
      {!isSure && <Confirm id={list.id} />}
      {mayReturn && <Return list={list} />}
    </section>
  )
}

function Confirm({ id }: { readonly id: string }) {
  const text = useText()
  const running = useOperation(confirmAuthenticity)
  const [how, setHow] = useState<(typeof Confirmation.options)[number] | null>(null)
  const [by, setBy] = useState('')
  const act = async () => (how === null ? { ok: false } : running.run({ id, how, by }))
  return (
    <Act
      slice="intake"
      title={text('intake.confirmAuthenticity.title')}
      running={running}
      isReady={how !== null && by.trim() !== ''}
      act={act}
    >
      <p className="sf-caption">{text('intake.confirmAuthenticity.effect')}</p>
      <Choice
        label={text('intake.field.how')}
        options={Confirmation.options}
        words={(one) => text(`intake.how.${one}`)}
        value={how}
        change={setHow}
        isRequired
      />
      <Line label={text('intake.field.by')} value={by} change={setBy} isRequired />
    </Act>
  )
}

function Return({ list }: { readonly list: ListRead }) {
  const text = useText()
  const running = useOperation(returnList)
  const [reason, setReason] = useState<(typeof ReturnReason.options)[number] | null>(null)
  const act = async () => (reason === null ? { ok: false } : running.run({ id: list.id, reason }))
  return (
    <Act slice="intake" title={text('intake.returnList.title')} running={running} isReady={reason !== null} act={act}>
      <p className="sf-caption">{text('intake.returnList.effect')}</p>
      <Choice
        label={text('intake.field.reason')}
        options={ReturnReason.options}
        words={(one) => text(`intake.returned.${one}`)}
        value={reason}
        change={setReason}
        isRequired
      />
    </Act>
  )
}

import { type ListRow, withdrawRow } from '@solferino/server/intake/contract'
import { WithdrawnReason } from '@solferino/server/registry/contract'
import { useState } from 'react'
import type { z } from 'zod'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { Act } from '#ui/act.tsx'
import { Choice, Line } from '#ui/fields.tsx'
import { Name } from '#ui/name.tsx'
import { RecordNumber } from '#ui/record-number.tsx'

type WithdrawRowProps = {
  readonly list: string
  readonly row: z.infer<typeof ListRow>
  readonly done: () => void
}

/** The sender takes a row back, or says it otherwise: what follows is said before it is done. */
export function WithdrawRow({ list, row, done }: WithdrawRowProps) {
  const text = useText()
  const running = useOperation(withdrawRow)
  const [reason, setReason] = useState<z.infer<typeof WithdrawnReason> | null>(null)
  const [replacedBy, setReplacedBy] = useState('')
  const record = row.record
  if (record === null) return null
  const isCorrected = reason === 'sender_corrected'
  const act = async () => {
    if (reason === null) return { ok: false }
    const replacement = isCorrected && replacedBy.trim() !== '' ? replacedBy.trim().toUpperCase() : null
    const reply = await running.run({ id: list, record, reason, replacedBy: replacement })
    if (reply.ok) done()
    return reply
  }
  return (
    <section className="sf-stack">
      <span className="sf-second">{text('intake.withdrawRow.of', { row: row.row })}</span>
      <h2>{row.name === null ? <RecordNumber number={record} /> : <Name written={row.name} size="head" />}</h2>
      {row.name !== null && (
        <span>
          <RecordNumber number={record} isTag />
        </span>
      )}
      <Act
        slice="intake"
        title={text('intake.withdrawRow.title')}
        running={running}
        isReady={reason !== null}
        act={act}
      >
        <p className="intake-warning">{text('intake.withdrawRow.effect')}</p>
        <Choice
          label={text('intake.field.withdrawnReason')}
          options={WithdrawnReason.options}
          words={(one) => text(`registry.withdrawn.${one}`)}
          value={reason}
          change={setReason}
          isRequired
        />
        {isCorrected && (
          <Line
            label={text('intake.field.replacedBy')}
            hint={text('intake.field.replacedByHint')}
            value={replacedBy}
            change={setReplacedBy}
          />
        )}
      </Act>
    </section>
  )
}

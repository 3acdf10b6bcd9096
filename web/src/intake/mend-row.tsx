import { Button, TextInput } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { type ListRow, mendRow, setAsideRows, SetAsideReason } from '@solferino/server/intake/contract'
import { type FormEvent, useRef, useState } from 'react'
import type { z } from 'zod'
import { useKeys } from '#kernel/keys.tsx'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { problemOfColumn, useReason } from '#intake/problems.ts'
import { Act } from '#ui/act.tsx'
import { Choice } from '#ui/fields.tsx'
import { Keys } from '#ui/keys.tsx'
import { TroubleLine } from '#ui/trouble.tsx'

type Row = z.infer<typeof ListRow>
type MendRowProps = {
  readonly row: Row
  readonly list: string
  readonly rows: readonly Row[]
  readonly isMine: boolean
}

/** One row that cannot be read: the line as it stands, and beside it what a person reads in each cell. */
export function MendRow({ row, list, rows, isMine }: MendRowProps) {
  const text = useText()
  const reason = useReason()
  return (
    <section className="intake-mend sf-stack-wide" aria-label={text('intake.mend.row', { row: row.row })}>
      <div>
        <h2 className="sf-head-title">{text('intake.mend.row', { row: row.row })}</h2>
        <p className="intake-problem" data-tone="serious">
          <IconAlertCircle size={16} stroke={1.5} aria-hidden="true" />
          {reason(row.reason)}
        </p>
      </div>
      <blockquote className="sf-source sf-quote" dir="auto">
        {row.line}
      </blockquote>
      {isMine && <Choices row={row} />}
      {isMine && <SetAside row={row} list={list} rows={rows} />}
    </section>
  )
}

/** Keeping it as written comes first; typing what it should be is the other way. */
function Choices({ row }: { readonly row: Row }) {
  const text = useText()
  const { run, isPending, trouble } = useOperation(mendRow)
  const [cells, setCells] = useState(row.cells.length > 0 ? row.cells : row.headings.map(() => ''))
  const [still, setStill] = useState<{ readonly reason: Row['reason']; readonly problems: Row['problems'] } | null>(
    null,
  )
  const form = useRef<HTMLFormElement>(null)
  const problems = still?.problems ?? row.problems
  const hasCells = row.headings.length > 0
  const mend = async (asItStands: boolean) => {
    const typed = row.cells.length === 0 || cells.some((cell, at) => cell !== row.cells[at]) ? cells : null
    const reply = await run({ id: row.id, cells: typed, asItStands })
    if (reply.ok) setStill(reply.output.state === 'quarantined' ? reply.output : null)
  }
  const toCell = () => form.current?.querySelector<HTMLInputElement>('[aria-invalid=true], input')?.focus()
  useKeys([
    { code: 'Digit1', cap: '1', label: 'intake.mend.asItStands', run: () => void mend(true) },
    { code: 'Digit2', cap: '2', label: 'intake.mend.type', run: toCell },
  ])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void mend(false)
  }
  if (!hasCells) return <p className="sf-second">{text('intake.mend.noCells')}</p>
  return (
    <form ref={form} className="sf-stack-wide" onSubmit={submit}>
      <div className="sf-row sf-wrap">
        <Button loading={isPending} rightSection={<Keys caps={['1']} />} onClick={() => void mend(true)}>
          {text('intake.mend.asItStands')}
        </Button>
        <span className="sf-second">{text('intake.mend.asItStandsMeans')}</span>
      </div>
      <h3 className="sf-section-title sf-row">
        {text('intake.mend.type')} <Keys caps={['2']} />
      </h3>
      <div className="intake-cells">
        {row.headings.map((heading, at) => {
          const problem = problemOfColumn(problems, at + 1)
          const isWrong = problem !== undefined && problem.code !== 'date_ambiguous'
          return (
            <TextInput
              // eslint-disable-next-line react/no-array-index-key -- two columns may bear the same heading
              key={at}
              label={<bdi dir="auto">{heading.trim() === '' ? text('intake.columns.noHeading') : heading}</bdi>}
              error={isWrong ? text(`intake.reason.${problem.code}`) : null}
              dir="auto"
              maxLength={2_000}
              autoComplete="off"
              value={cells[at] ?? ''}
              onChange={(event) => {
                const value = event.currentTarget.value
                setCells((was) => was.map((cell, place) => (place === at ? value : cell)))
              }}
            />
          )
        })}
      </div>
      {still && (
        <p role="alert" className="intake-problem" data-tone="serious">
          <IconAlertCircle size={16} stroke={1.5} aria-hidden="true" />
          {text('intake.mend.still', { reason: still.reason === null ? '' : text(`intake.reason.${still.reason}`) })}
        </p>
      )}
      <TroubleLine slice="intake" trouble={trouble} kept />
      <div>
        <Button type="submit" variant="filled" loading={isPending}>
          {text('intake.mend.go')}
        </Button>
      </div>
    </form>
  )
}

/** A row that is to become no record, alone or with all that wait for the same reason; its line is kept. */
function SetAside({ row, list, rows }: Omit<MendRowProps, 'isMine'>) {
  const text = useText()
  const running = useOperation(setAsideRows)
  const [reason, setReason] = useState<z.infer<typeof SetAsideReason> | null>(null)
  const [scope, setScope] = useState<'one' | 'alike'>('one')
  const alike = rows.filter((one) => one.reason === row.reason)
  const chosen = scope === 'alike' ? alike : [row]
  const act = async () =>
    reason === null ? { ok: false } : running.run({ id: list, rows: chosen.slice(0, 200).map(({ id }) => id), reason })
  return (
    <Act slice="intake" title={text('intake.setAsideRows.title')} running={running} isReady={reason !== null} act={act}>
      <p className="sf-caption">{text('intake.setAsideRows.effect')}</p>
      <Choice
        label={text('intake.field.setAsideReason')}
        options={SetAsideReason.options}
        words={(one) => text(`intake.reason.${one}`)}
        value={reason}
        change={setReason}
        isRequired
      />
      {alike.length > 1 && (
        <Choice
          label={text('intake.setAsideRows.scope')}
          options={['one', 'alike'] as const}
          words={(one) => text(`intake.setAsideRows.${one}`, { count: alike.length })}
          value={scope}
          change={(next) => setScope(next ?? 'one')}
        />
      )}
    </Act>
  )
}

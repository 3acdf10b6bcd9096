import { Button, Select } from '@mantine/core'
import { DateOrder, Field, type Mapping, previewList, runList, setMapping } from '@solferino/server/intake/contract'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { OutputOf } from '#kernel/client.ts'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { ListHead, useList } from '#intake/list-head.tsx'
import { Preview } from '#intake/preview.tsx'
import type { ListRead } from '#intake/states.ts'
import { Confidence } from '#ui/confidence.tsx'
import { Choice } from '#ui/fields.tsx'
import { oneOf } from '#ui/filter.ts'
import { Keys } from '#ui/keys.tsx'
import { Page } from '#ui/page.tsx'
import { Answered, TroubleLine } from '#ui/trouble.tsx'

export type Seen = OutputOf<typeof previewList>
type Mapped = z.infer<typeof Mapping>

/** From a file to readable rows: what each column is taken for, and the first rows as written and as read. */
export function Columns() {
  const { id, answer } = useList()
  const [changed, setChanged] = useState<Mapped | null>(null)
  // Looking through a file goes on in the background: until it is done, the screen asks by itself.
  const [isLooking, setLooking] = useState(false)
  const seen = useAnswer(previewList, { id, mapping: changed }, { everyMs: isLooking ? lookMs : false })
  const isUnread = seen.trouble?.code === 'not_read_yet'
  if (isUnread !== isLooking) setLooking(isUnread)
  const list = answer.output
  return (
    <Page
      title={id}
      {...(list && seen.output ? { bar: <Bar list={list} seen={seen.output} changed={changed} /> } : {})}
    >
      <Answered slice="intake" answer={answer}>
        {(found) => (
          <>
            <ListHead list={found} />
            <Answered slice="intake" answer={seen}>
              {(shown) => (
                <div className="intake-focus">
                  <ColumnList seen={shown} change={setChanged} />
                  <Preview seen={shown} />
                </div>
              )}
            </Answered>
          </>
        )}
      </Answered>
    </Page>
  )
}

const lookMs = 1_000

const mappingOf = ({ columns, dateOrder }: Seen): Mapped => ({
  columns: columns.map(({ heading, field }) => ({ heading, field })),
  dateOrder,
})

type ColumnListProps = { readonly seen: Seen; readonly change: (mapping: Mapped) => void }

function ColumnList({ seen, change }: ColumnListProps) {
  const text = useText()
  const mapping = mappingOf(seen)
  const take = (place: number, field: z.infer<typeof Field> | null) =>
    change({ ...mapping, columns: mapping.columns.map((one, at) => (at === place ? { ...one, field } : one)) })
  return (
    <section className="intake-columns" aria-label={text('intake.columns')}>
      <div className="sf-row">
        <h2 className="sf-section-title sf-grow">{text('intake.columns')}</h2>
        <span className="sf-second">{text(`intake.from.${seen.from}`)}</span>
      </div>
      <ol className="intake-column-list">
        {seen.columns.map((column, place) => (
          // eslint-disable-next-line react/no-array-index-key -- two columns may bear the same heading; the place tells them apart
          <li key={place}>
            <ColumnLine column={column} take={(field) => take(place, field)} />
          </li>
        ))}
      </ol>
      <Choice
        label={text('intake.field.dateOrder')}
        hint={text('intake.field.dateOrderHint')}
        none={text('intake.dateOrder.both')}
        options={DateOrder.options}
        words={(one) => text(`intake.dateOrder.${one}`)}
        value={seen.dateOrder}
        change={(dateOrder) => change({ ...mapping, dateOrder })}
      />
      <p className="sf-caption">{text('intake.columns.kept')}</p>
      {seen.sheetsLeftOut.length > 0 && (
        <p className="sf-caption">{text('intake.columns.leftOut', { sheets: seen.sheetsLeftOut.join(' · ') })}</p>
      )}
    </section>
  )
}

type ColumnLineProps = {
  readonly column: Seen['columns'][number]
  readonly take: (field: z.infer<typeof Field> | null) => void
}

const unused = 'none'

function ColumnLine({ column, take }: ColumnLineProps) {
  const text = useText()
  const heading = column.heading.trim() === '' ? text('intake.columns.noHeading') : column.heading
  const isUnsure = column.confidence === 1
  return (
    <div className="intake-column">
      <bdi dir="auto" className="intake-column-heading">
        {heading}
      </bdi>
      <Select
        aria-label={text('intake.columns.takenFor', { heading })}
        data={[unused, ...Field.options].map((one) => ({ value: one, label: text(`intake.column.${one}`) }))}
        value={column.field ?? unused}
        allowDeselect={false}
        searchable
        nothingFoundMessage={text('intake.columns.noField')}
        data-unsure={isUnsure}
        classNames={{ input: 'intake-column-field' }}
        onChange={(next) => take(oneOf(Field.options, next ?? undefined) ?? null)}
      />
      <Confidence level={column.confidence} />
    </div>
  )
}

type BarProps = { readonly list: ListRead; readonly seen: Seen; readonly changed: Mapped | null }

function Bar({ list, seen, changed }: BarProps) {
  const text = useText()
  const navigate = useNavigate()
  const save = useOperation(setMapping)
  const start = useOperation(runList)
  const mapping = changed ?? mappingOf(seen)
  const keep = async (): Promise<boolean> => {
    const isKept = seen.from === 'set' && changed === null
    return isKept || (await save.run({ id: list.id, ...mapping })).ok
  }
  const leave = async () => {
    if (await keep()) await navigate({ to: `/intake/${list.id}` })
  }
  const finish = async () => {
    if (!(await keep())) return
    const reply = await start.run({ id: list.id })
    if (reply.ok) await navigate({ to: `/intake/${list.id}/rows` })
  }
  useFinishKey(() => void finish())
  const isSettled = list.completedAt !== null && list.counts.quarantined === 0
  return (
    <>
      <Tally seen={seen} />
      <TroubleLine slice="intake" trouble={save.trouble ?? start.trouble} kept />
      <span className="intake-bar-end">
        <Button loading={save.isPending} onClick={() => void leave()}>
          {text('intake.columns.save')}
        </Button>
        {!isSettled && (
          <Button
            variant="filled"
            data-variant="filled"
            loading={start.isPending}
            rightSection={<Keys caps={['Ctrl', '↵']} isAlways />}
            onClick={() => void finish()}
          >
            {text(list.completedAt === null ? 'intake.columns.run' : 'intake.columns.runAgain')}
          </Button>
        )}
      </span>
    </>
  )
}

/** What the first rows come to: read, to look at, and held back. None is dropped. */
function Tally({ seen }: { readonly seen: Seen }) {
  const text = useText()
  const held = seen.rows.filter((row) => row.content === null).length
  const looked = seen.rows.filter((row) => row.content !== null && row.problems.length > 0).length
  return (
    <span className="sf-row sf-wrap intake-tally sf-figures">
      <span className="sf-dim">{text('intake.tally.of', { count: seen.rows.length })}</span>
      <span>{text('intake.tally.read', { count: seen.rows.length - held })}</span>
      {looked > 0 && <span data-tone="attention">{text('intake.tally.look', { count: looked })}</span>}
      <span data-tone={held > 0 ? 'serious' : 'plain'}>{text('intake.tally.held', { count: held })}</span>
      <span>{text('intake.tally.dropped')}</span>
    </span>
  )
}

function useFinishKey(finish: () => void): void {
  useEffect(() => {
    // Ctrl Enter always acts: it is no single letter.
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
      event.preventDefault()
      finish()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [finish])
}

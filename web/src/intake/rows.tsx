import { Button } from '@mantine/core'
import { type ListRow, listRows, RowState } from '@solferino/server/intake/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { usePages } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { ListHead, useList } from '#intake/list-head.tsx'
import { useReason } from '#intake/problems.ts'
import { RunList } from '#intake/run-list.tsx'
import { type ListRead, nextStep, rowFillOf } from '#intake/states.ts'
import { WithdrawRow } from '#intake/withdraw-row.tsx'
import { Chips } from '#ui/chips.tsx'
import { oneOf, useFilter } from '#ui/filter.ts'
import { JobBar } from '#ui/job-bar.tsx'
import { Name } from '#ui/name.tsx'
import { Inspector, Page } from '#ui/page.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { StateRing } from '#ui/state-ring.tsx'
import { Answered, Empty } from '#ui/trouble.tsx'
import '#ui/table.css'

type Row = z.infer<typeof ListRow>

const views = ['all', ...RowState.options] as const

/** The rows of a list in the order of the file, and what became of each. */
export function Rows() {
  const { id, answer, job } = useList()
  const may = useMay()
  const [chosen, setChosen] = useState<Row | null>(null)
  const mayWithdraw = may('intake.receive')
  return (
    <Page
      title={id}
      {...(chosen && mayWithdraw
        ? {
            inspector: (
              <Inspector>
                <WithdrawRow key={chosen.id} list={id} row={chosen} done={() => setChosen(null)} />
              </Inspector>
            ),
          }
        : {})}
      drawer={{ isOpen: chosen !== null, close: () => setChosen(null) }}
    >
      <Answered slice="intake" answer={answer}>
        {(list) => (
          <>
            <ListHead list={list} />
            <div className="sf-stack-wide">
              {job && <JobBar job={job} />}
              {!job && nextStep(list) === 'run' && may('intake.register') && (
                <div className="sf-row sf-wrap">
                  <RunList id={id} />
                </div>
              )}
              <RowTable list={list} chosen={chosen} choose={mayWithdraw ? setChosen : null} />
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}

const countOf = ({ counts }: ListRead): Readonly<Record<(typeof views)[number], number>> => {
  const { registered, known, quarantined, setAside, withdrawn, erased } = counts
  const all = registered + known + quarantined + setAside + withdrawn + erased
  return { all, registered, known, quarantined, set_aside: setAside, withdrawn, erased }
}

type RowTableProps = {
  readonly list: ListRead
  readonly chosen: Row | null
  readonly choose: ((row: Row) => void) | null
}

function RowTable({ list, chosen, choose }: RowTableProps) {
  const text = useText()
  const [filter, change] = useFilter()
  const state = oneOf(RowState.options, filter['state'])
  const asked = { id: list.id, ...(state === undefined ? {} : { state }) }
  const pages = usePages(listRows, asked, ({ rows, next }) => ({ items: rows, next }))
  const counts = countOf(list)
  const chips = views.filter((one) => one === 'all' || counts[one] > 0 || one === state)
  return (
    <>
      <Chips
        label={text('intake.rows.show')}
        chosen={state ?? 'all'}
        choose={(next) => change({ state: next === 'all' ? null : next })}
        chips={chips.map((word) => ({ word, label: text(`intake.rowState.${word}`), count: counts[word] }))}
      />
      <Answered slice="intake" answer={pages}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{text(list.completedAt === null ? 'intake.rows.notRun' : 'intake.rows.nothing')}</Empty>
          ) : (
            <div className="sf-table-frame">
              <table className="sf-table intake-rows">
                <thead>
                  <tr>
                    <th scope="col">{text('intake.row')}</th>
                    <th scope="col">{text('intake.field.state')}</th>
                    <th scope="col">{text('intake.rows.became')}</th>
                    {choose && <td aria-hidden="true" />}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <RowLine key={row.id} row={row} list={list} isChosen={row.id === chosen?.id} choose={choose} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
      {pages.hasMore && (
        <div>
          <Button variant="subtle" onClick={pages.more}>
            {text('ui.more')}
          </Button>
        </div>
      )}
    </>
  )
}

type RowLineProps = {
  readonly row: Row
  readonly list: ListRead
  readonly isChosen: boolean
  readonly choose: ((row: Row) => void) | null
}

function RowLine({ row, list, isChosen, choose }: RowLineProps) {
  const text = useText()
  const reason = useReason()
  return (
    <tr data-chosen={isChosen}>
      <th scope="row" className="sf-figures">
        {row.row}
      </th>
      <td>
        <StateRing fill={rowFillOf[row.state]}>{text(`intake.rowState.${row.state}`)}</StateRing>
      </td>
      <td>
        {row.record !== null && (
          <Link to={`/registry/records/${row.record}`} className="sf-row sf-wrap intake-record">
            {row.name !== null && <Name written={row.name} />}
            <RecordNumber number={row.record} />
          </Link>
        )}
        {row.line !== null && (
          <p className="sf-source" dir="auto">
            {row.line}
          </p>
        )}
        {row.reason !== null && <span className="sf-second">{reason(row.reason)}</span>}
        {row.state === 'quarantined' && (
          <>
            {' '}
            <Link to={`/intake/${list.id}/mend`}>{text('intake.tab.mend')}</Link>
          </>
        )}
      </td>
      {choose && (
        <td data-end="true">
          {row.record !== null && (row.state === 'registered' || row.state === 'known') && (
            <Button size="compact-sm" variant="subtle" onClick={() => choose(row)}>
              {text('intake.withdrawRow.open')}
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}

import { SegmentedControl } from '@mantine/core'
import { IconAlertCircle, IconHelpCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#kernel/text.tsx'
import type { Seen } from '#intake/columns.tsx'
import { problemOfColumn, useReason } from '#intake/problems.ts'
import { type Reading, readingOf } from '#intake/readings.ts'
import { Chips } from '#ui/chips.tsx'
import { PartialDate } from '#ui/partial-date.tsx'
import '#ui/table.css'

type Row = Seen['rows'][number]

/** The first rows: above as written, below as read, each problem at its cell. */
export function Preview({ seen }: { readonly seen: Seen }) {
  const text = useText()
  const [view, setView] = useState<'all' | 'problems'>('all')
  const [sheet, setSheet] = useState('0')
  const own = seen.rows.filter((row) => String(row.sheet) === sheet)
  const troubled = own.filter((row) => row.content === null || row.problems.length > 0)
  const shown = view === 'problems' ? troubled : own
  const headings = seen.sheets[Number(sheet)]?.headings ?? []
  return (
    <div className="intake-preview">
      <div className="sf-row sf-wrap intake-preview-head">
        <h2 className="sf-section-title">{text('intake.preview')}</h2>
        <span className="sf-second sf-grow">{text('intake.preview.lead')}</span>
        {seen.sheets.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={text('intake.preview.sheet')}
            value={sheet}
            onChange={setSheet}
            data={seen.sheets.map(({ name }, place) => ({ value: String(place), label: name ?? String(place + 1) }))}
          />
        )}
        <Chips
          label={text('intake.preview.show')}
          chosen={view}
          choose={setView}
          chips={[
            { word: 'problems', label: text('intake.preview.problems'), count: troubled.length },
            { word: 'all', label: text('intake.preview.all'), count: own.length },
          ]}
        />
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reached by key (WCAG 2.1.1) */}
      <section className="sf-table-frame" tabIndex={0} aria-label={text('intake.preview')}>
        <table className="sf-table">
          <thead>
            <tr>
              <th scope="col">{text('intake.row')}</th>
              {headings.map((heading, place) => (
                // eslint-disable-next-line react/no-array-index-key -- two columns may bear the same heading
                <th key={place} scope="col">
                  <ColumnHead seen={seen} heading={heading} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <RowLine key={`${row.sheet} ${row.row}`} row={row} seen={seen} headings={headings} />
            ))}
          </tbody>
        </table>
      </section>
      {shown.length === 0 && <p className="sf-dim">{text('intake.preview.noProblems')}</p>}
    </div>
  )
}

const fieldOf = (seen: Seen, headings: readonly string[], place: number) => {
  const isSame = seen.columns.length === headings.length
  const heading = headings[place]
  return (isSame ? seen.columns[place] : seen.columns.find((one) => one.heading === heading))?.field ?? null
}

function ColumnHead({ seen, heading }: { readonly seen: Seen; readonly heading: string }) {
  const text = useText()
  const field = seen.columns.find((one) => one.heading === heading)?.field ?? null
  return (
    <>
      <bdi dir="auto" className="intake-head-written">
        {heading}
      </bdi>
      <span className="sf-caption">{text(`intake.column.${field ?? 'none'}`)}</span>
    </>
  )
}

type RowLineProps = { readonly row: Row; readonly seen: Seen; readonly headings: readonly string[] }

function RowLine({ row, seen, headings }: RowLineProps) {
  const text = useText()
  const reason = useReason()
  const isWhole = row.cells.length === 0
  return (
    <tr data-held={row.content === null}>
      <th scope="row" className="sf-figures">
        {row.row}
        {row.content === null && (
          <span className="intake-held">
            <IconAlertCircle size={14} stroke={1.5} aria-hidden="true" />
            {text('intake.row.held')}
          </span>
        )}
      </th>
      {isWhole ? (
        <td colSpan={headings.length}>
          <p className="sf-source" dir="auto">
            {row.line}
          </p>
          <span className="intake-problem" data-tone="serious">
            <IconAlertCircle size={14} stroke={1.5} aria-hidden="true" />
            {reason(row.reason)}
          </span>
        </td>
      ) : (
        headings.map((_heading, place) => (
          // eslint-disable-next-line react/no-array-index-key -- a cell has its place and nothing else
          <Cell key={place} row={row} place={place} field={fieldOf(seen, headings, place)} />
        ))
      )}
    </tr>
  )
}

type CellProps = { readonly row: Row; readonly place: number; readonly field: ReturnType<typeof fieldOf> }

function Cell({ row, place, field }: CellProps) {
  const text = useText()
  const written = row.cells[place] ?? ''
  const problem = problemOfColumn(row.problems, place + 1)
  const reading = row.content && readingOf(row.content, field, written)
  const isOnlyLook = problem?.code === 'date_ambiguous'
  return (
    <td data-problem={problem && (isOnlyLook ? 'attention' : 'serious')} data-unused={field === null}>
      <bdi dir="auto" className="intake-written">
        {written}
      </bdi>
      {reading && !(problem && !isOnlyLook) && (
        <span className="intake-read">
          <ReadAs reading={reading} />
        </span>
      )}
      {problem && !(isOnlyLook && reading?.kind === 'date') && (
        <span className="intake-problem" data-tone={isOnlyLook ? 'attention' : 'serious'}>
          {isOnlyLook ? (
            <IconHelpCircle size={14} stroke={1.5} aria-hidden="true" />
          ) : (
            <IconAlertCircle size={14} stroke={1.5} aria-hidden="true" />
          )}
          {text(`intake.reason.${problem.code}`)}
        </span>
      )}
    </td>
  )
}

function ReadAs({ reading }: { readonly reading: Reading }) {
  const text = useText()
  if (reading.kind === 'date') return <PartialDate date={reading.date} />
  if (reading.kind === 'sex') return text(`registry.sex.${reading.sex}`)
  if (reading.kind === 'status') return text(`registry.status.${reading.status}`)
  if (reading.kind === 'text') return <bdi dir="auto">{reading.words}</bdi>
  return reading.parts.map(({ part, words }) => (
    <span key={part} className="sf-row">
      <span className="sf-dim">{text(`intake.column.${part}`)}</span> <bdi dir="auto">{words}</bdi>
    </span>
  ))
}

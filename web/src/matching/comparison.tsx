import { useIntl } from 'react-intl'
import { useText } from '#kernel/text.tsx'
import { type Cell, type Reason, type Row, rowsOf, type Side } from '#matching/rows.ts'
import type { PairRead } from '#matching/states.ts'
import { Name } from '#ui/name.tsx'
import { PartialDate, useDateWords } from '#ui/partial-date.tsx'
import { languageOfScript } from '#ui/script.ts'
import { Tag } from '#ui/tag.tsx'

/** Both sides, field by field: what each states, what it tells for and against, and why; never whose list it was. */
export function Comparison({ read }: { readonly read: PairRead }) {
  const text = useText()
  const rows = rowsOf(read)
  const most = Math.max(256, ...rows.map((row) => Math.abs(row.bits ?? 0)))
  return (
    <table className="matching-rows">
      <caption className="sf-hidden">{text('matching.comparison')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('matching.part')}</th>
          <th scope="col">{text('matching.request')}</th>
          <th scope="col">{text('matching.record')}</th>
          <th scope="col">{text('matching.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{text('matching.part.asWritten')}</th>
          <td>
            <Names side={read.request} />
          </td>
          <td colSpan={2}>
            <Names side={read.record} />
          </td>
        </tr>
        {rows.map((row) => (
          <Line key={row.key} row={row} read={read} most={most} />
        ))}
        <Around read={read} />
      </tbody>
    </table>
  )
}

function Names({ side }: { readonly side: Side }) {
  const { names, aliases } = side.description
  return (
    <div className="sf-stack">
      {names.map((name, at) => (
        <Name
          key={written(name)}
          written={written(name)}
          romanised={side.romanised[at] ?? null}
          size={at === 0 ? 'head' : 'row'}
          isStacked
        />
      ))}
      {aliases.map((alias) => (
        <Name key={alias} written={alias} />
      ))}
    </div>
  )
}

function written(name: Side['description']['names'][number]): string {
  const { whole, given, patronymic, father, grandfather, family } = name
  return whole ?? [given, patronymic ?? father, grandfather, family].filter((part) => part !== null).join(' ')
}

function Line({ row, read, most }: { readonly row: Row; readonly read: PairRead; readonly most: number }) {
  const text = useText()
  const alignment = row.reasons.length === 1 ? (row.reasons[0]?.alignment ?? []) : []
  const sides = [read.request, read.record] as const
  return (
    <tr data-against={(row.bits ?? 0) < 0}>
      <th scope="row">{text(`matching.part.${row.part}`)}</th>
      {row.cells.map((cell, at) => (
        // eslint-disable-next-line react/no-array-index-key -- there are two sides, and each keeps its place
        <td key={at}>
          <CellShown cell={cell} part={row.part} side={sides[at] ?? read.record}>
            {alignment.map((pair) => ({ letters: at === 0 ? pair.a : pair.b, same: pair.same }))}
          </CellShown>
        </td>
      ))}
      <td>
        <Evidence
          bits={row.bits}
          most={most}
          reasons={row.reasons}
          isSilent={row.cells.some((one) => one.length === 0)}
        />
      </td>
    </tr>
  )
}

type CellProps = {
  readonly cell: Cell
  readonly part: string
  readonly side: Side
  readonly children: readonly { readonly letters: string; readonly same: boolean }[]
}

function CellShown({ cell, part, side, children: letters }: CellProps) {
  const text = useText()
  const [value] = cell
  if (value === undefined) return <Tag tone="dashed">{text('matching.notStated')}</Tag>
  if (part === 'born' && side.description.born) return <PartialDate date={side.description.born} />
  if (part === 'sex') return <>{text(`matching.sex.${value}`)}</>
  if (part === 'age') return <>{text('matching.age', { years: value, on: side.saidOn })}</>
  const isLettered = letters.length > 0 && cell.length === 1 && letters.map((one) => one.letters).join('') === value
  return (
    <bdi dir="auto" lang={languageOfScript(value)} className="matching-value">
      {isLettered ? <Letters letters={letters} /> : cell.join(' · ')}
    </bdi>
  )
}

/** A word with the letters marked that the other side has not. Whole runs, so that joined letters stay joined. */
function Letters({ letters }: { readonly letters: CellProps['children'] }) {
  const runs: { text: string; same: boolean }[] = []
  for (const { letters: some, same } of letters) {
    const last = runs.at(-1)
    if (last?.same === same) last.text += some
    else runs.push({ text: some, same })
  }
  return runs.map((run, at) =>
    // eslint-disable-next-line react/no-array-index-key -- runs of letters have their place and nothing else
    run.same ? <span key={at}>{run.text}</span> : <mark key={at}>{run.text}</mark>,
  )
}

type EvidenceProps = {
  readonly bits: number | null
  readonly most: number
  readonly reasons: readonly Reason[]
  readonly isSilent: boolean
}

/** How much a line tells for one person or against it: a bar, the figure in bits, and the words. */
function Evidence({ bits, most, reasons, isSilent }: EvidenceProps) {
  const text = useText()
  const intl = useIntl()
  const words = reasons.map((reason) => text(`matching.level.${reason.level}`))
  const share = bits === null ? 0 : Math.abs(bits) / most
  const figure = intl.formatNumber((bits ?? 0) / 256, {
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  return (
    <div className="matching-evidence">
      <svg viewBox="-100 0 200 12" preserveAspectRatio="none" className="matching-bar" aria-hidden="true">
        <line x1="0" x2="0" y1="0" y2="12" />
        {bits !== null && bits !== 0 && (
          <rect x={bits < 0 ? -100 * share : 0} y="2" width={100 * share} height="8" data-against={bits < 0} />
        )}
      </svg>
      <span className="sf-figures matching-bits">{bits === null ? '0' : figure}</span>
      <span className="sf-second">
        {bits === null ? text(isSilent ? 'matching.silence' : 'matching.notCompared') : [...new Set(words)].join(' · ')}
      </span>
    </div>
  )
}

/** What happened, in the words of either side: no machine compares it. */
function Around({ read }: { readonly read: PairRead }) {
  const text = useText()
  const dated = useDateWords()
  const { circumstances } = read.request
  const { events } = read.record
  if (circumstances === null && events.length === 0) return null
  return (
    <tr>
      <th scope="row">{text('matching.part.circumstances')}</th>
      <td>{circumstances !== null && <bdi dir="auto">{circumstances}</bdi>}</td>
      <td>
        {events.map((event, at) => (
          // eslint-disable-next-line react/no-array-index-key -- claims of one record have their place and nothing else
          <div key={at}>
            {text(`registry.event.${event.kind}`)} {event.on && dated(event.on.edtf)}{' '}
            {event.place !== null && <bdi dir="auto">{event.place}</bdi>}
          </div>
        ))}
      </td>
      <td className="sf-second">{text('matching.read')}</td>
    </tr>
  )
}

import { useIntl } from 'react-intl'
import { useText } from '#kernel/text.tsx'
import type { ListRead } from '#intake/states.ts'

const parts = ['registered', 'known', 'quarantined', 'setAside', 'withdrawn', 'erased'] as const

/** What became of each row of the file. They add up, so that none is dropped unseen. */
export function Counts({ list }: { readonly list: ListRead }) {
  const text = useText()
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('intake.counts')}</h2>
      <CountTable counts={list.counts} />
      <p className="sf-caption">{text('intake.counts.lead')}</p>
    </section>
  )
}

export function CountTable({ counts }: { readonly counts: ListRead['counts'] }) {
  const text = useText()
  const intl = useIntl()
  const { rows } = counts
  const sum = parts.reduce((total, part) => total + counts[part], 0)
  const lines = [
    ...parts.filter((part) => counts[part] > 0 || part === 'registered').map((part) => [part, counts[part]] as const),
    ...(rows !== null && rows > sum ? [['notRun', rows - sum] as const] : []),
  ]
  return (
    <dl className="intake-counts sf-figures">
      {lines.map(([part, count]) => (
        <div key={part}>
          <dt>{text(`intake.counts.${part}`)}</dt>
          <dd>{intl.formatNumber(count)}</dd>
        </div>
      ))}
      <div className="intake-counts-sum">
        <dt>{text('intake.counts.rows')}</dt>
        <dd>{rows === null ? '–' : intl.formatNumber(rows)}</dd>
      </div>
    </dl>
  )
}

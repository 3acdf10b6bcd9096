import { IconCheck, IconLock } from '@tabler/icons-react'
import { useIntl } from 'react-intl'
import { useText } from '#kernel/text.tsx'
import { startOf } from '#matching/rows.ts'
import type { PairRead } from '#matching/states.ts'

/** How probable one person is, what makes it so, and which grades may be given. */
export function Weight({ read }: { readonly read: PairRead }) {
  const text = useText()
  const intl = useIntl()
  const { score, grades } = read
  const bits = (value: number) =>
    intl.formatNumber(value / 256, { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  // A machine is never sure: what rounds to certainty is said to be over or under.
  const percent = (value: number) => {
    const shown = intl.formatNumber(Math.min(0.99, Math.max(0.01, value)), {
      style: 'percent',
      maximumFractionDigits: 0,
    })
    return value > 0.99 ? text('matching.over', { shown }) : value < 0.01 ? text('matching.under', { shown }) : shown
  }
  const start = startOf(score)
  return (
    <>
      <section className="sf-stack">
        <p className="matching-percent">
          <span className="sf-figures">{percent(score.probability)}</span>{' '}
          <span className="sf-second">{text('matching.oneOf')}</span>
        </p>
        <div className="matching-share" aria-hidden="true">
          <div style={{ inlineSize: `${score.probability * 100}%` }} />
        </div>
        <dl className="matching-sum sf-figures">
          <dt>{text('matching.sum.evidence')}</dt>
          <dd>{bits(score.bits)}</dd>
          <dt>{text('matching.sum.start')}</dt>
          <dd>{bits(start)}</dd>
          <dt>{text('matching.sum.odds')}</dt>
          <dd>{text('matching.sum.bits', { bits: bits(score.bits + start) })}</dd>
        </dl>
        <p className="sf-second">{text('matching.sum.why')}</p>
      </section>
      <section className="sf-stack">
        <h2 className="sf-section-title">{text('matching.may')}</h2>
        <ul className="matching-grades">
          {grades.map(({ grade, against }) => {
            const Icon = against === null ? IconCheck : IconLock
            return (
              <li key={grade} data-may={against === null}>
                <Icon size={18} stroke={1.5} aria-hidden="true" />
                <div>
                  {text(`matching.grade.${grade}`)}
                  <p className="sf-second">
                    {text(against === null ? `matching.grade.${grade}.why` : `matching.refusal.${against}`)}
                  </p>
                </div>
              </li>
            )
          })}
        </ul>
      </section>
    </>
  )
}

import { Fragment, type ReactNode } from 'react'
import '#ui/facts.css'

export type Fact = {
  readonly label: string
  readonly value: ReactNode
  /** Says that nobody spoke of it, where the value is drawn by a component of its own. */
  readonly isSilent?: boolean
}

/** Facts in pairs. What nobody spoke of is left out: silence is no fact. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="sf-pairs">
      {facts
        .filter(
          ({ value, isSilent }) =>
            isSilent !== true && value !== null && value !== undefined && value !== '' && value !== false,
        )
        .map(({ label, value }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{typeof value === 'string' ? <bdi dir="auto">{value}</bdi> : value}</dd>
          </Fragment>
        ))}
    </dl>
  )
}

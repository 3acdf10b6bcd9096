import { IconCheck, IconCircle, IconHourglass } from '@tabler/icons-react'
import { linesOf, type Missing } from '#disclosure/gate-lines.ts'
import { useText } from '#kernel/text.tsx'
import '#disclosure/disclosure.css'

export type Signature = 'none' | 'waits' | 'yours' | 'signed'

type GateProps = {
  readonly missing: readonly Missing[]
  readonly signature: Signature
}

/** All that the gate looks at: what is there with a check, what is missing with its reason; at the end the signature. */
export function Gate({ missing, signature }: GateProps) {
  const text = useText()
  const lines = linesOf(missing)
  const isSigned = signature === 'signed'
  const done = lines.filter((one) => one.missing.length === 0).length + (isSigned ? 1 : 0)
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">
        {text('disclosure.gate')}{' '}
        <span className="disclosure-count">{text('disclosure.gate.of', { done, total: lines.length + 1 })}</span>
      </h2>
      <ul className="disclosure-gate">
        {lines.map(({ line, missing: open }) => (
          <GateLine key={line} isDone={open.length === 0} words={text(`disclosure.gate.${line}`)}>
            {open.map((code) => text(`disclosure.refusal.${code}`))}
          </GateLine>
        ))}
        <GateLine isDone={isSigned} isWaiting words={text(`disclosure.gate.signature.${signature}`)}>
          {[]}
        </GateLine>
      </ul>
    </section>
  )
}

type GateLineProps = {
  readonly isDone: boolean
  readonly isWaiting?: boolean
  readonly words: string
  readonly children: readonly string[]
}

function GateLine({ isDone, isWaiting = false, words, children }: GateLineProps) {
  const text = useText()
  const Icon = isDone ? IconCheck : isWaiting ? IconHourglass : IconCircle
  return (
    <li data-done={isDone}>
      <Icon size={18} stroke={1.5} aria-label={text(isDone ? 'disclosure.gate.met' : 'disclosure.gate.open')} />
      <div>
        {words}
        {children.map((reason) => (
          <p key={reason} className="sf-second">
            {reason}
          </p>
        ))}
      </div>
    </li>
  )
}

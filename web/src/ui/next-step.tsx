import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import '#ui/next-step.css'

type NextStepProps = {
  readonly icon: Icon
  readonly title: ReactNode
  readonly why: ReactNode
  readonly tone?: 'next' | 'calm' | 'serious'
  readonly children?: ReactNode
}

/** What is next for a matter, why, and the one button for it. */
export function NextStep({ icon: Icon, title, why, tone = 'next', children }: NextStepProps) {
  return (
    <section className="sf-next" data-tone={tone}>
      <Icon size={20} stroke={1.5} aria-hidden="true" />
      <div className="sf-grow">
        <h2 className="sf-next-title">{title}</h2>
        <p className="sf-second">{why}</p>
      </div>
      {children}
    </section>
  )
}

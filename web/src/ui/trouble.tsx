import { Anchor } from '@mantine/core'
import { IconAlertCircle, IconChecks } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Answer } from '#kernel/operation.ts'
import type { Trouble } from '#kernel/client.ts'
import { useText } from '#kernel/text.tsx'
import '#ui/trouble.css'

/** The words for why something was not done: the room's own for a refusal, the kernel's for the rest. */
export function useTroubleWords(): (slice: string, trouble: Trouble) => string {
  const text = useText()
  return (slice, { code }) => {
    if (text.has(`${slice}.refusal.${code}`)) return text(`${slice}.refusal.${code}`)
    return text.has(`kernel.code.${code}`) ? text(`kernel.code.${code}`) : text('kernel.code.other', { code })
  }
}

type TroubleLineProps = {
  readonly slice: string
  readonly trouble: Trouble | null
  readonly again?: () => void
  /** What is kept, where a person typed something. */
  readonly kept?: boolean
}

/** At the place where it happened: what happened, what is kept, what to do, the reference number. */
export function TroubleLine({ slice, trouble, again, kept = false }: TroubleLineProps) {
  const text = useText()
  const words = useTroubleWords()
  if (!trouble) return null
  return (
    <div className="sf-trouble" role="alert">
      <IconAlertCircle size={18} stroke={1.5} aria-hidden="true" />
      <p>
        <strong>{words(slice, trouble)}</strong> {kept && text('ui.trouble.kept')}{' '}
        {trouble.reference !== null && (
          <>
            {text('ui.trouble.reference')} <bdi className="sf-mono">{trouble.reference}</bdi>{' '}
          </>
        )}
        {again && (
          <Anchor component="button" type="button" fz="inherit" onClick={again}>
            {text('ui.trouble.again')}
          </Anchor>
        )}
      </p>
    </div>
  )
}

/** What is said where nothing is: one sentence, one action. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="sf-empty">
      <IconChecks size={18} stroke={1.5} aria-hidden="true" />
      <div>
        <p>{children}</p>
        {action}
      </div>
    </div>
  )
}

type AnsweredProps<Output> = {
  readonly slice: string
  readonly answer: Answer<Output>
  readonly children: (output: Output) => ReactNode
}

/** Shows what was answered; until then still bars (after 200 ms), or calmly why not. */
export function Answered<Output>({ slice, answer, children }: AnsweredProps<Output>) {
  const text = useText()
  if (answer.output !== undefined) return children(answer.output)
  if (answer.trouble && answer.trouble.code !== 'signed_out')
    return <TroubleLine slice={slice} trouble={answer.trouble} again={answer.again} />
  return (
    <output className="sf-still">
      <span className="sf-hidden">{text('ui.loading')}</span>
      <span className="sf-still-bar" />
      <span className="sf-still-bar" />
      <span className="sf-still-bar" />
    </output>
  )
}

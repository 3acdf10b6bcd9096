import type { ReactNode } from 'react'
import type { Operation } from '#kernel/client.ts'
import type { Running } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { Act } from '#ui/act.tsx'

type ActFormProps = {
  readonly name: string
  readonly running: Pick<Running<Operation>, 'isPending' | 'trouble' | 'clear'>
  readonly isReady: boolean
  readonly act: () => Promise<{ readonly ok: boolean }>
  readonly children?: ReactNode
}

/** An act on a request; one that waits for a second person says so. */
export function ActForm({ name, running, isReady, act, children }: ActFormProps) {
  const text = useText()
  return (
    <Act
      slice="tracing"
      title={text(`tracing.${name}.title`)}
      running={running}
      isReady={isReady}
      act={act}
      {...(name === 'suspendRequest' ? { done: text('tracing.proposed') } : {})}
    >
      {children}
    </Act>
  )
}

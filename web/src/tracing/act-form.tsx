import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Operation } from '#kernel/client.ts'
import type { Running } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { TroubleLine } from '#ui/trouble.tsx'

type ActFormProps = {
  readonly name: string
  readonly running: Pick<Running<Operation>, 'isPending' | 'trouble'>
  readonly isReady: boolean
  readonly act: () => Promise<{ readonly ok: boolean }>
  readonly children?: ReactNode
}

/** An act: a button, which opens what must be said for it; without that it acts at once. */
export function ActForm({ name, running, isReady, act, children }: ActFormProps) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const [isProposed, setProposed] = useState(false)
  const title = text(`tracing.${name}.title`)
  const go = async () => {
    const reply = await act()
    if (!reply.ok) return
    setOpen(false)
    setProposed(name === 'suspendRequest')
  }
  const asks = children !== undefined
  return (
    <div className="sf-stack">
      {isOpen && children}
      <div className="sf-row">
        <Button
          loading={running.isPending}
          disabled={isOpen && !isReady}
          variant={isOpen ? 'filled' : 'default'}
          onClick={() => (asks && !isOpen ? setOpen(true) : void go())}
        >
          {title}
        </Button>
        {isOpen && (
          <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
            {text('ui.cancel')}
          </Button>
        )}
      </div>
      {isProposed && <output className="sf-second">{text('tracing.proposed')}</output>}
      <TroubleLine slice="tracing" trouble={running.trouble} kept={isOpen} />
    </div>
  )
}

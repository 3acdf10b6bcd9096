import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Operation } from '#kernel/client.ts'
import type { Running } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { TroubleLine } from '#ui/trouble.tsx'

type ActProps = {
  readonly slice: string
  readonly title: string
  readonly running: Pick<Running<Operation>, 'isPending' | 'trouble' | 'clear'>
  readonly isReady?: boolean
  readonly act: () => Promise<{ readonly ok: boolean }>
  /** What is said when it is done and the screen does not show it by itself. */
  readonly done?: string
  readonly variant?: 'default' | 'filled' | 'subtle'
  /** Begins open, where the screen has already asked for it; `close` is then what cancelling means. */
  readonly startsOpen?: boolean
  readonly close?: () => void
  /** What must be said for it, and what it does: shown before it is done. Without that it is done at once. */
  readonly children?: ReactNode
}

/** One act: a button which opens what must be said for it, the refusal at its place, and what came of it. */
export function Act(props: ActProps) {
  const { slice, title, running, isReady = true, act, done, variant = 'default', children } = props
  const text = useText()
  const [isOpen, setOpen] = useState(props.startsOpen ?? false)
  const [isDone, setDone] = useState(false)
  const asks = children !== undefined
  const go = async () => {
    const reply = await act()
    if (!reply.ok) return
    setOpen(false)
    setDone(true)
  }
  const press = () => {
    setDone(false)
    if (asks && !isOpen) setOpen(true)
    else void go()
  }
  const cancel = () => {
    running.clear()
    setOpen(false)
    props.close?.()
  }
  return (
    <div className="sf-stack">
      {isOpen && children}
      <div className="sf-row">
        <Button
          loading={running.isPending}
          disabled={isOpen && !isReady}
          variant={isOpen ? 'filled' : variant}
          onClick={press}
        >
          {title}
        </Button>
        {isOpen && (
          <Button variant="subtle" color="gray" onClick={cancel}>
            {text('ui.cancel')}
          </Button>
        )}
      </div>
      {isDone && done !== undefined && <output className="sf-second">{done}</output>}
      <TroubleLine slice={slice} trouble={running.trouble} kept={isOpen} />
    </div>
  )
}

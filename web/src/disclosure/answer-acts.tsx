import { stopAnswer, withdrawAnswer } from '@solferino/server/disclosure/contract'
import { useState } from 'react'
import { useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { Act } from '#ui/act.tsx'
import { Choice, Words } from '#ui/fields.tsx'

const reasons = withdrawAnswer.input.shape.because.options
type Reason = (typeof reasons)[number]

/** The officer takes an answer back before it is told. */
export function WithdrawAnswer({ id }: { readonly id: string }) {
  const text = useText()
  const running = useOperation(withdrawAnswer)
  const [because, setBecause] = useState<Reason | null>(null)
  const act = async () => (because === null ? { ok: false } : running.run({ id, because }))
  return (
    <Act
      slice="disclosure"
      title={text('disclosure.withdrawAnswer.title')}
      running={running}
      isReady={because !== null}
      act={act}
    >
      <Choice
        label={text('disclosure.field.reason')}
        options={reasons}
        words={(one) => text(`disclosure.ending.${one}`)}
        value={because}
        change={setBecause}
        isRequired
      />
    </Act>
  )
}

/** The data protection officer stops an answer that was not told. */
export function StopAnswer({ id }: { readonly id: string }) {
  const text = useText()
  const running = useOperation(stopAnswer)
  const [reason, setReason] = useState('')
  return (
    <Act
      slice="disclosure"
      title={text('disclosure.stopAnswer.title')}
      running={running}
      isReady={reason.trim() !== ''}
      act={() => running.run({ id, reason })}
    >
      <p className="sf-second">{text('disclosure.stopAnswer.effect')}</p>
      <Words label={text('disclosure.field.reason')} value={reason} change={setReason} isRequired />
    </Act>
  )
}

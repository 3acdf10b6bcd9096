import { readPair, withdrawPair } from '@solferino/server/matching/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer, useOperation } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { Act } from '#ui/act.tsx'
import { Facts } from '#ui/facts.tsx'
import { Choice, Words } from '#ui/fields.tsx'
import { Name } from '#ui/name.tsx'
import { Answered } from '#ui/trouble.tsx'

const reasons = withdrawPair.input.shape.because.options
type Reason = (typeof reasons)[number]

/** Proposes that an accepted pair stands no longer; a second reviewer confirms it. */
export function WithdrawPair({ id }: { readonly id: string }) {
  const text = useText()
  const running = useOperation(withdrawPair)
  const [because, setBecause] = useState<Reason | null>(null)
  const [note, setNote] = useState('')
  const act = async () => (because === null ? { ok: false } : running.run({ id, because, note }))
  return (
    <Act
      slice="matching"
      title={text('matching.withdrawPair.title')}
      running={running}
      isReady={because !== null && note.trim() !== ''}
      act={act}
      done={text('matching.withdraw.done')}
    >
      <p className="sf-second">{text('matching.withdraw.effect')}</p>
      <Choice
        label={text('matching.because')}
        options={reasons}
        words={(one) => text(`matching.withdrawal.${one}`)}
        value={because}
        change={setBecause}
        isRequired
      />
      <Words label={text('matching.noteLabel')} value={note} change={setNote} isRequired />
    </Act>
  )
}

/** A withdrawal that waits for its second person: who the two are, and why they are held to be two. */
export function WithdrawAct({ payload }: { readonly payload: unknown }) {
  const text = useText()
  const asked = withdrawPair.input.safeParse(payload).data
  const answer = useAnswer(readPair, { id: asked?.id ?? '' }, { enabled: asked !== undefined })
  if (!asked) return null
  return (
    <Answered slice="matching" answer={answer}>
      {({ pair }) => (
        <div className="sf-stack">
          <div className="sf-row sf-wrap">
            <Name written={pair.sought} /> <span className="sf-dim">{text('matching.and')}</span>{' '}
            <Name written={pair.recorded} />
          </div>
          <Facts
            facts={[
              { label: text('matching.because'), value: text(`matching.withdrawal.${asked.because}`) },
              { label: text('matching.noteLabel'), value: asked.note },
            ]}
          />
          <Link to={`/pairs/${pair.id}`}>{text('matching.pair')}</Link>
        </div>
      )}
    </Answered>
  )
}

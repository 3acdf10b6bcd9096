import { Button, Checkbox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import {
  addEvidence,
  assessCommitment,
  checkCommitment,
  CommitmentAsked,
  confirmCommitment,
  registerCommitment,
  supersedeCommitment,
  trackCommitment,
} from '@solferino/server/dialogue/contract'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { askedFrom } from '#kernel/client.ts'
import { useAnswer } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { toOptions, useEntries } from '#dialogue/places.ts'
import type { Of } from '#dialogue/words.ts'
import { FormAct } from '#ui/form-act.tsx'
import type { Form } from '#ui/form.ts'
import { partsOf, typedParts } from '#ui/form-shape.ts'

type ActsProps = { readonly entry: Of<'commitment'> }

const assessed: ReadonlySet<string> = new Set(['tracked', 'seen_done', 'partly_seen', 'not_seen', 'cannot_assess'])

/** Workflow 9: stated, registered, confirmed, followed, assessed by two; never a verdict. */
export function CommitmentActs({ entry }: ActsProps) {
  const text = useText()
  const navigate = useNavigate()
  const { id, party, state, content } = entry
  const isTracked = assessed.has(state)
  if (state === 'superseded') return <p className="sf-dim">{text('dialogue.acts.none')}</p>
  return (
    <>
      {state === 'stated' && <Register entry={entry} />}
      {(state === 'registered' || state === 'contested') && (
        <FormAct contract={confirmCommitment} fixed={{ id }} variant="filled" />
      )}
      {state === 'confirmed' && <FormAct contract={trackCommitment} fixed={{ id }} variant="filled" />}
      {isTracked && <FormAct contract={addEvidence} fixed={{ id }} variant="filled" />}
      {isTracked && <Assess entry={entry} />}
      {isTracked && content.promisor === 'party' && (
        <div>
          <Button onClick={() => void navigate({ to: `/dialogue/draft/${party}`, search: { commitment: id } })}>
            {text('dialogue.raiseCommitment.title')}
          </Button>
        </div>
      )}
      <Supersede entry={entry} />
    </>
  )
}

/** Registers it once somebody has made sure of the words. What may lower a protection has to be seen first. */
function Register({ entry }: ActsProps) {
  const [seen, setSeen] = useState<readonly string[]>([])
  const start = typedParts(partsOf(CommitmentAsked), entry.content)
  const see = (warning: string, isSeen: boolean) =>
    setSeen((was) => [...was.filter((one) => one !== warning), ...(isSeen ? [warning] : [])])
  return (
    <FormAct
      contract={registerCommitment}
      fixed={{ id: entry.id, warningsSeen: seen }}
      start={start}
      variant="filled"
      beside={(form) => warningsOf(form, seen, see)}
    />
  )
}

const warningsOf = ({ said }: Form, seen: readonly string[], see: WarningsProps['see']) => (
  <Warnings said={said.value} seen={seen} see={see} />
)

type WarningsProps = {
  readonly said: Readonly<Record<string, unknown>>
  readonly seen: readonly string[]
  readonly see: (warning: string, isSeen: boolean) => void
}

const pauseMs = 400
const nothing = { words: '—', translation: null, condition: null, subject: 'other', form: 'promise' } as const

/** No commitment may lower the protection of a treaty (GC III 6 and 7, IV 7 and 8): what seems to is said before. */
function Warnings({ said, seen, see }: WarningsProps) {
  const text = useText()
  const { words, translation, condition, subject, form } = said
  const [rested] = useDebouncedValue(JSON.stringify({ words, translation, condition, subject, form }), pauseMs)
  const asked = askedFrom(checkCommitment, JSON.parse(rested))
  const { output } = useAnswer(checkCommitment, asked ?? nothing, { enabled: asked !== null })
  const warnings = asked === null ? [] : (output?.warnings ?? [])
  if (warnings.length === 0) return null
  return (
    <div className="dialogue-warnings" role="alert">
      <strong>{text('dialogue.warnings')}</strong>
      {warnings.map((warning) => (
        <Checkbox
          key={warning}
          label={text(`dialogue.word.${warning}`)}
          checked={seen.includes(warning)}
          onChange={(event) => see(warning, event.currentTarget.checked)}
        />
      ))}
    </div>
  )
}

function Assess({ entry }: ActsProps) {
  const evidence = entry.content.evidence.map((one) => ({
    value: one.id,
    label: `${one.source}: ${one.text}`.slice(0, 80),
  }))
  return <FormAct contract={assessCommitment} fixed={{ id: entry.id }} options={{ evidence }} />
}

function Supersede({ entry }: ActsProps) {
  const others = useEntries(entry.party, 'commitment').filter((one) => one.id !== entry.id)
  return <FormAct contract={supersedeCommitment} fixed={{ id: entry.id }} options={{ by: toOptions(others) }} />
}

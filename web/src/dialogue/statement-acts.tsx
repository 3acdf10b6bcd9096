import {
  correctStatement,
  type History,
  Meeting,
  raiseStatement,
  StatementAsked,
} from '@solferino/server/dialogue/contract'
import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { toOptions, useEntries } from '#dialogue/places.ts'
import type { Of } from '#dialogue/words.ts'
import { FormAct } from '#ui/form-act.tsx'
import { partsOf, typedParts } from '#ui/form-shape.ts'

type StatementActsProps = {
  readonly entry: Of<'statement'>
  readonly history: readonly z.output<typeof History>[]
}

/** A statement is corrected with a reason, and raised by the lead as a second act. It never becomes a fact. */
export function StatementActs({ entry, history }: StatementActsProps) {
  const text = useText()
  const may = useMay()
  const start = typedParts(partsOf(StatementAsked), entry.content)
  const steps = history.map((step, at) => ({ value: step.id, label: `${at + 1} ${text(`dialogue.step.${step.act}`)}` }))
  return (
    <>
      {may('dialogue.raise') && entry.state === 'recorded' && <Raise entry={entry} />}
      <FormAct contract={correctStatement} fixed={{ id: entry.id }} start={start} options={{ corrects: steps }} />
    </>
  )
}

const [toCommitment, toMatter, , toMinutes] = raiseStatement.input.shape.to.options

function Raise({ entry }: { readonly entry: Of<'statement'> }) {
  const navigate = useNavigate()
  const { id, party, content } = entry
  const meetings = toOptions(useEntries(party, 'meeting'))
  const interlocutors = toOptions(useEntries(party, 'interlocutor'))
  const go = ({ raised }: { readonly raised: string }) => void navigate({ to: `/dialogue/entries/${raised}` })
  const raise = (kind: string) => (said: Readonly<Record<string, unknown>>) => ({ to: { kind, ...said } })
  const shared = { contract: raiseStatement, fixed: { id }, done: go } as const
  return (
    <>
      {content.kind === 'commitment' && (
        <FormAct
          {...shared}
          name="dialogue.raiseToCommitment"
          schema={toCommitment}
          start={{ promisor: 'party', who: content.speaker ?? '' }}
          askedOf={raise('commitment')}
          variant="filled"
        />
      )}
      {content.kind === 'meeting' && (
        <FormAct
          {...shared}
          name="dialogue.raiseToMeeting"
          schema={Meeting.omit({ minutes: true })}
          start={{ place: content.place ?? '' }}
          askedOf={raise('meeting')}
          options={{ interlocutor: interlocutors }}
          variant="filled"
        />
      )}
      <FormAct {...shared} name="dialogue.raiseToMatter" schema={toMatter} askedOf={raise('matter')} />
      <FormAct
        {...shared}
        name="dialogue.raiseToMinutes"
        schema={toMinutes}
        askedOf={raise('minutes')}
        options={{ meeting: meetings }}
      />
    </>
  )
}

import {
  acknowledgeLetter,
  agreeMinutes,
  answerMatter,
  changeInterlocutor,
  closeMatter,
  doFollowUp,
  planFollowUp,
  putMatter,
  type readEntry,
  recordAccessAnswer,
  recordVisit,
  requestAccess,
  scheduleVisit,
  settleConditions,
  writeNote,
} from '@solferino/server/dialogue/contract'
import type { ReactElement } from 'react'
import type { OutputOf } from '#kernel/client.ts'
import { useText } from '#kernel/text.tsx'
import { CommitmentActs } from '#dialogue/commitment-acts.tsx'
import { RepresentationActs } from '#dialogue/representation-acts.tsx'
import { StatementActs } from '#dialogue/statement-acts.tsx'
import type { Of } from '#dialogue/words.ts'
import { FormAct } from '#ui/form-act.tsx'
import { partsOf, typedParts } from '#ui/form-shape.ts'

type ActsProps = { readonly read: Pick<OutputOf<typeof readEntry>, 'entry' | 'history'> }

/** What may be done with an entry now. What its state forbids is not offered; the server decides again anyway. */
export function Acts({ read }: ActsProps) {
  const text = useText()
  const { id, remindOn } = read.entry
  return (
    <>
      <section className="sf-stack-wide">
        <h2 className="sf-section-title">{text('dialogue.acts')}</h2>
        <KindActs read={read} />
      </section>
      <section className="sf-stack-wide">
        <h2 className="sf-section-title">{text('dialogue.followUp')}</h2>
        <p className="sf-second">{text('dialogue.followUp.why')}</p>
        {remindOn === null ? (
          <FormAct contract={planFollowUp} fixed={{ id }} />
        ) : (
          <FormAct contract={doFollowUp} fixed={{ id }} />
        )}
      </section>
    </>
  )
}

function KindActs({ read }: ActsProps): ReactElement {
  const text = useText()
  const { entry, history } = read
  switch (entry.kind) {
    case 'interlocutor':
      return <InterlocutorActs entry={entry} />
    case 'meeting':
      return (
        <>
          <FormAct contract={agreeMinutes} fixed={{ id: entry.id }} />
          <FormAct contract={writeNote} fixed={{ id: entry.id }} />
        </>
      )
    case 'letter':
      return entry.content.acknowledged === null ? (
        <FormAct contract={acknowledgeLetter} fixed={{ id: entry.id }} />
      ) : (
        <p className="sf-dim">{text('dialogue.acts.none')}</p>
      )
    case 'statement':
      return <StatementActs entry={entry} history={history} />
    case 'commitment':
      return <CommitmentActs entry={entry} />
    case 'access':
      return <AccessActs entry={entry} />
    case 'representation':
      return <RepresentationActs entry={entry} />
    case 'matter':
      return <MatterActs entry={entry} />
    case 'text':
    case 'note':
    default:
      return <p className="sf-dim">{text('dialogue.acts.none')}</p>
  }
}

function InterlocutorActs({ entry }: { readonly entry: Of<'interlocutor'> }) {
  const isInOffice = entry.state === 'in_office'
  const start = {
    ...typedParts(partsOf(changeInterlocutor.input, ['id']), entry.content),
    inOffice: isInOffice ? 'yes' : '',
  }
  return <FormAct contract={changeInterlocutor} fixed={{ id: entry.id }} start={start} />
}

/** Workflow 5: asked, answered, settled, planned, visited; after a refusal asked again. */
function AccessActs({ entry }: { readonly entry: Of<'access'> }): ReactElement {
  const text = useText()
  const { id, state } = entry
  const again = state === 'planned' ? {} : { name: 'dialogue.requestAgain' }
  switch (state) {
    case 'planned':
    case 'refused':
    case 'refused_temporary':
      return <FormAct contract={requestAccess} fixed={{ id }} variant="filled" {...again} />
    case 'requested':
      return (
        <>
          <FormAct contract={recordAccessAnswer} fixed={{ id }} variant="filled" />
          <FormAct contract={requestAccess} fixed={{ id }} {...again} />
        </>
      )
    case 'conditions_disputed':
      return <FormAct contract={settleConditions} fixed={{ id }} variant="filled" />
    case 'agreed':
      return <FormAct contract={scheduleVisit} fixed={{ id }} variant="filled" />
    case 'scheduled':
      return <FormAct contract={recordVisit} fixed={{ id }} variant="filled" />
    case 'visited':
    case 'prevented':
    default:
      return <p className="sf-dim">{text('dialogue.acts.none')}</p>
  }
}

function MatterActs({ entry }: { readonly entry: Of<'matter'> }) {
  const text = useText()
  const { id, state } = entry
  if (state === 'closed') return <p className="sf-dim">{text('dialogue.acts.none')}</p>
  return (
    <>
      {state === 'open' && <FormAct contract={putMatter} fixed={{ id }} variant="filled" />}
      {state === 'put' && <FormAct contract={answerMatter} fixed={{ id }} variant="filled" />}
      <FormAct contract={closeMatter} fixed={{ id }} />
    </>
  )
}

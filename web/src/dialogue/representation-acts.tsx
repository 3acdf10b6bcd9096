import { Button } from '@mantine/core'
import {
  clearRepresentation,
  closeRepresentation,
  deliverRepresentation,
  escalateRepresentation,
  recordReply,
} from '@solferino/server/dialogue/contract'
import { useNavigate } from '@tanstack/react-router'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import type { Of } from '#dialogue/words.ts'
import { FormAct } from '#ui/form-act.tsx'

/** Workflow 8: drafted, cleared by two, delivered, answered; then closed by its effect or followed by the next rung. */
export function RepresentationActs({ entry }: { readonly entry: Of<'representation'> }) {
  const text = useText()
  const may = useMay()
  const navigate = useNavigate()
  const { id, party, state } = entry
  const draft = (search: Readonly<Record<string, string>>) => void navigate({ to: `/dialogue/draft/${party}`, search })
  const isOut = state === 'delivered' || state === 'answered' || state === 'escalated'
  return (
    <>
      {state === 'drafted' && (
        <>
          {may('dialogue.sign') && <FormAct contract={clearRepresentation} fixed={{ id }} variant="filled" />}
          <div>
            <Button onClick={() => draft({ change: id })}>{text('dialogue.changeRepresentation.title')}</Button>
          </div>
        </>
      )}
      {state === 'cleared' && <FormAct contract={deliverRepresentation} fixed={{ id }} variant="filled" />}
      {isOut && (
        <>
          <FormAct contract={recordReply} fixed={{ id }} variant="filled" />
          <FormAct contract={closeRepresentation} fixed={{ id }} />
          <div>
            <Button onClick={() => draft({ escalates: id })}>{text('dialogue.nextRung.title')}</Button>
          </div>
          {may('dialogue.escalate') && <FormAct contract={escalateRepresentation} fixed={{ id }} />}
        </>
      )}
      {state === 'closed' && <p className="sf-dim">{text('dialogue.acts.none')}</p>}
    </>
  )
}

import { Textarea } from '@mantine/core'
import { acceptProposal } from '@solferino/server/dialogue/contract'
import { type RefObject, useState } from 'react'
import { useText } from '#kernel/text.tsx'
import { useMarking } from '#dialogue/marked.ts'
import { spanOf } from '#dialogue/passages.ts'
import type { Proposal, TextRead } from '#dialogue/reading-shapes.ts'
import { FormAct } from '#ui/form-act.tsx'
import { partsOf, recordOf, typedParts } from '#ui/form-shape.ts'
import { languageOfScript } from '#ui/script.ts'

const Corrected = acceptProposal.input.shape.corrected.unwrap()
const parts = partsOf(Corrected)

type EditProposalProps = {
  readonly read: TextRead
  /** Where the text is drawn. */
  readonly shown: RefObject<HTMLElement | null>
  readonly proposal: Proposal
  readonly number: number
  readonly close: () => void
}

/**
 * Takes a proposal as a person corrects it. Only what was changed is sent, so what the reader said can still be told apart.
 * Dragging over the text, or typing the words, moves the passage.
 */
export function EditProposal({ read, shown, proposal, number, close }: EditProposalProps) {
  const text = useText()
  const { content } = proposal
  const [passage, setPassage] = useState({ words: content.text, start: content.span.start })
  useMarking(shown, setPassage)
  const start = typedParts(parts, content)
  const isMoved = passage.words !== content.text || passage.start !== content.span.start
  const span = isMoved ? spanOf(read.text.text, passage.words, passage.start) : content.span
  return (
    <section className="sf-box sf-stack" aria-label={text('dialogue.editProposal.title')}>
      <p className="sf-row">
        <span className="dialogue-proposal-number sf-figures">{number}</span>
        <strong>{text('dialogue.editProposal.title')}</strong>
      </p>
      <Textarea
        label={text('dialogue.field.passage')}
        description={text('dialogue.hint.passage')}
        className="sf-source"
        autosize
        maxRows={8}
        dir="auto"
        lang={languageOfScript(passage.words)}
        value={passage.words}
        error={span === null && text('dialogue.markPassage.notFound')}
        onChange={({ currentTarget }) => setPassage({ ...passage, words: currentTarget.value })}
      />
      <FormAct
        contract={acceptProposal}
        fixed={{ id: proposal.id }}
        schema={Corrected}
        start={start}
        startsOpen
        name="dialogue.acceptCorrected"
        askedOf={(said) => ({ corrected: { ...changed(said, content), ...(isMoved ? { span } : {}) } })}
        done={close}
        close={close}
        variant="filled"
      />
    </section>
  )
}

/** What differs from what was proposed. A required word left empty stays as it was. */
function changed(said: Readonly<Record<string, unknown>>, was: unknown): Record<string, unknown> {
  const held = recordOf(was)
  return Object.fromEntries(Object.entries(said).filter(([name, value]) => !isSame(value, held[name] ?? null)))
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

import { UnstyledButton } from '@mantine/core'
import { acceptProposal, ReaderProposal } from '@solferino/server/dialogue/contract'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useText } from '#kernel/text.tsx'
import { Speaker } from '#dialogue/entry-row.tsx'
import type { Proposal } from '#dialogue/reading-shapes.ts'
import { FormAct } from '#ui/form-act.tsx'
import { partsOf, recordOf, typedParts } from '#ui/form-shape.ts'
import { languageOfScript } from '#ui/script.ts'
import { ShapeFacts } from '#ui/shape-facts.tsx'
import { Tag } from '#ui/tag.tsx'

type ProposalCardProps = {
  readonly proposal: Proposal
  readonly number: number
  readonly isChosen: boolean
  readonly choose: () => void
}

/** One proposal: who, what kind, in which words, and where it is chosen all that was read of it. */
export function ProposalCard({ proposal, number, isChosen, choose }: ProposalCardProps) {
  const text = useText()
  const card = useRef<HTMLDivElement>(null)
  const { content, state, statement } = proposal
  useEffect(() => {
    if (isChosen) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <div ref={card} className="sf-box dialogue-proposal" data-chosen={isChosen} data-state={state}>
      <UnstyledButton className="dialogue-proposal-head" aria-pressed={isChosen} onClick={choose}>
        <span className="dialogue-proposal-number sf-figures">{number}</span>
        <strong>{text(`dialogue.word.kind.${content.kind}`)}</strong>
        {content.kind !== 'meeting' && <Speaker statement={content} />}
        {content.condition !== null && <Tag tone="attention">{text('dialogue.mark.condition')}</Tag>}
        {content.hedge && <Tag tone="attention">{text('dialogue.mark.hedge')}</Tag>}
        {content.negated && <Tag>{text('dialogue.mark.negated')}</Tag>}
        <span className="sf-second">{text(content.quoted ? 'dialogue.mark.quoted' : 'dialogue.mark.indirect')}</span>
      </UnstyledButton>
      <p className="sf-source" dir="auto" lang={languageOfScript(content.text)}>
        {content.text}
      </p>
      {state !== 'open' && (
        <p className="sf-second">
          {text(`dialogue.state.proposal.${state}`)}
          {statement !== null && (
            <>
              {' · '}
              <Link to={`/dialogue/entries/${statement}`}>{text('dialogue.proposal.statement')}</Link>
            </>
          )}
        </p>
      )}
      {isChosen && (
        <ShapeFacts
          slice="dialogue"
          schema={ReaderProposal}
          value={content}
          leftOut={['kind', 'text', 'quoted', 'span', 'negated', 'hedge']}
        />
      )}
    </div>
  )
}

const Corrected = acceptProposal.input.shape.corrected.unwrap()
const parts = partsOf(Corrected)

type EditProposalProps = { readonly proposal: Proposal; readonly number: number; readonly close: () => void }

/** Takes a proposal as a person corrects it. Only what was changed is sent, so what the reader said can still be told apart. */
export function EditProposal({ proposal, number, close }: EditProposalProps) {
  const text = useText()
  const start = typedParts(parts, proposal.content)
  return (
    <section className="sf-box sf-stack" aria-label={text('dialogue.editProposal.title')}>
      <p className="sf-row">
        <span className="dialogue-proposal-number sf-figures">{number}</span>
        <strong>{text('dialogue.editProposal.title')}</strong>
      </p>
      <p className="sf-source" dir="auto" lang={languageOfScript(proposal.content.text)}>
        {proposal.content.text}
      </p>
      <FormAct
        contract={acceptProposal}
        fixed={{ id: proposal.id }}
        schema={Corrected}
        start={start}
        startsOpen
        name="dialogue.acceptCorrected"
        askedOf={(said) => ({ corrected: changed(said, proposal.content) })}
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

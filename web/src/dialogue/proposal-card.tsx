import { UnstyledButton } from '@mantine/core'
import { ReaderProposal } from '@solferino/server/dialogue/contract'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useText } from '#kernel/text.tsx'
import { Speaker } from '#dialogue/entry-row.tsx'
import type { Proposal } from '#dialogue/reading-shapes.ts'
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

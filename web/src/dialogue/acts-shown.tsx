import {
  assessCommitment,
  escalateRepresentation,
  readEntry,
  RepresentationAsked,
} from '@solferino/server/dialogue/contract'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { useAnswer } from '#kernel/operation.ts'
import { useText } from '#kernel/text.tsx'
import { Quoted } from '#dialogue/entry-row.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { ShapeFacts } from '#ui/shape-facts.tsx'
import { Answered } from '#ui/trouble.tsx'

type ActProps = { readonly payload: unknown; readonly subject: string }

/** How a commitment would be seen: its words, what was seen of it, and how that is put. */
export function AssessAct({ payload }: ActProps) {
  const text = useText()
  const asked = assessCommitment.input.safeParse(payload).data
  const answer = useAnswer(readEntry, { id: asked?.id ?? '' }, { enabled: asked !== undefined })
  if (!asked) return null
  return (
    <Answered slice="dialogue" answer={answer}>
      {({ entry }) => {
        if (entry.kind !== 'commitment') return null
        const seen = entry.content.evidence.filter((one) => asked.evidence.includes(one.id))
        return (
          <div className="sf-stack-wide">
            <Quoted words={entry.content.words} />
            <ShapeFacts slice="dialogue" schema={assessCommitment.input} value={asked} leftOut={['id', 'evidence']} />
            {seen.map((one) => (
              <p key={one.id} dir="auto">
                {one.source}: {one.text}
              </p>
            ))}
            <Link to={`/dialogue/entries/${asked.id}`}>{text('dialogue.entry.open')}</Link>
          </div>
        )
      }}
    </Answered>
  )
}

const Cleared = z.object({ id: z.string(), draft: RepresentationAsked })

/** A representation that waits for its second approval: exactly the text and the facts that would leave the house. */
export function ClearAct({ payload }: ActProps) {
  const text = useText()
  const asked = Cleared.safeParse(payload).data
  if (!asked) return null
  return (
    <div className="sf-stack-wide">
      <p dir="auto" className="sf-box sf-said">
        {asked.draft.text}
      </p>
      <ShapeFacts slice="dialogue" schema={RepresentationAsked} value={asked.draft} leftOut={['text']} />
      <Link to={`/dialogue/entries/${asked.id}`}>
        <RecordNumber number={asked.id} /> {text('dialogue.entry.open')}
      </Link>
    </div>
  )
}

/** What would follow a representation that had no sufficient effect, and why. */
export function EscalateAct({ payload, subject }: ActProps) {
  const text = useText()
  const asked = escalateRepresentation.input.safeParse(payload).data
  if (!asked) return null
  return (
    <div className="sf-stack-wide">
      <ShapeFacts slice="dialogue" schema={escalateRepresentation.input} value={asked} leftOut={['id']} />
      <Link to={`/dialogue/entries/${subject}`}>
        <RecordNumber number={subject} /> {text('dialogue.entry.open')}
      </Link>
    </div>
  )
}

import type { RefObject } from 'react'
import { useText } from '#kernel/text.tsx'
import { piecesOf } from '#dialogue/passages.ts'
import type { Proposal, TextRead } from '#dialogue/reading-shapes.ts'

type ReadPassagesProps = {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly read: TextRead
  readonly chosen: string | null
  readonly choose: (id: string) => void
}

/** The text as it came, and under each passage the line of its kind. The numbers are drawn, so that no letter is added. */
export function ReadPassages({ ref, read, chosen, choose }: ReadPassagesProps) {
  const text = useText()
  const { proposals } = read
  const language = read.text.language
  const shown = proposals.filter((one) => one.state !== 'dropped')
  const numbers = new Map(proposals.map((one, at) => [one.id, at + 1]))
  const pieces = piecesOf(
    read.text.text,
    shown.map(({ id, content }) => ({ id, ...content.span })),
  )
  const of = (id: string | undefined) => shown.find((one) => one.id === id)
  return (
    <div className="dialogue-reading">
      {/* Its passages are chosen by the cards and their keys; a click in the text is a shorter way to the same. */}
      <div ref={ref} className="dialogue-text" dir="auto" {...(language === null ? {} : { lang: language })}>
        {pieces.map((piece) => {
          const inner = of(piece.within.find((id) => id === chosen) ?? piece.within.at(-1))
          if (!inner) return <span key={piece.start}>{piece.text}</span>
          return (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the cards and their keys do the same
            <mark
              key={piece.start}
              data-kind={inner.content.kind}
              data-chosen={inner.id === chosen}
              data-accepted={inner.state === 'accepted'}
              data-number={piece.closes.map((id) => numbers.get(id)).join(' ')}
              onClick={() => {
                // Whoever drags over the text marks a passage, and chooses nothing.
                if (document.getSelection()?.isCollapsed !== false) choose(inner.id)
              }}
            >
              {piece.text}
            </mark>
          )
        })}
      </div>
      <Legend kinds={[...new Set(shown.map((one: Proposal) => one.content.kind))]} label={text('dialogue.legend')} />
    </div>
  )
}

function Legend({ kinds, label }: { readonly kinds: readonly string[]; readonly label: string }) {
  const text = useText()
  if (kinds.length === 0) return null
  return (
    <ul className="dialogue-legend" aria-label={label}>
      {kinds.map((kind) => (
        <li key={kind}>
          <mark data-kind={kind}>{text(`dialogue.word.kind.${kind}`)}</mark>
        </li>
      ))}
    </ul>
  )
}

import { addStatement } from '@solferino/server/dialogue/contract'
import { type RefObject, useState } from 'react'
import { useText } from '#kernel/text.tsx'
import { markedIn } from '#dialogue/marked.ts'
import { spanOf } from '#dialogue/passages.ts'
import type { TextRead } from '#dialogue/reading-shapes.ts'
import { FormAct } from '#ui/form-act.tsx'

type MarkPassageProps = {
  readonly read: TextRead
  readonly shown: RefObject<HTMLDivElement | null>
  readonly close: () => void
}

/** What the reader missed: a passage marked in the text, or typed in its very words, becomes a statement. */
export function MarkPassage({ read, shown, close }: MarkPassageProps) {
  const text = useText()
  const [marked] = useState(() => markedIn(shown.current))
  const { entry, text: report } = read
  const { source, address, publishedOn, inPublic } = report
  const start = {
    words: marked?.words ?? '',
    language: report.language ?? '',
    source,
    address: address ?? '',
    publishedOn: publishedOn ?? '',
    inPublic: inPublic ? 'yes' : '',
  }
  const spanIn = (words: unknown) => spanOf(report.text, typeof words === 'string' ? words : '', marked?.start ?? null)
  const notFound = (words: unknown) =>
    words !== null && spanIn(words) === null && <p role="alert">{text('dialogue.markPassage.notFound')}</p>
  return (
    <section className="sf-box sf-stack" aria-label={text('dialogue.markPassage.title')}>
      <FormAct
        contract={addStatement}
        fixed={{ party: entry.party, text: entry.id }}
        schema={addStatement.input.omit({ span: true, text: true, party: true })}
        start={start}
        startsOpen
        name="dialogue.markPassage"
        askedOf={(said) => ({ ...said, span: spanIn(said['words']) })}
        beside={({ said }) => notFound(said.value['words'])}
        done={close}
        close={close}
        variant="filled"
      />
    </section>
  )
}

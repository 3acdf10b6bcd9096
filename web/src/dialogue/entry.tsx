import { readEntry } from '@solferino/server/dialogue/contract'
import { useAddressed } from '#kernel/address.ts'
import type { OutputOf } from '#kernel/client.ts'
import { useAnswer } from '#kernel/operation.ts'
import { useMay } from '#kernel/session.tsx'
import { useText } from '#kernel/text.tsx'
import { Acts } from '#dialogue/acts.tsx'
import { EntryContent } from '#dialogue/entry-content.tsx'
import { Awaited, Exchange, Quoted, Reminder, Speaker } from '#dialogue/entry-row.tsx'
import { History } from '#dialogue/history.tsx'
import { useChannel } from '#dialogue/places.ts'
import { dayOf, type Entry, fillOf, isNumbered, stateKey, titleOf } from '#dialogue/words.ts'
import { useCrumbs } from '#shell/crumbs.tsx'
import { Day } from '#ui/elapsed.tsx'
import { Inspector, Page, PageHead } from '#ui/page.tsx'
import { useDateWords } from '#ui/partial-date.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { StateRing } from '#ui/state-ring.tsx'
import { Answered } from '#ui/trouble.tsx'
import '#dialogue/dialogue.css'

/** One entry of a channel: what it says, what belongs to it, what happened to it, and what may be done next. */
export function EntryPage() {
  const text = useText()
  const may = useMay()
  const id = useAddressed() ?? ''
  const answer = useAnswer(readEntry, { id })
  const read = answer.output
  const { called } = useChannel(read?.entry.party ?? '')
  useCrumbs(
    { words: text('dialogue.nav'), to: '/dialogue' },
    ...(read && called !== '' ? [{ words: called, to: `/dialogue/${read.entry.party}` }] : []),
    { words: read ? text(`dialogue.kind.${read.entry.kind}`) : text('dialogue.entry') },
  )
  return (
    <Page
      title={text('dialogue.entry')}
      {...(read && may('dialogue.write')
        ? {
            inspector: (
              <Inspector>
                <Acts read={read} />
              </Inspector>
            ),
          }
        : {})}
    >
      <Answered slice="dialogue" answer={answer}>
        {(found) => (
          <>
            <Head entry={found.entry} />
            <div className="sf-stack-wide">
              <EntryContent entry={found.entry} />
              <Children entries={found.children} />
              <Notes notes={found.notes} />
              <History read={found} />
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}

export type EntryRead = OutputOf<typeof readEntry>

function Head({ entry }: { readonly entry: Entry }) {
  const text = useText()
  const dateWords = useDateWords()
  const title = titleOf(entry)
  const isQuoted = entry.kind === 'statement' || entry.kind === 'commitment'
  return (
    <>
      <PageHead
        title={
          <>
            {entry.kind === 'statement'
              ? text(`dialogue.word.kind.${entry.content.kind}`)
              : text(`dialogue.kind.${entry.kind}`)}
            {title !== null && !isQuoted && <bdi dir="auto">{title}</bdi>}
            {isNumbered(entry.id) && <RecordNumber number={entry.id} isTag />}
          </>
        }
        facts={[
          <StateRing key="state" fill={fillOf(entry)}>
            {text(stateKey(entry))}
          </StateRing>,
          dateWords(dayOf(entry)),
          ...(entry.kind === 'statement' && entry.content.kind !== 'meeting'
            ? [<Speaker key="speaker" statement={entry.content} />]
            : []),
          ...(entry.awaits === null ? [] : [<Awaited key="awaits" entry={entry} />]),
          ...(entry.remindOn === null ? [] : [<Reminder key="reminder" entry={entry} />]),
        ]}
      />
      {isQuoted && title !== null && (
        <div className="dialogue-said">
          <Quoted words={title} />
        </div>
      )}
    </>
  )
}

function Children({ entries }: { readonly entries: readonly Entry[] }) {
  const text = useText()
  if (entries.length === 0) return null
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('dialogue.children')}</h2>
      <Exchange entries={entries} />
    </section>
  )
}

/** Our own notes: apart from the minutes, and never shown to the other side. */
function Notes({ notes }: { readonly notes: EntryRead['notes'] }) {
  const text = useText()
  if (notes.length === 0) return null
  return (
    <section className="sf-stack">
      <h2 className="sf-section-title">{text('dialogue.notes')}</h2>
      {notes.map((note) => (
        <div key={note.id} className="sf-box">
          <span className="sf-second">
            <Day at={note.at} withTime />
          </span>
          <p dir="auto" className="sf-said">
            {note.content.text}
          </p>
        </div>
      ))}
    </section>
  )
}

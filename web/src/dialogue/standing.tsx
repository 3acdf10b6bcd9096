import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useNow } from '#kernel/now.ts'
import { useText } from '#kernel/text.tsx'
import { EntryTitle, Reminder } from '#dialogue/entry-row.tsx'
import type { ChannelRead } from '#dialogue/places.ts'
import { type Entry, fillOf, isNumbered, type Of, pathOf, stateKey } from '#dialogue/words.ts'
import { Elapsed } from '#ui/elapsed.tsx'
import { PartialDate } from '#ui/partial-date.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { StateRing } from '#ui/state-ring.tsx'
import '#ui/table.css'

/** What stands open in a channel: what we await and what they do, what was undertaken by either, who may be spoken with. */
export function Standing({ read }: { readonly read: ChannelRead }) {
  const text = useText()
  const { unanswered, owed, reminders, promised, interlocutors } = read
  const commitments = promised.filter((entry): entry is Of<'commitment'> => entry.kind === 'commitment')
  const theirs = commitments.filter((one) => one.content.promisor === 'party')
  const ours = commitments.filter((one) => one.content.promisor === 'intermediary')
  return (
    <div className="sf-stack-wide">
      <Part
        title={text('dialogue.waits.unanswered')}
        lead={text('dialogue.noNumber')}
        none={text('dialogue.unanswered.none')}
      >
        {unanswered.length > 0 && <Waiting entries={unanswered} />}
      </Part>
      {owed.length > 0 && (
        <Part title={text('dialogue.waits.owed')}>
          <Waiting entries={owed} />
        </Part>
      )}
      <Part title={text('dialogue.promised.theirs')} none={text('dialogue.promised.none')}>
        {theirs.length > 0 && <Promised entries={theirs} />}
      </Part>
      <Part title={text('dialogue.promised.ours')} none={text('dialogue.promised.noneOurs')}>
        {ours.length > 0 && <Promised entries={ours} />}
      </Part>
      {reminders.length > 0 && (
        <Part title={text('dialogue.waits.reminders')}>
          <ul className="sf-plain-list">
            {reminders.map((entry) => (
              <li key={entry.id}>
                <EntryTitle entry={entry} /> <Reminder entry={entry} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={text('dialogue.interlocutors')} none={text('dialogue.interlocutors.none')}>
        {interlocutors.length > 0 && <Interlocutors entries={interlocutors} />}
      </Part>
    </div>
  )
}

type PartProps = {
  readonly title: string
  readonly lead?: string
  readonly none?: string
  readonly children: ReactNode
}

function Part({ title, lead, none, children }: PartProps) {
  return (
    <section className="sf-stack">
      <div className="sf-row sf-wrap">
        <h2 className="sf-section-title sf-grow">{title}</h2>
        {lead !== undefined && <span className="sf-second">{lead}</span>}
      </div>
      {children !== false && children !== null ? children : <p className="sf-dim">{none}</p>}
    </section>
  )
}

/** How long each has been waited for, beside the longest of them; a length, and no colour. */
function Waiting({ entries }: { readonly entries: readonly Entry[] }) {
  const now = useNow()
  const waitedMs = (entry: Entry) => Math.max(0, now - Date.parse(entry.awaitedSince ?? entry.openedAt))
  const longestMs = Math.max(1, ...entries.map(waitedMs))
  return (
    <ul className="dialogue-waiting">
      {entries.map((entry) => (
        <li key={entry.id}>
          <span className="dialogue-waiting-words">
            <EntryTitle entry={entry} />
            {isNumbered(entry.id) && <RecordNumber number={entry.id} />}
          </span>
          <svg className="dialogue-waiting-bar" height="6" width="100%" aria-hidden="true">
            <rect width={`${(100 * waitedMs(entry)) / longestMs}%`} height="6" rx="3" fill="var(--sf-ink)" />
          </svg>
          <Elapsed since={entry.awaitedSince ?? entry.openedAt} />
        </li>
      ))}
    </ul>
  )
}

/** Commitments in the words in which they were given, by whom, until when, and how they are seen. */
export function Promised({ entries }: { readonly entries: readonly Of<'commitment'>[] }) {
  const text = useText()
  return (
    <div className="sf-table-frame">
      <table className="sf-table">
        <thead>
          <tr>
            <th scope="col">{text('dialogue.promised.words')}</th>
            <th scope="col">{text('dialogue.field.due')}</th>
            <th scope="col">{text('dialogue.promised.seen')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>
                <Link to={pathOf(entry)} className="dialogue-promised-words sf-source">
                  <bdi dir="auto">{entry.content.words}</bdi>
                </Link>
                <span className="sf-second dialogue-block">
                  <bdi dir="auto">{entry.content.who}</bdi>
                  {entry.content.saidOn && (
                    <>
                      , <PartialDate date={entry.content.saidOn} />
                    </>
                  )}{' '}
                  <RecordNumber number={entry.id} />
                </span>
                {entry.content.condition !== null && (
                  <span className="dialogue-condition dialogue-block">
                    <bdi dir="auto">{entry.content.condition}</bdi>
                  </span>
                )}
              </td>
              <td>
                {entry.content.due ? (
                  <PartialDate date={entry.content.due} />
                ) : (
                  <span className="sf-dim">{text('dialogue.due.none')}</span>
                )}
              </td>
              <td>
                <StateRing fill={fillOf(entry)}>{text(stateKey(entry))}</StateRing>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Interlocutors({ entries }: { readonly entries: readonly Entry[] }) {
  const text = useText()
  return (
    <ul className="sf-plain-list">
      {entries
        .filter((entry): entry is Of<'interlocutor'> => entry.kind === 'interlocutor')
        .map((entry) => (
          <li key={entry.id} className="sf-row sf-wrap">
            <Link to={pathOf(entry)}>
              <bdi dir="auto">{entry.content.name}</bdi>
            </Link>
            <span className="sf-second">
              <bdi dir="auto">{entry.content.office}</bdi>
            </span>
            {entry.state === 'term_ended' && <span className="sf-second">{text(stateKey(entry))}</span>}
          </li>
        ))}
    </ul>
  )
}

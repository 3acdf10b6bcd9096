import {
  IconArrowDownLeft,
  IconArrowsExchange,
  IconArrowUpRight,
  IconBell,
  IconFileText,
  IconHourglass,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useNow } from '#kernel/now.ts'
import { useText } from '#kernel/text.tsx'
import {
  dayOf,
  type Direction,
  directionOf,
  type Entry,
  fillOf,
  isNumbered,
  pathOf,
  stateKey,
  titleOf,
} from '#dialogue/words.ts'
import { Elapsed } from '#ui/elapsed.tsx'
import { useDateWords } from '#ui/partial-date.tsx'
import { RecordNumber } from '#ui/record-number.tsx'
import { languageOfScript } from '#ui/script.ts'
import { StateRing } from '#ui/state-ring.tsx'

const icons = {
  theirs: IconArrowDownLeft,
  ours: IconArrowUpRight,
  both: IconArrowsExchange,
  none: IconFileText,
} as const satisfies Record<Direction, unknown>

/** What passed between a party and us, newest first: the day, from whom to whom, what, and what is awaited. */
export function Exchange({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ol className="dialogue-exchange">
      {entries.map((entry) => (
        <ExchangeRow key={entry.id} entry={entry} />
      ))}
    </ol>
  )
}

function ExchangeRow({ entry }: { readonly entry: Entry }) {
  const text = useText()
  const dateWords = useDateWords()
  const direction = directionOf(entry)
  const Icon = icons[direction]
  return (
    <li className="dialogue-row">
      <span className="dialogue-row-day sf-figures">{dateWords(dayOf(entry))}</span>
      <span className="dialogue-row-icon" title={text(`dialogue.direction.${direction}`)}>
        <Icon size={14} stroke={1.5} aria-hidden="true" className="sf-flip" />
        <span className="sf-hidden">{text(`dialogue.direction.${direction}`)}</span>
      </span>
      <div className="dialogue-row-words">
        <EntryTitle entry={entry} />
        <EntrySecond entry={entry} />
        <Awaited entry={entry} />
        <Reminder entry={entry} />
      </div>
    </li>
  )
}

/** What it is and what about, as the link to it. The words of a source are in its voice. */
export function EntryTitle({ entry }: { readonly entry: Entry }) {
  const text = useText()
  const title = titleOf(entry)
  const kind =
    entry.kind === 'statement' ? text(`dialogue.word.kind.${entry.content.kind}`) : text(`dialogue.kind.${entry.kind}`)
  const isQuoted = entry.kind === 'statement' || entry.kind === 'commitment'
  return (
    <>
      <Link to={pathOf(entry)} className="dialogue-row-title">
        {kind}
        {title !== null && !isQuoted && (
          <>
            : <bdi dir="auto">{title}</bdi>
          </>
        )}
      </Link>
      {isQuoted && title !== null && <Quoted words={title} />}
    </>
  )
}

export function Quoted({ words }: { readonly words: string }) {
  return (
    <blockquote className="sf-quote">
      <p className="sf-source" dir="auto" lang={languageOfScript(words)}>
        {words}
      </p>
    </blockquote>
  )
}

function EntrySecond({ entry }: { readonly entry: Entry }) {
  const text = useText()
  return (
    <span className="dialogue-row-second sf-second">
      <StateRing fill={fillOf(entry)}>{text(stateKey(entry))}</StateRing>
      {entry.kind === 'statement' && entry.content.kind !== 'meeting' && <Speaker statement={entry.content} />}
      {isNumbered(entry.id) && <RecordNumber number={entry.id} />}
    </span>
  )
}

type Spoken = {
  readonly kind: string
  readonly speaker: string | null
  readonly role: string | null
  readonly against: string | null
}

/** Who said it. What is said against somebody is "alleged by" whoever says it, and nothing more. */
export function Speaker({ statement }: { readonly statement: Spoken }) {
  const text = useText()
  const who = [statement.speaker, statement.role].filter((one) => one !== null).join(', ')
  const speaker = who === '' ? text('dialogue.speaker.unnamed') : who
  const isAlleged = statement.kind === 'allegation' || statement.against !== null
  if (!isAlleged) return <bdi dir="auto">{speaker}</bdi>
  return (
    <span>
      {statement.against === null
        ? text('dialogue.allegedBy', { speaker })
        : text('dialogue.allegedByOf', { speaker, against: statement.against })}
    </span>
  )
}

/** From whom an answer is awaited, and for how long; the treaties set few numbers, so none is coloured. */
export function Awaited({ entry }: { readonly entry: Entry }) {
  const text = useText()
  if (entry.awaits === null || entry.awaitedSince === null) return null
  return (
    <span className="dialogue-mark">
      <IconHourglass size={14} stroke={1.5} aria-hidden="true" /> {text(`dialogue.awaits.${entry.awaits}`)}{' '}
      <Elapsed since={entry.awaitedSince} />
    </span>
  )
}

/** Our own day to come back to it. Past it nothing happens by itself. */
export function Reminder({ entry }: { readonly entry: Entry }) {
  const text = useText()
  const now = useNow()
  const dateWords = useDateWords()
  if (entry.remindOn === null) return null
  const isPast = entry.remindOn < new Date(now).toISOString().slice(0, 10)
  return (
    <span className="dialogue-mark">
      <IconBell size={14} stroke={1.5} aria-hidden="true" />{' '}
      {text(isPast ? 'dialogue.reminder.past' : 'dialogue.reminder.ahead', { day: dateWords(entry.remindOn) })}
      {entry.nextStep !== null && (
        <>
          : <bdi dir="auto">{entry.nextStep}</bdi>
        </>
      )}
    </span>
  )
}

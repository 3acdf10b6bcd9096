// How an entry is called and shown, the same for every party.
import type { Entry as EntryShape } from '@solferino/server/dialogue/contract'
import type { z } from 'zod'
import type { Fill } from '#ui/state-ring.tsx'

export type Entry = z.output<typeof EntryShape>
export type Kind = Entry['kind']
export type Of<Which extends Kind> = Extract<Entry, { kind: Which }>

const fills: Readonly<Record<Kind, Readonly<Record<string, Fill>>>> = {
  interlocutor: { in_office: 1, term_ended: 'dashed' },
  meeting: { held: 2, minutes_agreed: 'done' },
  note: { written: 'done' },
  letter: { open: 1, acknowledged: 2, answered: 'done' },
  text: { to_read: 1, read: 'done' },
  statement: { recorded: 1, raised: 'done' },
  commitment: {
    stated: 0,
    registered: 1,
    confirmed: 2,
    contested: 'dashed',
    tracked: 3,
    // How it is seen is no verdict: neither a colour nor a tick says more than the word.
    seen_done: 3,
    partly_seen: 3,
    not_seen: 3,
    cannot_assess: 3,
    superseded: 'dashed',
  },
  access: {
    planned: 0,
    requested: 1,
    agreed: 2,
    conditions_disputed: 2,
    refused_temporary: 'dashed',
    refused: 'dashed',
    scheduled: 3,
    visited: 'done',
    prevented: 'dashed',
  },
  representation: { drafted: 0, cleared: 1, delivered: 2, answered: 3, escalated: 3, closed: 'done' },
  matter: { open: 0, put: 2, answered: 3, closed: 'done' },
}

/** How far an entry has come, as its ring shows it. */
export function fillOf({ kind, state }: Entry): Fill {
  return fills[kind][state] ?? 0
}

export function stateKey({ kind, state }: Entry): string {
  return `dialogue.state.${kind}.${state}`
}

/** What an entry is about, in the words of its source or of who entered it; null where its kind says all. */
export function titleOf(entry: Entry): string | null {
  switch (entry.kind) {
    case 'interlocutor':
      return entry.content.name
    case 'letter':
      return entry.content.about
    case 'text':
      return entry.content.source
    case 'statement':
    case 'commitment':
      return entry.content.words
    case 'access':
      return entry.content.place ?? entry.content.category
    case 'representation':
      return entry.content.subject
    case 'matter':
      return entry.content.title
    case 'meeting':
      return entry.content.theirs.map(({ name }) => name).join(', ')
    case 'note':
    default:
      return null
  }
}

/** The day of what happened, as far as it is known; without one the day on which it was entered counts. */
export function dayOf(entry: Entry): string {
  switch (entry.kind) {
    case 'meeting':
      return entry.content.heldOn.edtf
    case 'letter':
      return entry.content.on
    case 'text':
      return entry.content.publishedOn ?? entry.openedAt.slice(0, 10)
    case 'statement':
      return entry.content.saidOn?.edtf ?? entry.content.publishedOn ?? entry.openedAt.slice(0, 10)
    case 'commitment':
      return entry.content.saidOn?.edtf ?? entry.openedAt.slice(0, 10)
    case 'access':
      return entry.content.requests.at(-1)?.on ?? entry.openedAt.slice(0, 10)
    case 'representation':
      return entry.content.delivery?.on ?? entry.openedAt.slice(0, 10)
    case 'matter':
      return entry.content.put?.on ?? entry.openedAt.slice(0, 10)
    case 'interlocutor':
    case 'note':
    default:
      return entry.openedAt.slice(0, 10)
  }
}

export type Direction = 'theirs' | 'ours' | 'both' | 'none'

/** From whom it went to whom. */
export function directionOf(entry: Entry): Direction {
  switch (entry.kind) {
    case 'letter':
      return entry.content.direction === 'in' ? 'theirs' : 'ours'
    case 'commitment':
      return entry.content.promisor === 'party' ? 'theirs' : 'ours'
    case 'statement':
      return 'theirs'
    case 'access':
    case 'representation':
    case 'matter':
      return 'ours'
    case 'meeting':
      return 'both'
    case 'interlocutor':
    case 'text':
    case 'note':
    default:
      return 'none'
  }
}

/** Where an entry is opened: a text in the room where it is read, all else on its own page. */
export function pathOf(entry: Pick<Entry, 'id' | 'kind'>): string {
  return entry.kind === 'text' ? `/dialogue/texts/${entry.id}` : `/dialogue/entries/${entry.id}`
}

/** Whether an entry is quoted by the house number that people use for it. */
export function isNumbered(id: string): boolean {
  return id.startsWith('COM-') || id.startsWith('REP-')
}

import type { FactGrade, Item, Known } from './words.ts'

type Informing = 'informing' | 'informing_limited' | 'informing_death'

/** What of a notice counts: that its sender holds somebody, has let somebody go, or that somebody has died. */
export type Says = 'held' | 'released' | 'dead' | 'nothing'

export type Rule = {
  readonly informing: Informing
  /** What the first line of every answer of this kind says: nothing can be told without it. */
  readonly base: Item
  /** All that may be told besides. */
  readonly items: readonly Item[]
  readonly outcomes: readonly string[]
  readonly factGrades: readonly FactGrade[]
  /** The record itself must be a notice of the authority, and say one of these. */
  readonly notice: readonly Says[] | null
  /** The person's own consent, for this recipient and item by item. */
  readonly consent: boolean
  /** Two people review the detriment, whatever else is known. */
  readonly detriment: boolean
  /** The competent authority and its reference are named. */
  readonly authority: boolean
}

const byConsent: readonly Item[] = ['own_words', 'place', 'health', 'address']
const ofDeath: readonly Item[] = ['date_of_death', 'place_of_death', 'burial']
const any: readonly FactGrade[] = ['reported', 'corroborated', 'established']
const surer: readonly FactGrade[] = ['corroborated', 'established']

const notified: Rule = {
  informing: 'informing_limited',
  base: 'notice',
  items: [],
  outcomes: ['located_in_detention', 'whereabouts_partial'],
  factGrades: any,
  notice: ['held', 'released'],
  consent: false,
  detriment: false,
  authority: false,
}
const spoken: Rule = {
  ...notified,
  informing: 'informing',
  base: 'seen',
  items: byConsent,
  factGrades: surer,
  notice: null,
  consent: true,
}
const dead: Rule = { ...notified, informing: 'informing_death', base: 'death', items: ofDeath, notice: null }

/** What may be told, by how the fact is known (domain/05 4b a to e; GC III 122(4), IV 136 to 140). */
export const rules: Readonly<Record<Known, Rule>> = {
  // (a) The notification, its date, who sent it; no place, no health. The treaty wants kin advised quickly.
  prisoner_notified: notified,
  // (b) The same, once two people have reviewed the detriment.
  civilian_notified: { ...notified, detriment: true },
  // (c) The person's own words, to the recipients he named.
  seen_by_staff: {
    ...spoken,
    outcomes: [
      'located_in_detention',
      'located_alive_contact',
      'located_alive_no_contact_wish',
      'fate_clarified_other',
      'whereabouts_partial',
    ],
  },
  // (d) Only what the person agreed, always asked before.
  found_at_liberty: {
    ...spoken,
    outcomes: ['located_alive_contact', 'located_alive_no_contact_wish', 'fate_clarified_other'],
  },
  // (e) Three outcomes, three texts. The intermediary identifies nobody: the competent authority does.
  death_notified: { ...dead, base: 'notice', notice: ['dead'], outcomes: ['fate_dead_notified'] },
  death_documented: { ...dead, authority: true, factGrades: surer, outcomes: ['fate_dead_documented'] },
  remains_identified: {
    ...dead,
    authority: true,
    factGrades: ['established'],
    outcomes: ['fate_dead_remains_identified'],
  },
}

/** In which of the three ways of telling an answer is cleared. */
export function informingOf(known: Known): Informing {
  return rules[known].informing
}

/** A death is signed by the lead and told in person by trained staff. */
export function isDeath(known: Known): boolean {
  return rules[known].informing === 'informing_death'
}

/** What a record's notice says, by its kind and by what it tells has happened. */
export function saysOf(notice: string, happened: readonly string[]): Says {
  if (['deaths', 'graves'].includes(notice) || happened.some((kind) => kind === 'death' || kind === 'burial'))
    return 'dead'
  if (notice === 'released_or_exchanged') return 'released'
  return ['held', 'hospital', 'replies'].includes(notice) && !happened.some(isLeaving) ? 'held' : 'nothing'
}

function isLeaving(kind: string): boolean {
  return ['release', 'exchange', 'repatriation', 'escape'].includes(kind)
}

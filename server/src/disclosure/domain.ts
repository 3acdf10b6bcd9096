import { refuse, type Refused } from '#kernel/result'
import type { DetrimentDecision, FactGrade, GateRefusal, HarmFlag, Item, Known } from './words.ts'

type Informing = 'informing' | 'informing_limited' | 'informing_death'
type Check = { readonly how: string } | null

/** Everything the gate looks at, for one answer to one enquirer at one moment. */
export type Case = {
  readonly asked: {
    readonly known: Known
    readonly outcome: string
    readonly factGrade: FactGrade
    readonly items: readonly Item[]
    readonly personConsent: {
      readonly relation: string
      readonly namesEnquirer: boolean
      readonly items: readonly Item[]
    } | null
    readonly harmFlags: readonly HarmFlag[]
    readonly authority: string | null
    readonly reference: string | null
    readonly bestInterests: string | null
    readonly until: string
  }
  readonly enquirer: {
    readonly identityChecked: Check
    readonly relationChecked: Check
    readonly riskConsidered: string | null
    readonly relation: string | null
    readonly minor: boolean | null
    readonly accompaniedBy: string | null
  }
  readonly sought: {
    readonly minor: boolean | null
    readonly age: number | null
    readonly wishes: { readonly deathMayBeTold: boolean | null } | null
  }
  readonly pair: { readonly standing: boolean; readonly grade: string }
  readonly record: {
    readonly withdrawnAt: string | null
    readonly unconfirmed: boolean
    readonly countsAsNotice: boolean
    readonly status: string | null
    readonly saysDead: boolean
    readonly age: number | null
  }
  /** How many others are as likely: uniqueness both ways (domain/07 3). */
  readonly asLikely: { readonly records: number; readonly requests: number }
  readonly detriment: { readonly decision: DetrimentDecision; readonly reviewOn: string } | null
  /** Today, in UTC. */
  readonly today: string
}

const notice: readonly Item[] = ['notification', 'notification_date', 'sender']
const byConsent: readonly Item[] = ['own_words', 'place', 'health', 'address', ...notice]
const ofDeath: readonly Item[] = [...notice, 'date_of_death', 'place_of_death', 'burial']

type Rule = {
  readonly informing: Informing
  readonly items: readonly Item[]
  readonly outcomes: readonly string[]
  readonly factGrades: readonly FactGrade[]
  /** The record itself must be a notice of the authority that holds or held the person. */
  readonly notice: boolean
  readonly consent: boolean
  readonly detriment: boolean
  readonly authority: boolean
}

const any: readonly FactGrade[] = ['reported', 'corroborated', 'established']
const sure: readonly FactGrade[] = ['established']
const rest = { notice: false, consent: false, detriment: false, authority: false }

/** What may be told, by how the fact is known (domain/05 4b, on GC III 122(4), IV 136–140). */
const rules: Readonly<Record<Known, Rule>> = {
  prisoner_notified: {
    ...rest,
    informing: 'informing_limited',
    items: notice,
    outcomes: ['located_in_detention', 'whereabouts_partial'],
    factGrades: any,
    notice: true,
  },
  civilian_notified: {
    ...rest,
    informing: 'informing_limited',
    items: notice,
    outcomes: ['located_in_detention', 'whereabouts_partial'],
    factGrades: any,
    notice: true,
    detriment: true,
  },
  seen_by_staff: {
    ...rest,
    informing: 'informing',
    items: byConsent,
    outcomes: [
      'located_in_detention',
      'located_alive_contact',
      'located_alive_no_contact_wish',
      'fate_clarified_other',
      'whereabouts_partial',
    ],
    factGrades: ['corroborated', 'established'],
    consent: true,
  },
  found_at_liberty: {
    ...rest,
    informing: 'informing',
    items: byConsent,
    outcomes: ['located_alive_contact', 'located_alive_no_contact_wish', 'fate_clarified_other'],
    factGrades: ['corroborated', 'established'],
    consent: true,
  },
  death_notified: {
    ...rest,
    informing: 'informing_death',
    items: ofDeath,
    outcomes: ['fate_dead_notified'],
    factGrades: any,
    notice: true,
  },
  death_documented: {
    ...rest,
    informing: 'informing_death',
    items: ofDeath,
    outcomes: ['fate_dead_documented'],
    factGrades: ['corroborated', 'established'],
    authority: true,
  },
  // The intermediary identifies nobody: the competent authority does, and its reference is named.
  remains_identified: {
    ...rest,
    informing: 'informing_death',
    items: ofDeath,
    outcomes: ['fate_dead_remains_identified'],
    factGrades: sure,
    authority: true,
  },
}

export function informingOf(known: Known): Informing {
  return rules[known].informing
}

/** A death is signed by the lead and told in person by trained staff. */
export function isDeath(known: Known): boolean {
  return rules[known].informing === 'informing_death'
}

/** "Possibly under 18" counts, at either end. */
export function concernsChild(one: Pick<Case, 'enquirer' | 'sought' | 'record'>): {
  sought: boolean
  enquirer: boolean
} {
  const young = (age: number | null) => age !== null && age < 18
  return {
    sought: one.sought.minor === true || young(one.sought.age) || young(one.record.age),
    enquirer: one.enquirer.minor === true,
  }
}

const clearanceDaysMax = 30

/** All that keeps the gate shut for this answer, in the order in which it is looked at; empty when it may be told. */
export function missing(one: Case): GateRefusal[] {
  const found: GateRefusal[] = []
  const need = (holds: boolean, otherwise: GateRefusal) => {
    if (!holds) found.push(otherwise)
  }
  const { asked, record, enquirer, pair } = one
  const rule = rules[asked.known]

  need(pair.standing && pair.grade === 'established', 'pair_not_established')
  need(record.withdrawnAt === null, 'record_withdrawn')
  need(!record.unconfirmed, 'record_unconfirmed')
  need(!rule.notice || record.countsAsNotice, 'not_a_notice')
  if (asked.known === 'prisoner_notified')
    need(record.status === 'prisoner_of_war' || record.status === 'retained', 'not_notified_as_prisoner')
  if (asked.known === 'death_notified') need(record.saysDead, 'not_notified_as_dead')
  need(one.asLikely.records === 0, 'second_record')
  need(one.asLikely.requests === 0, 'second_request')

  need(isChecked(enquirer.identityChecked), 'enquirer_unchecked')
  need(isChecked(enquirer.relationChecked), 'relation_unchecked')
  need(enquirer.riskConsidered !== null, 'risk_unconsidered')

  need(rule.outcomes.includes(asked.outcome), 'outcome_unfit')
  need(
    asked.items.every((item) => rule.items.includes(item)),
    'item_unfit',
  )
  need(rule.factGrades.includes(asked.factGrade), 'fact_grade_too_low')
  need(!rule.authority || (asked.authority !== null && asked.reference !== null), 'no_authority_reference')
  if (rule.consent) checkConsent(one, need)
  checkHarm(one, rule, need)
  checkChild(one, need)
  if (isDeath(asked.known)) need(one.sought.wishes?.deathMayBeTold !== false, 'death_not_wished')
  need(asked.until >= one.today && asked.until <= dayAfter(one.today, clearanceDaysMax), 'until_unfit')
  return found
}

type Need = (holds: boolean, otherwise: GateRefusal) => void

/** The consent of the person found, for this recipient and these items. */
function checkConsent({ asked, enquirer }: Case, need: Need): void {
  const consent = asked.personConsent
  if (!consent) return need(false, 'no_consent_of_person')
  need(consent.namesEnquirer && consent.relation === enquirer.relation, 'recipient_not_named')
  need(
    asked.items.every((item) => consent.items.includes(item)),
    'item_not_consented',
  )
}

/** Harm is considered always, and by two people where there is a civilian, a child or a flag (GC IV 137, 140). */
function checkHarm(one: Case, rule: Rule, need: Need): void {
  const { asked, detriment } = one
  if (!rule.consent) need(!asked.harmFlags.includes('do_not_tell'), 'person_said_no')
  const child = concernsChild(one)
  if (!rule.detriment && asked.harmFlags.length === 0 && !child.sought && !child.enquirer) return
  if (!detriment || detriment.reviewOn < one.today) return need(false, 'no_detriment_review')
  const mayTell = detriment.decision !== 'delay' && detriment.decision !== 'agency_only'
  need(mayTell, 'detriment_decided_otherwise')
}

/** Never where a child is; and a child who asks is not told alone. */
function checkChild(one: Case, need: Need): void {
  const { asked, enquirer } = one
  const child = concernsChild(one)
  if (!child.sought && !child.enquirer) return
  need(asked.bestInterests !== null, 'no_best_interests_note')
  if (child.sought) need(!asked.items.includes('place') && !asked.items.includes('address'), 'child_place')
  if (child.enquirer) need(enquirer.accompaniedBy !== null, 'child_alone_told')
}

function isChecked(check: Check): boolean {
  return check !== null && check.how !== 'not_possible'
}

export type Tellable = {
  readonly state: string
  readonly known: Known
  readonly until: string
  readonly clearedAt: string | null
  readonly words: string
}
type Told = {
  readonly how: string
  readonly trained: boolean
  readonly heldAt: string
  readonly words: string
}

/** What was told is what was cleared, while it was cleared; a death in person, by somebody trained. */
export function checkTelling(
  answer: Tellable,
  told: Told,
  now: string,
):
  | { readonly ok: true }
  | Refused<
      | 'not_cleared'
      | 'clearance_expired'
      | 'told_in_future'
      | 'told_before_cleared'
      | 'words_not_cleared'
      | 'not_in_person'
      | 'teller_untrained'
    > {
  if (answer.state !== 'cleared' || answer.clearedAt === null) return refuse('not_cleared')
  if (answer.until < now.slice(0, 10)) return refuse('clearance_expired')
  if (isAfter(told.heldAt, now)) return refuse('told_in_future')
  if (isAfter(answer.clearedAt, told.heldAt)) return refuse('told_before_cleared')
  if (told.words.trim() !== answer.words.trim()) return refuse('words_not_cleared')
  if (isDeath(answer.known) && told.how !== 'in_person') return refuse('not_in_person')
  if (isDeath(answer.known) && !told.trained) return refuse('teller_untrained')
  return { ok: true }
}

/** Several enquirers are told on the same day: nobody alone while another's answer is not ready, unless it was decided. */
export function mayBeTold(linked: readonly { readonly state: string }[], orderDecided: boolean): boolean {
  return orderDecided || linked.every((other) => other.state !== 'outcome_pending')
}

function isAfter(one: string, other: string): boolean {
  return Temporal.Instant.compare(one, other) > 0
}

function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

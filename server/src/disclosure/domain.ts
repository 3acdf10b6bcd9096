import { refuse, type Refused } from '#kernel/result'
import { possiblyChild } from './age.ts'
import { isDeath, type Rule, rules, type Says } from './rules.ts'
import type { Change, DetrimentDecision, FactGrade, GateRefusal, HarmFlag, Item, Known } from './words.ts'

type Check = { readonly how: string } | null
type Born = { readonly edtf: string; readonly other: string | null; readonly calendar: string } | null

/** Everything the gate looks at, for one answer to one enquirer at one moment. */
export type Case = {
  readonly asked: {
    readonly known: Known
    readonly outcome: string
    readonly factGrade: FactGrade
    readonly items: readonly Item[]
    readonly on: string | null
    readonly ownWords: string | null
    readonly place: string | null
    readonly health: string | null
    readonly address: string | null
    readonly dateOfDeath: string | null
    readonly placeOfDeath: string | null
    readonly burial: string | null
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
    readonly born: Born
    readonly wishes: { readonly deathMayBeTold: boolean | null } | null
  }
  readonly pair: { readonly grade: string }
  readonly record: {
    readonly withdrawnAt: string | null
    readonly unconfirmed: boolean
    /** From a party, of a kind that can be a notice at all. */
    readonly countsAsNotice: boolean
    readonly says: Says
    readonly status: string | null
    readonly age: number | null
    readonly born: Born
  }
  /** Another record of the same person says that the person has died. */
  readonly deathClaimed: boolean
  /** Uniqueness both ways (domain/07 3). */
  readonly rivals: { readonly secondRecord: boolean; readonly secondRequest: boolean }
  readonly detriment: {
    readonly decision: DetrimentDecision
    readonly items: readonly Item[]
    readonly reviewOn: string
  } | null
  /** The day, in UTC, on which the gate is asked. */
  readonly today: string
}

const clearanceDaysMax = 30
type Need = (holds: boolean, otherwise: GateRefusal) => void

/** All that keeps the gate shut for this answer, in the order in which it is looked at; empty when it may be told. */
export function missing(one: Case): GateRefusal[] {
  const found: GateRefusal[] = []
  const need: Need = (holds, otherwise) => {
    if (!holds) found.push(otherwise)
  }
  const { asked, enquirer, rivals, today } = one
  const rule = rules[asked.known]

  need(one.pair.grade === 'established', 'pair_not_established')
  checkRecord(one, rule, need)
  need(!rivals.secondRecord, 'second_record')
  need(!rivals.secondRequest, 'second_request')
  need(isChecked(enquirer.identityChecked), 'enquirer_unchecked')
  need(isChecked(enquirer.relationChecked), 'relation_unchecked')
  need(enquirer.riskConsidered !== null, 'risk_unconsidered')
  need(rule.outcomes.includes(asked.outcome), 'outcome_unfit')
  need(rule.factGrades.includes(asked.factGrade), 'fact_grade_too_low')
  checkItems(one, rule, need)
  need(!rule.authority || (asked.authority !== null && asked.reference !== null), 'no_authority_reference')
  if (rule.consent) checkConsent(one, need)
  checkHarm(one, rule, need)
  checkChild(one, need)
  if (isDeath(asked.known)) need(one.sought.wishes?.deathMayBeTold !== false, 'death_not_wished')
  else need(!one.deathClaimed, 'death_claimed')
  need(asked.until >= today && asked.until <= dayAfter(today, clearanceDaysMax), 'until_unfit')
  return found
}

/** The record stands and is authentic, and says what is to be told of it. */
function checkRecord({ asked, record }: Case, rule: Rule, need: Need): void {
  need(record.withdrawnAt === null, 'record_withdrawn')
  need(!record.unconfirmed, 'record_unconfirmed')
  if (rule.notice) need(record.countsAsNotice && rule.notice.includes(record.says), 'not_a_notice')
  if (asked.known === 'prisoner_notified')
    need(record.status === 'prisoner_of_war' || record.status === 'retained', 'not_notified_as_prisoner')
  // A power that let somebody go holds nobody: such a notice is a trace and no more.
  if (rule.notice?.includes('held') && asked.outcome === 'located_in_detention')
    need(record.says === 'held', 'outcome_unfit')
}

/** Only what may be told of such a fact, and each with its words. */
function checkItems({ asked, today }: Case, rule: Rule, need: Need): void {
  need(asked.items.includes(rule.base), 'item_unfit')
  need(
    asked.items.every((item) => item === rule.base || rule.items.includes(item)),
    'item_unfit',
  )
  need(
    asked.items.every((item) => !(item in valueOf) || valueIn(asked, item) !== null),
    'item_without_words',
  )
  if (rule.base === 'seen') need(asked.on !== null && asked.on <= today, 'no_day')
}

const valueOf = {
  own_words: 'ownWords',
  place: 'place',
  health: 'health',
  address: 'address',
  date_of_death: 'dateOfDeath',
  place_of_death: 'placeOfDeath',
  burial: 'burial',
} as const satisfies Partial<Record<Item, keyof Case['asked']>>

/** The words for an item that has any: as the source gave them. */
export function valueIn(asked: Pick<Case['asked'], (typeof valueOf)[keyof typeof valueOf]>, item: Item): string | null {
  return item === 'notice' || item === 'seen' || item === 'death' ? null : asked[valueOf[item]]
}

/** The consent of the person found, for this recipient and these items. "Tell my mother" does not cover the sister. */
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
  const { asked, detriment, today } = one
  if (!rule.consent) need(!asked.harmFlags.includes('do_not_tell'), 'person_said_no')
  const child = childrenIn(one)
  if (!detriment || detriment.reviewOn < today) {
    const review = rule.detriment || asked.harmFlags.length > 0 || child.sought || child.enquirer
    return need(!review && !detriment, 'no_detriment_review')
  }
  need(detriment.decision !== 'delay' && detriment.decision !== 'agency_only', 'detriment_decided_otherwise')
  if (detriment.decision === 'partial')
    need(
      asked.items.every((item) => detriment.items.includes(item)),
      'item_withheld',
    )
}

/** Never where a child is; and a child who asks is not told alone. */
function checkChild(one: Case, need: Need): void {
  const { asked, enquirer } = one
  const child = childrenIn(one)
  if (!child.sought && !child.enquirer) return
  need(asked.bestInterests !== null, 'no_best_interests_note')
  if (child.sought) need(!asked.items.includes('place') && !asked.items.includes('address'), 'child_place')
  if (child.enquirer) need(enquirer.accompaniedBy !== null, 'child_alone_told')
}

function childrenIn({ sought, record, enquirer, today }: Case): { sought: boolean; enquirer: boolean } {
  return {
    sought: possiblyChild(sought, today) || possiblyChild({ ...record, minor: null }, today),
    enquirer: enquirer.minor === true,
  }
}

function isChecked(check: Check): boolean {
  return check !== null && check.how !== 'not_possible'
}

/** What an answer was prepared from: versions, consents that stood, records of the person. */
export type Rests = {
  readonly soughtVersion: number
  readonly enquirerVersion: number
  readonly consents: readonly string[]
  readonly records: readonly string[]
  readonly words: string
}

/** An answer dies at once on a new claim about the person and on a withdrawn consent (domain/05 7); null while it lives. */
export function changedSince(then: Rests, now: Rests): Change | null {
  if (then.consents.some((consent) => !now.consents.includes(consent))) return 'consent_withdrawn'
  if (then.soughtVersion !== now.soughtVersion || then.enquirerVersion !== now.enquirerVersion) return 'request_changed'
  const isSame = then.records.length === now.records.length && then.records.every((one) => now.records.includes(one))
  return isSame && then.words === now.words ? null : 'new_claim'
}

export type Tellable = {
  readonly state: string
  readonly known: Known
  readonly until: string
  readonly clearedAt: string | null
  readonly words: string
  /** Who had a part in it: reviewers, proposer, signer. */
  readonly people: readonly string[]
}
type Told = {
  readonly how: string
  readonly trained: boolean
  readonly heldAt: string
  readonly words: string
  /** Who answers for the telling. */
  readonly by: string
}
const tellingRefusals = [
  'not_cleared',
  'clearance_expired',
  'told_in_future',
  'told_before_cleared',
  'words_not_cleared',
  'not_in_person',
  'teller_untrained',
  'third_person_missing',
] as const
const deathPeopleMin = 3

/**
 * What was told is what was cleared, while it was cleared. A death is told in person, by somebody trained, and it is the
 * one act for which two people do not suffice (domain/05 7).
 */
export function checkTelling(
  answer: Tellable,
  told: Told,
  now: string,
): { readonly ok: true } | Refused<(typeof tellingRefusals)[number]> {
  if (answer.state !== 'cleared' || answer.clearedAt === null) return refuse('not_cleared')
  if (isAfter(told.heldAt, now)) return refuse('told_in_future')
  if (isAfter(answer.clearedAt, told.heldAt)) return refuse('told_before_cleared')
  if (answer.until < told.heldAt.slice(0, 10)) return refuse('clearance_expired')
  if (told.words.trim() !== answer.words.trim()) return refuse('words_not_cleared')
  if (!isDeath(answer.known)) return { ok: true }
  if (told.how !== 'in_person') return refuse('not_in_person')
  if (!told.trained) return refuse('teller_untrained')
  if (new Set([...answer.people, told.by]).size < deathPeopleMin) return refuse('third_person_missing')
  return { ok: true }
}

type Linked = { readonly id: string; readonly state: string }

/**
 * Several enquirers are told on the same day, first whom it was decided to tell first (domain/05 4b). `othersWait` is the
 * decision that this one is told although an answer to another is not ready.
 */
export function checkOrder(
  request: string,
  linked: readonly Linked[],
  decided: { readonly first: string; readonly othersWait: boolean } | null,
): { readonly ok: true } | Refused<'others_not_ready' | 'order_undecided' | 'not_first'> {
  const isReady = ({ state }: Linked) => ['informing', 'informing_limited', 'informing_death'].includes(state)
  const pending = linked.filter(({ state }) => state === 'outcome_pending')
  const ready = linked.filter(isReady)
  if (pending.length > 0 && !(decided?.first === request && decided.othersWait)) return refuse('others_not_ready')
  if (pending.length + ready.length === 0 || decided?.first === request) return { ok: true }
  if (!decided) return refuse('order_undecided')
  return ready.some(({ id }) => id === decided.first) ? refuse('not_first') : { ok: true }
}

function isAfter(one: string, other: string): boolean {
  return Temporal.Instant.compare(one, other) > 0
}

function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

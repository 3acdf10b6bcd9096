import type { z } from 'zod'
import type {
  Attribute,
  AttributeClaim,
  AttributeName,
  Content,
  EventClaim,
  NoticeKind,
  PartialDate,
} from './contract.ts'

type Date = z.output<typeof PartialDate>
type Notice = z.output<typeof NoticeKind>
type Claim = z.output<typeof AttributeClaim>

/** Whether a notice of this kind says that its sender holds, held or found somebody. A sender's own missing never does. */
export function countsAsNotice(notice: Notice): boolean {
  return notice !== 'own_missing_sought' && notice !== 'remains_handed_over' && notice !== 'statement'
}

/** Remains never form an automatic pair: identification is the competent authority's (workflow 4b). */
export function mayPairBySystem(record: { readonly id: string; readonly withdrawnAt: string | null }): boolean {
  return !record.id.startsWith('RM-') && record.withdrawnAt === null
}

/** Remains have numbers of their own kind. */
export function prefixOf(notice: Notice): 'R' | 'RM' {
  return notice === 'remains_handed_over' ? 'RM' : 'R'
}

/** What is wrong with a record typed by hand; null when it may be entered. `today` is the day of now, in UTC. */
export function checkEntered(
  entered: { notice: Notice; receivedOn: string; content: z.output<typeof Content> },
  today: string,
): 'source_unnamed' | 'received_in_future' | 'remains_without_event' | null {
  const { source, events } = entered.content
  if (source.kind === 'list' ? source.listNumber === null : source.informant === null && source.reference === null)
    return 'source_unnamed'
  if (entered.receivedOn > today) return 'received_in_future'
  if (entered.notice === 'remains_handed_over' && !events.some((event) => event.kind === 'remains_handed_over'))
    return 'remains_without_event'
  return null
}

export type Edge = { readonly first: string; readonly second: string }
export type Founded = { readonly id: string; readonly founder: string; readonly formedAt: string }

/** The sets into which links join records; a record without a link is in none. Order of records and sets is fixed. */
export function setsOf(edges: readonly Edge[]): string[][] {
  const leader = new Map<string, string>()
  const find = (record: string): string => {
    const above = leader.get(record)
    if (above === undefined || above === record) return record
    const top = find(above)
    leader.set(record, top)
    return top
  }
  for (const { first, second } of edges) {
    for (const record of [first, second]) if (!leader.has(record)) leader.set(record, record)
    const [low, high] = [find(first), find(second)].sort()
    if (low !== undefined && high !== undefined) leader.set(high, low)
  }
  const sets = new Map<string, string[]>()
  for (const record of [...leader.keys()].sort()) {
    const top = find(record)
    sets.set(top, [...(sets.get(top) ?? []), record])
  }
  return [...sets.values()]
}

/**
 * Which number each set bears: that of the earliest person founded by one of its records, so that a set that was joined
 * and parted again has its old number. `person` is null where a number must be made.
 */
export function numberSets(sets: readonly string[][], founded: readonly Founded[]) {
  const inOrder = founded.toSorted((a, b) => (a.formedAt + a.id < b.formedAt + b.id ? -1 : 1))
  return sets.map((records) => ({
    records,
    person: inOrder.find((one) => records.includes(one.founder))?.id ?? null,
  }))
}

export type Told = {
  readonly id: string
  readonly channel: string
  readonly receivedOn: string
  readonly unconfirmed: boolean
  readonly withdrawnAt: string | null
  readonly content: z.output<typeof Content>
}

/** Each attribute with all that was claimed of it, by whom and when. What was not stated contradicts nothing. */
export function attributesOf(records: readonly Told[]): z.output<typeof Attribute>[] {
  const found: z.output<typeof Attribute>[] = []
  for (const attribute of attributeNames) {
    const claims = records.flatMap((record) => claimsOf(attribute, record))
    if (claims.length > 0) found.push({ attribute, agreement: agreementOf(attribute, claims), claims })
  }
  return found
}

const attributeNames: readonly z.output<typeof AttributeName>[] = [
  'name',
  'alias',
  'sex',
  'born',
  'age',
  'birthPlace',
  'mother',
  'serviceNumber',
  'documentNumber',
  'unit',
  'rank',
  'occupation',
  'legalStatus',
]

function claimsOf(attribute: z.output<typeof AttributeName>, record: Told): Claim[] {
  const { id, channel, receivedOn, unconfirmed, withdrawnAt, content } = record
  const told = content.description
  const claim = { record: id, channel, receivedOn, unconfirmed, withdrawn: withdrawnAt !== null }
  const none = { text: null, name: null, date: null }
  if (attribute === 'name') return told.names.map((name) => ({ ...claim, ...none, text: writtenName(name), name }))
  if (attribute === 'alias') return told.aliases.map((text) => ({ ...claim, ...none, text }))
  if (attribute === 'born') return told.born ? [{ ...claim, ...none, text: told.born.written, date: told.born }] : []
  const text = attribute === 'legalStatus' ? (content.legalStatus?.status ?? null) : told[attribute]
  return text === null ? [] : [{ ...claim, ...none, text: String(text) }]
}

/** A name in one line: as it was written whole, else its parts in order. */
export function writtenName(name: z.output<typeof Content>['description']['names'][number]): string {
  if (name.whole !== null) return name.whole
  const parts = [name.given, name.patronymic ?? name.father, name.grandfather, name.family]
  return parts.filter((part) => part !== null).join(' ')
}

/** Claims that a source has withdrawn do not count towards agreement; they stay to be seen. */
function agreementOf(attribute: z.output<typeof AttributeName>, claims: readonly Claim[]) {
  const standing = claims.filter((claim) => !claim.withdrawn)
  if (standing.length <= 1) return 'one'
  if (attribute === 'born') return agreementOfDates(standing)
  const texts = new Set(standing.map((claim) => plain(attribute, claim.text ?? '')))
  if (texts.size === 1) return 'same'
  return attribute === 'sex' ? 'contradicts' : 'differs'
}

function agreementOfDates(claims: readonly Claim[]) {
  const dates = claims.flatMap((claim) => (claim.date ? [claim.date] : []))
  for (const [index, one] of dates.entries())
    for (const other of dates.slice(index + 1)) if (!mayBeOneDay(one, other)) return 'contradicts'
  return new Set(dates.map((date) => `${date.edtf} ${date.other ?? ''}`)).size === 1 ? 'same' : 'differs'
}

function plain(attribute: z.output<typeof AttributeName>, text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
  return attribute === 'serviceNumber' || attribute === 'documentNumber' ? folded.replace(/[\s./-]/gu, '') : folded
}

/** Whether two partial dates leave room for one and the same day, in any of their readings. */
export function mayBeOneDay(one: Date, other: Date): boolean {
  // Dates of two calendars are not compared here: a wrong conversion would be called a contradiction of the sources.
  if (one.calendar !== other.calendar) return true
  const readings = (date: Date) => [date.edtf, ...(date.other === null ? [] : [date.other])].map(spanOf)
  return readings(one).some((a) => readings(other).some((b) => a.from <= b.to && b.from <= a.to))
}

/** First and last day a partial date allows, `YYYY-MM-DD`; about (`~`) allows two years on either side. */
export function spanOf(edtf: string): { readonly from: string; readonly to: string } {
  if (edtf.includes('/')) {
    const [from = '..', to = '..'] = edtf.split('/')
    return { from: from === '..' ? '0000-01-01' : `${from}-01-01`, to: to === '..' ? '9999-12-31' : `${to}-12-31` }
  }
  const about = edtf.endsWith('~')
  const [year = '0000', month, day] = edtf.replace('~', '').split('-')
  if (!about) return { from: `${year}-${month ?? '01'}-${day ?? '01'}`, to: `${year}-${month ?? '12'}-${day ?? '31'}` }
  const shifted = (by: number) => String(Number(year) + by).padStart(4, '0')
  return { from: `${shifted(-2)}-01-01`, to: `${shifted(2)}-12-31` }
}

/** What sources say happened, in the order of the first day each date allows; what has no date stands at the end. */
export function timelineOf(records: readonly Told[]) {
  const entries = records.flatMap(({ id, channel, receivedOn, unconfirmed, withdrawnAt, content }) =>
    content.events.map((event) => ({
      ...event,
      record: id,
      channel,
      receivedOn,
      unconfirmed,
      withdrawn: withdrawnAt !== null,
    })),
  )
  return entries.toSorted((a, b) =>
    startOf(a) + a.receivedOn + a.record < startOf(b) + b.receivedOn + b.record ? -1 : 1,
  )
}

function startOf({ on }: z.output<typeof EventClaim>): string {
  return on === null ? '9999-99-99' : spanOf(on.edtf).from
}

import { AnswerAsked, FactGrade, HarmFlag, Item, Known, Language, rules } from '@solferino/server/disclosure/contract'
import { relations, ToldOutcome } from '@solferino/server/tracing/contract'
import { z } from 'zod'

const Typed = z.string()

/** What is typed of an answer, as it is kept in a draft. Nothing is chosen beforehand but a day ahead. */
export const Form = z.object({
  pair: Typed,
  known: Known.nullable(),
  outcome: ToldOutcome.nullable(),
  stillHeld: z.boolean(),
  factGrade: FactGrade.nullable(),
  factSource: Typed,
  items: z.array(Item),
  on: Typed,
  ownWords: Typed,
  place: Typed,
  health: Typed,
  address: Typed,
  dateOfDeath: Typed,
  placeOfDeath: Typed,
  burial: Typed,
  authority: Typed,
  reference: Typed,
  consentRecipient: Typed,
  consentRelation: z.enum(relations).nullable(),
  consentNames: z.boolean(),
  consentItems: z.array(Item),
  consentOn: Typed,
  consentBy: Typed,
  harmConsidered: Typed,
  harmFlags: z.array(HarmFlag),
  bestInterests: Typed,
  language: Language.nullable(),
  until: Typed,
})
export type Form = z.infer<typeof Form>
type ItemName = z.infer<typeof Item>

export const emptyForm: Form = {
  pair: '',
  known: null,
  outcome: null,
  stillHeld: false,
  factGrade: null,
  factSource: '',
  items: [],
  on: '',
  ownWords: '',
  place: '',
  health: '',
  address: '',
  dateOfDeath: '',
  placeOfDeath: '',
  burial: '',
  authority: '',
  reference: '',
  consentRecipient: '',
  consentRelation: null,
  consentNames: false,
  consentItems: [],
  consentOn: '',
  consentBy: '',
  harmConsidered: '',
  harmFlags: [],
  bestInterests: '',
  language: null,
  until: '',
}

/** The field of the form in which the words of an item stand; none for the fact itself. */
export const valueField = {
  own_words: 'ownWords',
  place: 'place',
  health: 'health',
  address: 'address',
  date_of_death: 'dateOfDeath',
  place_of_death: 'placeOfDeath',
  burial: 'burial',
} as const satisfies Partial<Record<ItemName, keyof Form>>
export type ValuedItem = keyof typeof valueField

/** What can be told besides the fact, of something known in this way. */
export function offeredItems(known: z.infer<typeof Known>): ValuedItem[] {
  const valued = Object.keys(valueField)
  return rules[known].items.filter((one): one is ValuedItem => valued.includes(one))
}

/** How it is known was chosen: what does not fit it falls away, and the fact itself is always told. */
export function knownAs(form: Form, known: z.infer<typeof Known>): Partial<Form> {
  const rule = rules[known]
  const outcome = form.outcome !== null && rule.outcomes.includes(form.outcome) ? form.outcome : null
  const factGrade = form.factGrade !== null && rule.factGrades.includes(form.factGrade) ? form.factGrade : null
  const kept = form.items.filter((one) => rule.items.includes(one))
  return { known, outcome, factGrade, items: [rule.base, ...kept], consentItems: rule.consent ? [rule.base] : [] }
}

type About = { readonly request: string; readonly isPreview: boolean }

/**
 * The form as the server takes it; null while something is missing. For a preview the two reasons that no word of the
 * answer shows may still be unwritten.
 */
export function askedOf(form: Form, { request, isPreview }: About): z.input<typeof AnswerAsked> | null {
  const reasoned = (typed: string) => (isPreview && typed.trim() === '' ? '-' : typed)
  const value = (item: ValuedItem) => (form.items.includes(item) ? said(form[valueField[item]]) : null)
  const found = AnswerAsked.safeParse({
    request,
    pair: form.pair,
    known: form.known,
    outcome: form.outcome,
    stillHeld: form.stillHeld,
    factGrade: form.factGrade,
    factSource: reasoned(form.factSource),
    items: form.items,
    on: said(form.on),
    ownWords: value('own_words'),
    place: value('place'),
    health: value('health'),
    address: value('address'),
    dateOfDeath: value('date_of_death'),
    placeOfDeath: value('place_of_death'),
    burial: value('burial'),
    authority: said(form.authority),
    reference: said(form.reference),
    personConsent: consentOf(form),
    harmConsidered: reasoned(form.harmConsidered),
    harmFlags: form.harmFlags,
    bestInterests: said(form.bestInterests),
    language: form.language,
    until: form.until,
  })
  return found.data ?? null
}

function consentOf(form: Form) {
  const isGiven = form.known !== null && rules[form.known].consent && form.consentRelation !== null
  const isWhole = form.consentRecipient.trim() !== '' && form.consentOn !== '' && form.consentBy.trim() !== ''
  if (!isGiven || !isWhole) return null
  return {
    recipient: form.consentRecipient,
    relation: form.consentRelation,
    namesEnquirer: form.consentNames,
    items: form.consentItems,
    on: form.consentOn,
    takenBy: form.consentBy,
  }
}

function said(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim()
}

/** The day so many days from an instant (milliseconds), as `YYYY-MM-DD` in UTC. */
export function dayAhead(nowMs: number, days: number): string {
  return new Date(nowMs + days * 86_400_000).toISOString().slice(0, 10)
}

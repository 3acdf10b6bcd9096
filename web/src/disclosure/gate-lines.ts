import type { GateRefusal } from '@solferino/server/disclosure/contract'
import type { z } from 'zod'

export type Missing = z.infer<typeof GateRefusal>

/** What the gate looks at, line by line in its own order, and which refusals belong to each line. */
export const gateLines = [
  { line: 'identity', codes: ['pair_not_established'] },
  { line: 'record', codes: ['record_withdrawn', 'record_unconfirmed', 'not_a_notice', 'not_notified_as_prisoner'] },
  { line: 'unique', codes: ['second_record', 'second_request'] },
  { line: 'enquirer', codes: ['enquirer_unchecked', 'relation_unchecked', 'risk_unconsidered'] },
  {
    line: 'fact',
    codes: ['outcome_unfit', 'fact_grade_too_low', 'no_day', 'no_authority_reference', 'death_claimed'],
  },
  { line: 'items', codes: ['item_unfit', 'item_without_words', 'item_withheld'] },
  {
    line: 'wishes',
    codes: ['no_consent_of_person', 'recipient_not_named', 'item_not_consented', 'person_said_no', 'death_not_wished'],
  },
  { line: 'harm', codes: ['no_detriment_review', 'detriment_decided_otherwise'] },
  { line: 'child', codes: ['no_best_interests_note', 'child_place', 'child_alone_told'] },
  { line: 'until', codes: ['until_unfit'] },
] as const satisfies readonly { line: string; codes: readonly Missing[] }[]

/** Each line with what is missing in it; a code in no line would be a refusal nobody is shown, so there is none. */
export function linesOf(missing: readonly Missing[]): { line: string; missing: readonly Missing[] }[] {
  return gateLines.map(({ line, codes }) => ({
    line,
    missing: [...new Set(missing)].filter((one) => codes.some((code) => code === one)),
  }))
}

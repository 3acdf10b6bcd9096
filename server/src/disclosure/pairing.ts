// What the gate asks of pairs and of uniqueness. Read from the leads that `tracing` keeps of accepted pairs.
import type { Context } from '#kernel/handler'
import { type Grade, readForAnswer, rivalsOf } from '#tracing'

/** A pair that two reviewers have accepted and that stands: neither withdrawn nor disputed. */
export type AcceptedPair = {
  readonly pair: string
  readonly request: string
  readonly record: string
  readonly grade: Grade
  /** The fields the decision rests on, as the reviewers named them. */
  readonly fields: readonly string[]
  /** Who reviewed first and who second, by account id; never the same. */
  readonly reviewers: readonly string[]
}

/**
 * Uniqueness both ways (domain/07 3). Records of one person are one; requests that officers have linked as seeking one
 * person are one; a pair that was rejected speaks for nobody.
 */
export type Rivals = {
  /** Another record, of nobody known to be the same person, is as likely for this request. */
  readonly secondRecord: boolean
  /** Another request, not linked with this one, is as likely for this record. */
  readonly secondRequest: boolean
}

/** The accepted pair of a request by its id; null when it does not stand, or the actor may not see it. */
export async function acceptedPair(
  context: Context,
  { request, pair }: { readonly request: string; readonly pair: string },
): Promise<AcceptedPair | null> {
  const found = await readForAnswer(context, request)
  const lead = found?.leads.find((one) => one.pair === pair)
  return lead ? { pair, request, record: lead.record, grade: gradeOf(lead.grade), fields: [], reviewers: [] } : null
}

/** Whether a second record or a second request is as likely, with the actor's own right of reading pairs. */
export async function rivals(
  context: Context,
  about: { readonly request: string; readonly record: string },
): Promise<Rivals> {
  const decided = await rivalsOf(context, about)
  return { secondRecord: decided.records > 0, secondRequest: decided.requests > 0 }
}

function gradeOf(grade: string): Grade {
  return grade === 'established' || grade === 'probable' ? grade : 'possible'
}

// What the gate asks of pairs and of uniqueness (domain/05 4b, domain/07 3).
import type { Context } from '#kernel/handler'
import { numbersOfPerson } from '#registry'
import { linkedNumbers, readRequests } from '#tracing'
import { isAsLikely } from './domain.ts'
import * as store from './store.ts'
import { weighPair } from './weighing.ts'
import type { Field, Grade } from './words.ts'

/** A pair that two people have accepted and that stands: neither withdrawn nor disputed. */
export type AcceptedPair = {
  readonly pair: string
  readonly request: string
  readonly record: string
  readonly grade: Grade
  /** The fields the decision rests on, as the reviewers named them. */
  readonly fields: readonly Field[]
  /** Who reviewed first and who second, or settled, by account id; never the same. */
  readonly reviewers: readonly string[]
}

/** The accepted pair of a request by its id; null when it does not stand, or the actor may not see it. */
export async function acceptedPair(
  context: Context,
  { request, pair: id }: { readonly request: string; readonly pair: string },
): Promise<AcceptedPair | null> {
  const { tx, actor } = context
  const pair = await store.find(tx, actor.for('matching.read'), id)
  if (!pair || pair.request !== request || pair.state !== 'accepted' || pair.grade === null) return null
  const steps = await store.readSteps(tx, pair)
  const decided = steps.filter(({ kind }) => kind === 'accept' || kind === 'agree' || kind === 'settle')
  const fields = [...new Set(decided.flatMap(({ decision }) => decision?.fields ?? []))]
  const reviewers = [pair.first_by, pair.second_by].filter((one) => one !== null)
  return { pair: id, request, record: pair.record, grade: pair.grade, fields, reviewers }
}

export type Rivals = {
  /** Another record, of nobody known to be the same person, is as likely for this request. */
  readonly secondRecord: boolean
  /** Another request, not linked with this one, is as likely for this record. */
  readonly secondRequest: boolean
}

/**
 * Uniqueness both ways over all channels, of which these two bits cross (security.md 0.8). Records of one person are one;
 * requests that officers have linked as seeking one person are one; a pair that was rejected speaks for nobody.
 */
export async function rivals(
  context: Context,
  about: { readonly request: string; readonly record: string },
): Promise<Rivals> {
  const { tx } = context
  const pairs = await store.standingBeside(tx, about)
  const weights = await weighNow(context, pairs)
  const own = pairs.findIndex((pair) => pair.request === about.request && pair.record === about.record)
  const likely = pairs.filter((_, at) => at !== own && isAsLikely(weights[at] ?? null, weights[own] ?? null))
  const same = new Set(await numbersOfPerson(context, about.record))
  const linked = new Set(await linkedNumbers(context, about.request))
  return {
    secondRecord: likely.some((pair) => pair.request === about.request && !same.has(pair.record)),
    secondRequest: likely.some((pair) => pair.record === about.record && !linked.has(pair.request)),
  }
}

/**
 * What pairs weigh today: weights of different days are not to be compared, for how rare a name is has changed since. Null
 * for one whose ends are not in the memory, or not for this actor to read: it counts as likely.
 */
async function weighNow(context: Context, pairs: readonly store.PairRow[]): Promise<(number | null)[]> {
  const requests = await readRequests(context, [...new Set(pairs.map((pair) => pair.request))])
  return pairs.map((pair) => {
    const request = requests.find((one) => one.id === pair.request)
    const record = { id: pair.record, compartment: pair.record_compartment }
    return request ? (weighPair(context, request, record)?.bits ?? null) : null
  })
}

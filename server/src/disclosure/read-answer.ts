import type { z } from 'zod'
import { answer as answered, type Context, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { changedSince, missing } from './domain.ts'
import { gather } from './evidence.ts'
import { isDeath } from './rules.ts'
import * as reviews from './reviews.ts'
import * as store from './store.ts'

export const readAnswer = handle(contract.readAnswer, async ({ id }, context) => {
  const { tx, actor } = context
  const answer = await store.find(tx, actor, id)
  const content = answer && (await store.readContent(tx, answer))
  if (!answer || !content) return refuse('answer_unknown')
  const shows = hasPart(context, answer)
  const page = {
    answer: store.shown(answer),
    content: shows ? content : null,
    now: shows && store.isStanding(answer) ? await stateNow(context, answer, content) : null,
    telling: shows ? await store.readTelling(tx, answer) : null,
    stopped: await store.readStop(tx, answer),
    detriment: await reviews.readDetriment(tx, answer.request, answer.pair),
  }
  return answered(page, [answer.request, answer.record])
})

/** Who proposes or signs sees what is said; a death that is not signed is no draft for others. */
function hasPart({ actor }: Context, answer: store.AnswerRow): boolean {
  const may = (need: string) => actor.for(need).compartments.includes(answer.compartment)
  if (isDeath(answer.known) && answer.state === 'proposed')
    return answer.proposed_by === actor.id || may('disclosure.sign_death')
  return may('disclosure.propose') || may('disclosure.sign')
}

async function stateNow(
  context: Context,
  { request, pair }: store.AnswerRow,
  content: z.output<typeof contract.AnswerContent>,
) {
  const evidence = await gather(context, { ...content, request, pair })
  if (!evidence.ok) return { missing: ['pair_not_established' as const], changed: null }
  const changed = changedSince({ ...content.rests, words: content.words }, evidence.rests)
  return { missing: missing(evidence.case), changed }
}

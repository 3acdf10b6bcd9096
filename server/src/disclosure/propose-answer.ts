import { z } from 'zod'
import { sha256 } from '#kernel/chain'
import { Id } from '#kernel/contract'
import { type Context, done, type Event, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { act, propose } from '#kernel/second'
import { clearedForInforming, isPending } from '#tracing'
import * as contract from './contract.ts'
import { changedSince, missing } from './domain.ts'
import { endAnswer } from './endings.ts'
import { gather } from './evidence.ts'
import { informingOf, isDeath } from './rules.ts'
import { AnswerContent } from './shapes.ts'
import * as store from './store.ts'

/** What is signed: one answer, and the digest of all it says. */
const Payload = z.object({ answer: Id, content: z.string().regex(/^[0-9a-f]{64}$/) })
type Signed = z.output<typeof Payload>

const common = { needs: 'disclosure.propose', days: 7, payload: Payload, apply: sign } as const

/** An answer that is no death: the lead or the head signs. */
export const answerAct = act({ ...common, name: 'disclosure.clearAnswer', confirmNeeds: 'disclosure.sign' })

/** A death: the lead alone signs, one by one; there is no batch (domain/05 4b e). */
export const deathAct = act({ ...common, name: 'disclosure.clearDeath', confirmNeeds: 'disclosure.sign_death' })

export const proposeAnswer = handle(contract.proposeAnswer, async (asked, context) => {
  const evidence = await gather(context, asked)
  if (!evidence.ok) return evidence
  const { record, compartment, words, rests } = evidence
  const { grade, fields, reviewers } = evidence.pair
  if (!isPending(evidence.state)) return refuse('no_outcome_pending')
  const before = await clearTheWay(context, asked.request)
  if (!before) return refuse('answer_stands')
  const [first] = missing(evidence.case)
  if (first) return refuse(first)

  const id = context.newId()
  const { request, pair, ...rest } = asked
  const identity = { grade, fields: [...fields], reviewers: [...reviewers] }
  const content = AnswerContent.parse({ ...rest, words, rests, identity })
  await store.add(context, { id, request, pair, record, compartment, content })
  const payload = { answer: id, content: digestOf(content) }
  const signing = isDeath(asked.known) ? deathAct : answerAct
  const proposed = await propose(context, signing, { subject: request, compartment, payload })
  const data = { answer: id, known: asked.known }
  const event = { type: 'disclosure.answerProposed', subject: request, compartment, data }
  return done({ id, proposal: proposed.id, words }, event, proposed.event, ...before)
})

/** Ends what an answer proposed now takes the place of: one not signed yet, one whose day is over. Null when one stands. */
async function clearTheWay(context: Context, request: string): Promise<Event[] | null> {
  const events: Event[] = []
  for (const answer of await store.standing(context.tx, context.actor, { requests: [request] })) {
    const isOver = answer.until < context.now.slice(0, 10)
    if (answer.state === 'cleared' && !isOver) return null
    events.push(...(await endAnswer(context, answer, isOver ? 'expired' : 'replaced')))
  }
  return events
}

/** The second person signs: everything is looked at anew, and the clearance begins. */
async function sign(signed: Signed, context: Context & { readonly proposer: string }) {
  const answer = await store.hold(context.tx, context.actor, signed.answer)
  if (answer?.state !== 'proposed') return refuse('answer_unknown')
  const content = await store.readContent(context.tx, answer)
  if (!content || digestOf(content) !== signed.content) return refuse('answer_unknown')
  const evidence = await gather(context, { ...content, request: answer.request, pair: answer.pair })
  if (!evidence.ok) return evidence
  const changed = changedSince({ ...content.rests, words: content.words }, evidence.rests)
  if (changed) return refuse(changed)
  const [first] = missing(evidence.case)
  if (first) return refuse(first)

  const kind = informingOf(content.known)
  const moved = await clearedForInforming(context, { request: answer.request, kind, clearance: answer.id })
  if (!moved.ok) return moved
  await store.clear(context, answer.id)
  const { request: subject, compartment } = answer
  const data = { answer: answer.id, until: content.until }
  const event = { type: 'disclosure.answerCleared', subject, compartment, data }
  return { ok: true as const, events: [...moved.events, event] }
}

function digestOf(content: z.output<typeof AnswerContent>): string {
  return Buffer.from(sha256(Buffer.from(JSON.stringify(AnswerContent.parse(content))))).toString('hex')
}

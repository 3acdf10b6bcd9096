import type { Context } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { noReason, type Reason } from './history.ts'
import { move } from './move.ts'
import { reader } from './readers.ts'
import * as store from './store.ts'
import { warnLinked } from './warn-linked.ts'
import type { Informing, ToldOutcome } from './words.ts'

/** The gate has cleared what may be told, and in which of the three ways: for who signs second there. */
export async function clearedForInforming(
  context: Context,
  { request: id, kind, clearance }: { request: string; kind: Informing; clearance: string },
) {
  const request = await store.hold(context.tx, gate(context), id)
  if (!request) return refuse('request_unknown')
  return move(context, request, 'clear', { facts: { kind }, data: { clearance } })
}

/** A clearance has died before anybody was told: a new claim, a withdrawn consent, a stop. The outcome stays pending. */
export async function clearanceEnded(context: Context, id: string, because: Reason = noReason) {
  const request = await store.hold(context.tx, gate(context), id)
  if (!request) return refuse('request_unknown')
  return move(context, request, 'endClearance', { because })
}

/** The family was told. The exact words are with the answer, in `disclosure`; here who told and what became of the request. */
export async function told(
  context: Context,
  telling: {
    request: string
    answer: string
    outcome: ToldOutcome
    /** The person is still held: the request is followed on after the telling. */
    stillHeld: boolean
    inPerson: boolean
  },
) {
  const request = await store.hold(context.tx, gate(context), telling.request)
  if (!request) return refuse('request_unknown')
  const { outcome, stillHeld } = telling
  const patch = { told_at: context.now, told_by: context.actor.id, told_in_person: telling.inPerson }
  const moved = await move(context, request, 'tell', {
    facts: { outcome, stillHeld },
    patch,
    data: { answer: telling.answer },
  })
  if (!moved.ok) return moved
  return { ...moved, events: [...moved.events, ...(await warnLinked(context, request.id, 'told'))] as const }
}

/** A person who was told to be held is transferred, ill, released or dead: what is told next is pending. */
export async function heldOrReleased(context: Context, id: string, because: Reason = noReason) {
  const request = await store.hold(context.tx, gate(context), id)
  if (!request) return refuse('request_unknown')
  return move(context, request, 'changeFact', { because })
}

/** A fact (not the pair) that an answer rests on was withdrawn by its sender. */
export async function factWithdrawn(context: Context, id: string, because: Reason = noReason) {
  const request = await store.hold(context.tx, gate(context), id)
  if (!request) return refuse('request_unknown')
  return move(context, request, 'withdrawFact', { because })
}

/** An enquiry went through the gate to the authority that may hold the person. */
export async function enquirySent(context: Context, id: string) {
  const request = await store.hold(context.tx, gate(context), id)
  if (!request) return refuse('request_unknown')
  return move(context, request, 'sendEnquiry', { patch: { awaiting_reply: true } })
}

export async function replyReceived(context: Context, id: string) {
  const request = await store.hold(context.tx, gate(context), id)
  if (!request) return refuse('request_unknown')
  return move(context, request, 'receiveReply', { patch: { awaiting_reply: false } })
}

function gate({ actor }: Context) {
  return reader(
    actor,
    'disclosure.propose',
    'disclosure.sign',
    'disclosure.sign_death',
    'disclosure.stop',
    'disclosure.send',
    'disclosure.system',
    'tracing.system',
  )
}

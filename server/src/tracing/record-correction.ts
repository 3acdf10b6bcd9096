import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { isAfter } from './dates.ts'
import { checkCorrection } from './domain.ts'
import { addCall, addTransition, noReason } from './history.ts'
import * as store from './store.ts'

export const recordCorrection = handle(contract.recordCorrection, async (told, context) => {
  const { tx, actor, now } = context
  const request = await store.hold(tx, actor, told.id)
  if (!request) return refuse('request_unknown')
  const owed = {
    since: request.correction_owed_at,
    toldBy: request.told_by,
    toldInPerson: request.told_in_person,
  }
  const wrong = checkCorrection(owed, { by: actor.id, inPerson: told.inPerson })
  if (wrong) return refuse(wrong)
  if (isAfter(told.heldAt, now)) return refuse('call_in_future')
  await addCall(context, request, {
    direction: 'out',
    answered: true,
    heldAt: told.heldAt,
    who: told.to,
    verifiedHow: null,
    interpreter: null,
    asked: null,
    told: told.words,
    nextCallOn: request.next_call_on,
  })
  const changed = await store.change(tx, told.id, { correction_owed_at: null, told_at: null, told_by: null })
  const { compartment, state: to, outcome } = request
  await addTransition(context, request, { happening: 'correct', to, outcome, because: noReason })
  const data = { inPerson: told.inPerson }
  return done(store.headOf(context, changed), { type: 'tracing.correctionTold', subject: told.id, compartment, data })
})

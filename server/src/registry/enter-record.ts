import { compartmentOf } from '#access'
import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { checkEntered } from './domain.ts'
import { registerRecords } from './register.ts'

export const enterRecord = handle(contract.enterRecord, async (entered, context) => {
  const { context: of, channel, notice, receivedOn, content } = entered
  const compartment = compartmentOf(of, channel)
  if (!context.actor.compartments.includes(compartment)) return refuse('channel_unknown')
  const wrong = checkEntered(entered, context.now.slice(0, 10))
  if (wrong) return refuse(wrong)
  const record = { compartment, context: of, channel, notice, list: null, receivedOn, content }
  const [registered] = await registerRecords(context, [{ ...record, unconfirmed: !entered.confirmed }])
  if (!registered) throw new Error('a record that was entered has a number')
  return done({ id: registered.id }, registered.event)
})

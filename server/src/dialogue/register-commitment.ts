import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { register, startsAfter } from './domain.ts'
import { commitments, shown } from './drawers.ts'
import { protectionWarningsOf } from './wording.ts'

export const registerCommitment = handle(
  contract.registerCommitment,
  async ({ id, warningsSeen, ...stated }, context) => {
    const taken = await commitments.take(context, id)
    if (!taken.ok) return taken
    const decided = register(taken.held.state, stated)
    if (!decided.ok) return decided
    if (stated.saidOn && startsAfter(stated.saidOn.edtf, context.now.slice(0, 10))) return refuse('in_future')
    const warnings = protectionWarningsOf(stated)
    if (warnings.some((one) => !warningsSeen.includes(one))) return refuse('may_lower_protection')
    const { held, event } = await commitments.change(context, taken.held, {
      state: decided.state,
      content: { ...taken.held.content, ...stated, warnings },
      step: { act: 'registered' },
    })
    return done(shown(held), event)
  },
)

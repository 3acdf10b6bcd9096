import { answer, handle } from '#kernel/handler'
import * as contract from './contract.ts'
import { sessionsOf } from './sessions.ts'

export const listSessions = handle(contract.listSessions, async (_input, { tx, actor, now }) => {
  const sessions = await sessionsOf(tx, actor.id, now)
  return answer({ sessions: sessions.map((one) => ({ ...one, current: one.id === actor.session })) }, [])
})

import { addSession } from '#access'
import { call, type Reply } from '#kernel/client'
import type { House } from '#kernel/house'
import type { AskedOf, Operation } from '#kernel/operation'

type Output<Contract extends Operation> = Extract<Reply<Contract>, { ok: true }>['output']

/** Where the past is played: a running house, its door, and a clock that is set day by day. */
export type Stage = {
  readonly house: House
  readonly fetch: (request: Request) => Promise<Response>
  readonly setClock: (instant: string) => void
  /** The instant at which the past ends. */
  readonly until: string
  readonly progress: (stage: string, done: number, total: number) => void
}

/** Somebody of the invented house, who asks through the same door as anyone. */
export type Caller = {
  readonly person: string
  /** The answer's output; a refusal ends the loading with its code, because the play was written wrong then. */
  ok<Contract extends Operation>(
    contract: Contract,
    asked: AskedOf<Contract>,
    upload?: Uint8Array<ArrayBuffer>,
  ): Promise<Output<Contract>>
}

/** Signs a person in for the play; a session lasts twelve hours of the play's clock. */
export async function callerOf(stage: Stage, person: string): Promise<Caller> {
  let token = ''
  await stage.house.asPrincipal('console', 'console.play', async (context) => {
    token = (await addSession(context, person, 'terminal')).token
    return []
  })
  return callerWith(stage, token, person)
}

/** Whoever holds a token. */
export function callerWith({ fetch }: Pick<Stage, 'fetch'>, token: string, person = ''): Caller {
  const send = (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${token}`)
    return fetch(new Request(`http://localhost${path}`, { ...init, headers }))
  }
  return {
    person,
    ok: async (contract, asked, upload) => {
      const reply = await call(send, contract, asked, upload)
      if (reply.ok) return reply.output
      const where = reply.issues.map((issue) => `${issue.path} ${issue.code}`).join(', ')
      throw new Error(`the play stops at ${contract.name}: ${reply.code} ${where}`)
    },
  }
}

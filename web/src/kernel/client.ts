import { call, type Reply } from '@solferino/server/kernel/client'
import type { z } from 'zod'

export type Operation = Parameters<typeof call>[1]
export type AskedOf<Contract extends Operation> = z.input<Contract['input']>
export type OutputOf<Contract extends Operation> = z.output<Contract['output']>
export type CodeOf<Contract extends Operation> = Extract<Reply<Contract>, { ok: false }>['code']

/** Why an answer did not come: a refusal of the contract or one of the kernel's codes, and the reference of a broken one. */
export class Trouble extends Error {
  readonly code: string
  readonly reference: string | null
  constructor(code: string, reference: string | null) {
    super(code)
    this.code = code
    this.reference = reference
  }
}

/** What stands between the person and the house at the moment. */
export type Interruption = 'none' | 'signed_out' | 'sealed'

/** Asks one operation and tells what it saw of the connection and the session. */
export async function ask<Contract extends Operation>(
  contract: Contract,
  asked: AskedOf<Contract>,
  seen: (code: string) => void,
  upload?: RequestInit['body'],
): Promise<Reply<Contract>> {
  const reply = await call((path, init) => fetch(path, init), contract, asked as never, upload)
  seen(reply.ok ? 'ok' : reply.code)
  return reply
}

/** The names of what the operation's own schema does not take, each the field at which it stands. */
export function wrongIn(contract: Operation, said: unknown): string[] {
  const { error } = contract.input.safeParse(said)
  const names = (error?.issues ?? []).map(({ path }) => path.findLast((part) => typeof part === 'string'))
  return [...new Set(names.filter((name) => typeof name === 'string'))]
}

/** What a form said, as the operation asks it; null where its own schema says no. */
export function askedFrom<Contract extends Operation>(contract: Contract, said: unknown): AskedOf<Contract> | null {
  // The contract's own schema has just accepted it as its input, which the compiler cannot see.
  return contract.input.safeParse(said).success ? (said as AskedOf<Contract>) : null
}

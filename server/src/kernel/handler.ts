import type { Files, StagedFile } from './files.ts'
import type { Ids } from './ids.ts'
import type { Node } from './node.ts'
import type { Command, InputOf, Operation, OutputOf, Query, RefusalOf } from './operation.ts'
import type { Refused } from './result.ts'
import type { Tx } from './tx.ts'

/** Something that happened: ids, codes, dates of our acts and counts; never a name, never text (security.md 0.4). */
export type Event = {
  /** `slice.pastTense`, declared in the slice's contract. */
  readonly type: string
  readonly subject: string
  readonly compartment: string
  readonly data: Readonly<Record<string, string | number | boolean | null>>
}

export type Membership = { readonly role: string; readonly compartment: string }

/** Who acts. `compartments` are those in which the actor has the capability that this operation needs. */
export type Actor = {
  readonly id: string
  readonly kind: 'person' | 'system'
  readonly compartments: readonly string[]
  /** All roles held and where. */
  readonly memberships: readonly Membership[]
  readonly session: string | null
  /** The same actor with the compartments of another capability: for a call into another room. */
  for(need: string): Actor
}

/** What a room is to an erasure: whether it holds a subject, and how it forgets one. Every slice is one. */
export type Keeper = {
  readonly name: string
  readonly holds?: (subject: string, context: Context) => Promise<string | null>
  readonly forgets?: (subject: string, context: Context) => Promise<readonly string[]>
}

/** What a handler is given; there is no other way to the database, the clock or an id. */
export type Context = {
  readonly tx: Tx
  readonly actor: Actor
  /** ISO instant, UTC. */
  readonly now: string
  readonly ids: Ids
  readonly files: Files
  /** This process: what lives in its memory only, such as an index. */
  readonly node: Node
  /** All rooms of the house: an erasure asks each of them. */
  readonly rooms: readonly Keeper[]
  /** What came as the body of an upload, already sealed on disk; kept or gone at the end of the operation. */
  readonly upload: StagedFile | null
  /** What the handler's `prepare` made of the upload before the transaction began; null where there is none. */
  readonly prepared: unknown
  readonly newId: () => string
  readonly newNumber: (prefix: string) => string
  readonly newRowId: () => string
}

export type Done<Output> = {
  readonly ok: true
  readonly output: Output
  readonly events: readonly Event[]
  /** A new session's token to be set as the cookie, or null to clear it. */
  readonly session?: string | null
}
export type Answer<Output> = {
  readonly ok: true
  readonly output: Output
  readonly disclosed: readonly string[]
  readonly atPause: boolean
}

/** A command's success: its output and at least one event. */
export function done<Output>(output: Output, event: Event, ...more: Event[]): Done<Output> {
  return { ok: true, output, events: [event, ...more] }
}

/** A query's answer and the ids of the persons, records or requests it discloses: reading is recorded too. */
export function answer<Output>(
  output: Output,
  disclosed: readonly string[],
  options: { atPause?: boolean } = {},
): Answer<Output> {
  return { ok: true, output, disclosed, atPause: options.atPause ?? false }
}

export type Handler = {
  readonly contract: Operation
  readonly run: (input: never, context: Context) => Promise<Done<unknown> | Answer<unknown> | Refused>
  /** What takes longer than a transaction may: done with the upload's bytes once the asker is known and may ask. */
  readonly prepare?: (input: never, bytes: Buffer) => Promise<unknown>
}

/** Joins a contract and what it does. A missing event, a wrong output and a refusal not in the contract do not compile. */
export function handle<const Contract extends Command>(
  contract: Contract,
  run: (input: InputOf<Contract>, context: Context) => Promise<Done<OutputOf<Contract>> | Refused<RefusalOf<Contract>>>,
): Handler
export function handle<const Contract extends Query>(
  contract: Contract,
  run: (
    input: InputOf<Contract>,
    context: Context,
  ) => Promise<Answer<OutputOf<Contract>> | Refused<RefusalOf<Contract>>>,
): Handler
export function handle(contract: Operation, run: Handler['run']): Handler {
  return { contract, run }
}

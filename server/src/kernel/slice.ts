import type { z } from 'zod'
import type { Actor, Context, Event, Handler } from './handler.ts'
import type { Refused } from './result.ts'
import type { Tx } from './tx.ts'

/** An event as it is delivered to other rooms, by number, at least once and in order. */
export type Delivered = Event & { readonly number: number; readonly at: string; readonly actor: string }

/** Work that may happen after an event, in a transaction of its own, as a named system principal. */
export type Subscriber = {
  readonly as: string
  readonly run: (event: Delivered, context: Context) => Promise<readonly Event[]>
}

/** An act that needs two different people: what it does once the second has confirmed (guard 4E of domain/07). */
export type Act = {
  readonly name: string
  /** The capability both must have in the compartment: when proposing and when confirming. */
  readonly needs: string
  readonly confirmNeeds?: string
  readonly days: number
  readonly payload: z.ZodType
  readonly apply: (
    payload: never,
    context: Context & { readonly proposer: string },
  ) => Promise<{ readonly ok: true; readonly events: readonly Event[] } | Refused>
}

/** Long work, done in batches. Its position is saved with each batch, so a killed job goes on where it stood. */
export type JobKind = {
  readonly kind: string
  readonly as: string
  readonly run: (job: RunningJob) => Promise<string>
}

export type RunningJob = {
  readonly id: string
  readonly subject: string
  readonly compartment: string
  readonly createdBy: string
  readonly input: unknown
  /** What the last committed batch said of how far it came; null at the first start. */
  readonly position: unknown
  /** One transaction of work, at most 200 ms; events and position commit with it. */
  batch(
    work: (context: Context) => Promise<{ readonly events: readonly Event[]; readonly position?: unknown }>,
  ): Promise<void>
  /** Clears from the disk the bytes of keys that were destroyed; outside of any transaction. */
  scrub(): Promise<void>
  /** What is being done (a code), how much, of how much. */
  progress(stage: string, doneCount: number, totalCount: number | null): void
  /** Throws JobStopped when a person has stopped it or the house is closing. */
  checkStop(): void
}

/** Something that waits for this person. Words are made of `kind` and `values` by the web's texts. */
export type Task = {
  readonly slice: string
  readonly kind: string
  /** The address within the web: slice and id. */
  readonly subject: string
  readonly urgency: 'waiting' | 'today' | 'later'
  readonly since: string
  readonly count: number
  /** A name as written, to be shown beside the task; null where the task is not about one person. */
  readonly name: string | null
  readonly values: Readonly<Record<string, string | number>>
}

/** A hit of the one search, over what this person may see. */
export type Found = {
  readonly slice: string
  readonly kind: string
  readonly id: string
  readonly name: string
  readonly romanised: string
  readonly values: Readonly<Record<string, string | number>>
  readonly probability: number
  readonly reasons: readonly { readonly part: string; readonly key: string }[]
}

/** What each process keeps in memory: loaded once, then following the events by number. */
export type Feed = {
  readonly name: string
  readonly as: string
  readonly load: (context: Context) => Promise<void>
  /** What has happened since, in order, at most a few hundred at a time: read in one go. */
  readonly follow: (events: readonly Delivered[], context: Context) => Promise<void>
}

/** A room of the house, and what the house asks of every room. */
export type Slice = {
  readonly name: string
  readonly operations: readonly Handler[]
  /** Every event it can leave: `pastTense` to the shape of its data (ids, codes, dates of our acts, counts). */
  readonly events: Readonly<Record<string, z.ZodObject>>
  readonly on?: Readonly<Record<string, Subscriber>>
  readonly acts?: readonly Act[]
  readonly jobs?: readonly JobKind[]
  readonly feeds?: readonly Feed[]
  readonly tasks?: (context: Context) => Promise<readonly Task[]>
  readonly finds?: (text: string, context: Context) => Promise<readonly Found[]>
  /**
   * Where a draft about this subject lies, for a room whose words may not lie under a key of service class; null where
   * none may be kept now. A room without it keeps drafts with the person.
   */
  readonly draftsIn?: (subject: string, context: Context) => Promise<string | null>
  /** The compartment in which this room holds a subject that may be erased; null when it knows none of that number. */
  readonly holds?: (subject: string, context: Context) => Promise<string | null>
  /** All keys this room holds for a subject that is being erased, after it has removed what is in clear. */
  readonly forgets?: (subject: string, context: Context) => Promise<readonly string[]>
}

/** What the kernel is handed by `access`: who someone is, and the system's own principals. */
export type Doors = {
  /** The chain in which it is recorded that something was read by who reaches these compartments. */
  readonly chainOfRead: (compartments: readonly string[]) => string
  readonly personOfSession: (
    tx: Tx,
    tokenHash: string,
    now: string,
  ) => Promise<{ readonly actor: Actor; readonly session: string } | null>
  readonly personOf: (tx: Tx, id: string) => Promise<Actor | null>
  readonly principal: (tx: Tx, name: string) => Promise<Actor>
}

import { confirmProposal, listProposals } from '@solferino/server/kernel/contract'
import { dayMs } from '#kernel/clock'
import { type Caller, callerOf, type Stage } from './caller.ts'
import type { Cast, PartyName, PlaceName, RoleName } from './cast.ts'
import type { Draw } from './numbers.ts'

/** Something that happens on one day of the play; scenes of one day are played in the order given. */
export type Scene = { readonly day: number; readonly says: string; readonly play: () => Promise<void> }

/** How many days of past the play has. The last of them is yesterday. */
export const days = 120

/** The play as it goes: who is on duty, what day it is, and how large all of it is. */
export class Play {
  readonly stage: Stage
  readonly cast: Cast
  readonly draw: Draw
  readonly scale: number
  readonly #first: number
  #day = -1
  #minutes = 0
  #callers = new Map<string, Promise<Caller>>()

  constructor(parts: { stage: Stage; cast: Cast; draw: Draw; scale: number }) {
    this.stage = parts.stage
    this.cast = parts.cast
    this.draw = parts.draw
    this.scale = parts.scale
    this.#first = firstDay(parts.stage)
  }

  /** The date of a day of the play, which may lie before its first or after its last. */
  dateOf = (day: number): string => new Date(this.#first + day * dayMs).toISOString().slice(0, 10)

  /** The play's instant. */
  get now(): string {
    return this.stage.house.clock.now()
  }

  /** Goes on to a day, or to a few minutes later on the same one. */
  goTo(day: number): void {
    // A session lasts twelve hours, so everybody signs in anew each day.
    if (day !== this.#day) this.#callers.clear()
    this.#minutes = day === this.#day ? this.#minutes + 3 : 0
    this.#day = day
    this.stage.setClock(new Date(this.#first + day * dayMs + this.#minutes * 60_000).toISOString())
  }

  /** Somebody of the house on duty today. */
  on(role: RoleName, place: PlaceName, which: { nth?: number; party?: PartyName } = {}): Promise<Caller> {
    const person = this.cast.person(role, place, which)
    const caller = this.#callers.get(person) ?? callerOf(this.stage, person)
    this.#callers.set(person, caller)
    return caller
  }
}

/** Seven in the morning of the first day. */
export function firstDay({ until }: Stage): number {
  return Date.parse(`${until.slice(0, 10)}T07:00:00.000Z`) - days * dayMs
}

/** The second person looks at what was proposed, and confirms exactly that. */
export async function confirmAs(second: Caller, proposal: string): Promise<void> {
  const { proposals } = await second.ok(listProposals, {})
  const seen = proposals.find((one) => one.id === proposal)
  if (!seen) throw new Error('the play stops: who is to confirm does not see the proposal')
  await second.ok(confirmProposal, { id: proposal, digest: seen.digest })
}

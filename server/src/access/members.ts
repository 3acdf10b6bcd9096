import type { Tx } from '#kernel/tx'
import { decide } from './domain.ts'
import * as store from './store.ts'

/** Who may do something in a compartment now: decided as for each of them, so nobody is a member by another rule. */
export async function membersOf(tx: Tx, compartment: string, capability: string): Promise<string[]> {
  const own = (await store.compartments(tx)).filter((one) => one.compartment === compartment)
  const held = await store.grantsHeld(tx)
  const people = [...new Set(held.map((one) => one.person))]
  return people.filter(
    (person) =>
      decide(
        held.filter((one) => one.person === person),
        capability,
        own,
      ).length > 0,
  )
}

import type { Actor } from '#kernel/handler'

/** `in ()` is no SQL: who has no compartment looks into one that cannot be. */
export function inOrNone(actor: Actor): readonly string[] {
  return actor.compartments.length > 0 ? actor.compartments : ['']
}

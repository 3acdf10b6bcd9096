import type { Actor } from '#kernel/handler'

/** Whose compartments a read is filtered by. */
export type Reader = { readonly compartments: readonly string[] }

/** The compartments in which an actor has one of these capabilities. */
export function reader(actor: Actor, ...needs: string[]): Reader {
  return { compartments: [...new Set(needs.flatMap((need) => actor.for(need).compartments))] }
}

/** Who works a case or signs for it, and so may know of candidates and of linked requests; intake does not. */
export function officersOf(actor: Actor): Reader {
  return reader(actor, 'tracing.write', 'tracing.confirm', 'tracing.system')
}

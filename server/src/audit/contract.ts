import { z } from 'zod'
import { Id, Instant } from '#kernel/contract'
import { query } from '#kernel/operation'

const Code = z.string().max(120)
const Cursor = z.string().max(400)

/** One entry of the log: who did what to which number, when, and where it stands in its chain. Never what was in it. */
export const Leaf = z.object({
  number: z.number().int(),
  chain: Code,
  position: z.number().int(),
  at: Instant,
  actor: z.string(),
  /** The name of a person of this house; null for a principal of the system. */
  actorName: z.string().nullable(),
  operation: Code,
  type: Code,
  subject: Code,
  hash: z.string(),
})

/** The log, newest first. Each chain is a compartment of its own; `house` holds what belongs to none. */
export const listLeaves = query({
  name: 'audit.listLeaves',
  path: '/audit/leaves',
  needs: 'audit.read',
  input: z.object({
    chain: Code.optional(),
    subject: Code.optional(),
    actor: Code.optional(),
    type: Code.optional(),
    operation: Code.optional(),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ leaves: z.array(Leaf), next: Cursor.nullable() }),
  refusals: ['cursor_unknown'],
})

export const Chain = z.object({
  chain: Code,
  /** The context and channel that the chain is of; null for the house's own. */
  context: Id.nullable(),
  channel: z.string().nullable(),
  /** The last signed head: how many leaves it covers, when, and the whole note, to be kept elsewhere. */
  head: z.object({ size: z.number().int(), at: Instant, note: z.string() }).nullable(),
})

/** The chains that this reader may see, each with its last signed head. */
export const listChains = query({
  name: 'audit.listChains',
  path: '/audit/chains',
  needs: 'audit.read',
  input: z.object({}),
  output: z.object({ chains: z.array(Chain) }),
  refusals: [],
})

export const events = {}

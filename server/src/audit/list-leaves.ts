import { z } from 'zod'
import { readPeople } from '#access'
import { readLeaves } from '#kernel/audit-read'
import { answer, handle } from '#kernel/handler'
import { openCursor, pageOf, sealCursor } from '#kernel/page'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'

const list = contract.listLeaves.name
const Content = z.object({
  filter: z.object({
    chain: z.string().nullable(),
    subject: z.string().nullable(),
    actor: z.string().nullable(),
    type: z.string().nullable(),
    operation: z.string().nullable(),
  }),
  before: z.number(),
})

export const listLeaves = handle(contract.listLeaves, async (asked, context) => {
  const { tx, actor: reader } = context
  const going = asked.cursor === undefined ? null : openCursor(context, list, { cursor: asked.cursor, schema: Content })
  if (asked.cursor !== undefined && !going) return refuse('cursor_unknown')
  const { chain = null, subject = null, actor = null, type = null, operation = null } = asked
  const filter = going?.filter ?? { chain, subject, actor, type, operation }
  const { chain: wanted, ...rest } = filter
  const chains = reader.compartments.filter((one) => wanted === null || one === wanted)
  const before = going?.before ?? null
  const found = await readLeaves(tx, { ...rest, chains, before, limit: asked.limit + 1 })
  const page = pageOf(found, asked.limit, (last) => sealCursor(context, list, { filter, before: last.number }))
  const names = new Map((await readPeople(tx)).map((one) => [one.id, one.name]))
  const leaves = page.rows.map((leaf) => ({ ...leaf, actorName: names.get(leaf.actor) ?? null }))
  return answer({ leaves, next: page.next }, [])
})

import type { Actor, Context } from '#kernel/handler'
import { type Tx, tablesOf } from '#kernel/tx'
import { LinkBasis } from './contract.ts'

const own = tablesOf('registry')

/** Persons and links join channels, so they lie in the house's own compartment and only who reaches it sees them. */
function visible(tx: Tx, actor: Actor) {
  return own(tx).selectFrom('registry.person').where('compartment', 'in', inOrNone(actor))
}

function visibleLinks(tx: Tx, actor: Actor) {
  return own(tx).selectFrom('registry.link').where('compartment', 'in', inOrNone(actor))
}

function inOrNone(actor: Actor): readonly string[] {
  return actor.compartments.length > 0 ? actor.compartments : ['']
}

export async function personById(tx: Tx, actor: Actor, id: string) {
  return visible(tx, actor).selectAll().where('id', '=', id).executeTakeFirst()
}

/** A page of persons that have records, newest first. */
export async function personsBefore(
  tx: Tx,
  actor: Actor,
  { compartment, beforeRowId, limit }: { compartment: string | null; beforeRowId: string | null; limit: number },
) {
  return visible(tx, actor)
    .selectAll()
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('registry.record')
          .select('registry.record.id')
          .whereRef('registry.record.person', '=', 'registry.person.id'),
      ),
    )
    .$if(compartment !== null, (rest) => rest.where('compartment', '=', compartment ?? ''))
    .$if(beforeRowId !== null, (rest) => rest.where('row_id', '<', beforeRowId ?? ''))
    .orderBy('row_id', 'desc')
    .limit(limit)
    .execute()
}

export async function foundedBy(tx: Tx, records: readonly string[]) {
  if (records.length === 0) return []
  const rows = await own(tx).selectFrom('registry.person').selectAll().where('founder', 'in', records).execute()
  return rows.map((row) => ({ id: row.id, founder: row.founder, formedAt: row.formed_at }))
}

export async function addPerson(context: Context, compartment: string, founder: string): Promise<string> {
  const id = context.newNumber('P')
  const row = { row_id: context.newRowId(), id, compartment, founder, formed_at: context.now }
  await own(context.tx).insertInto('registry.person').values(row).execute()
  return id
}

export async function linksOf(tx: Tx, actor: Actor, records: readonly string[]) {
  if (records.length === 0) return []
  const rows = await visibleLinks(tx, actor)
    .selectAll()
    .where((eb) => eb.or([eb('first', 'in', records), eb('second', 'in', records)]))
    .orderBy('row_id')
    .execute()
  return rows.map(linkOf)
}

/** The standing links of a whole set, found from some of its records outwards. Whoever asks: sets must be right. */
export async function linksAround(tx: Tx, records: readonly string[]) {
  const seen = new Set<string>()
  const links = new Map<string, { first: string; second: string }>()
  for (let edge = [...records]; edge.length > 0;) {
    for (const record of edge) seen.add(record)
    const asked = edge
    const rows = await own(tx)
      .selectFrom('registry.link')
      .select(['id', 'first', 'second'])
      .where('ended_at', 'is', null)
      .where((eb) => eb.or([eb('first', 'in', asked), eb('second', 'in', asked)]))
      .execute()
    for (const { id, first, second } of rows) links.set(id, { first, second })
    edge = [...new Set(rows.flatMap(({ first, second }) => [first, second]))].filter((record) => !seen.has(record))
  }
  return { records: [...seen], links: [...links.values()] }
}

export async function linkById(tx: Tx, actor: Actor, id: string) {
  const row = await visibleLinks(tx, actor).selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...linkOf(row), compartment: row.compartment }
}

export async function standingLinksOfPair(tx: Tx, actor: Actor, pair: string) {
  const rows = await visibleLinks(tx, actor)
    .selectAll()
    .where('pair', '=', pair)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map(linkOf)
}

export async function addLink(
  context: Context,
  link: {
    compartment: string
    first: string
    second: string
    basis: string
    pair: string | null
    linkedBy: string
    confirmedBy: string | null
  },
): Promise<string> {
  const id = context.newId()
  await own(context.tx)
    .insertInto('registry.link')
    .values({
      row_id: context.newRowId(),
      id,
      compartment: link.compartment,
      first: link.first,
      second: link.second,
      basis: link.basis,
      pair: link.pair,
      linked_at: context.now,
      linked_by: link.linkedBy,
      confirmed_by: link.confirmedBy,
    })
    .execute()
  return id
}

export async function endLink({ tx, now }: Context, id: string, by: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await own(tx)
    .updateTable('registry.link')
    .set({ ended_at: now, ended_by: by, ended_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends all links of a record that is being erased. */
export async function endLinksOf({ tx, now, actor }: Context, record: string): Promise<void> {
  await own(tx)
    .updateTable('registry.link')
    .set({ ended_at: now, ended_by: actor.id, ended_reason: 'erased' })
    .where((eb) => eb.or([eb('first', '=', record), eb('second', '=', record)]))
    .where('ended_at', 'is', null)
    .execute()
}

export async function recordIdsOf(tx: Tx, person: string): Promise<string[]> {
  const rows = await own(tx)
    .selectFrom('registry.record')
    .select('id')
    .where('person', '=', person)
    .orderBy('row_id')
    .execute()
  return rows.map((row) => row.id)
}

export async function placeOfPerson(tx: Tx, id: string) {
  return own(tx).selectFrom('registry.person').select('compartment').where('id', '=', id).executeTakeFirst()
}

type LinkRow = {
  id: string
  first: string
  second: string
  basis: string
  linked_at: string
  linked_by: string
  ended_at: string | null
}

function linkOf({ id, first, second, basis, linked_at, linked_by, ended_at }: LinkRow) {
  return {
    id,
    first,
    second,
    basis: LinkBasis.parse(basis),
    linkedAt: linked_at,
    linkedBy: linked_by,
    endedAt: ended_at,
  }
}

import { z } from 'zod'
import type { Context } from '#kernel/handler'
import { type Tx, tablesOf } from '#kernel/tx'
import { forgetSessionKeys } from '#kernel/keyring'
import { sealedColumn } from '#kernel/vault'
import { Labels, Role, Settings } from './contract.ts'
import { type Compartment, type Grant, installation } from './domain.ts'

const own = tablesOf('access')
const personContent = sealedColumn('access.person', z.object({ name: z.string() }))

const defaultSettings = { theme: 'system', digits: 'latin', keys: true } as const

export async function compartments(tx: Tx): Promise<Compartment[]> {
  return own(tx)
    .selectFrom('access.compartment')
    .select(['compartment', 'context', 'channel', 'sensitivity'])
    .orderBy('compartment')
    .execute()
}

export async function grantsOf(tx: Tx, person: string): Promise<(Grant & { id: string; grantedAt: string })[]> {
  const rows = await own(tx)
    .selectFrom('access.membership')
    .selectAll()
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('row_id')
    .execute()
  return rows.map(({ id, role, context, channel, granted_at }) => ({
    id,
    role,
    context,
    channel,
    grantedAt: granted_at,
  }))
}

export async function openPerson(tx: Tx, id: string): Promise<{ id: string } | undefined> {
  return own(tx)
    .selectFrom('access.person')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
}

export async function addPerson(context: Context, name: string, language: string): Promise<string> {
  const { tx, now } = context
  const id = context.newId()
  const rowId = context.newRowId()
  const sealed = await personContent.seal(tx, { rowId, compartment: installation, subjects: [id] }, { name })
  const settings = JSON.stringify({ ...defaultSettings, language })
  await own(tx)
    .insertInto('access.person')
    .values({ row_id: rowId, id, state: 'open', settings, created_at: now, sealed })
    .execute()
  return id
}

export async function readPeople(tx: Tx, ids?: readonly string[]) {
  const rows = await own(tx)
    .selectFrom('access.person')
    .selectAll()
    .$if(ids !== undefined, (rest) => rest.where('id', 'in', ids ?? []))
    .orderBy('row_id')
    .execute()
  const opened = await personContent.open(
    tx,
    rows.map((row) => ({ rowId: row.row_id, compartment: installation, subjects: [row.id], sealed: row.sealed })),
  )
  return rows.map((row, index) => ({
    id: row.id,
    name: opened[index]?.name ?? '',
    state: row.state === 'open' ? ('open' as const) : ('closed' as const),
    settings: Settings.parse(row.settings),
    createdAt: row.created_at,
  }))
}

export async function setSettings(tx: Tx, person: string, settings: z.output<typeof Settings>): Promise<void> {
  await own(tx)
    .updateTable('access.person')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', person)
    .execute()
}

export async function closePerson(tx: Tx, person: string, now: string): Promise<void> {
  await own(tx).updateTable('access.person').set({ state: 'closed' }).where('id', '=', person).execute()
  const ended = await own(tx)
    .updateTable('access.session')
    .set({ ended_at: now })
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  await forgetSessionKeys(
    tx,
    ended.map((one) => one.id),
  )
}

/** All roles held by people whose accounts are open. */
export async function grantsHeld(tx: Tx): Promise<(Grant & { person: string })[]> {
  return own(tx)
    .selectFrom('access.membership')
    .innerJoin('access.person', 'access.person.id', 'access.membership.person')
    .select([
      'access.membership.person',
      'access.membership.role',
      'access.membership.context',
      'access.membership.channel',
    ])
    .where('access.membership.ended_at', 'is', null)
    .where('access.person.state', '=', 'open')
    .orderBy('access.membership.row_id')
    .execute()
}

export async function contextsOf(tx: Tx, ids?: readonly string[]) {
  if (ids?.length === 0) return []
  const contexts = await own(tx)
    .selectFrom('access.context')
    .selectAll()
    .$if(ids !== undefined, (rest) => rest.where('id', 'in', ids ?? []))
    .orderBy('row_id')
    .execute()
  const parties = await own(tx).selectFrom('access.party').selectAll().orderBy('row_id').execute()
  return contexts.map((context) => ({
    id: context.id,
    kind: context.kind === 'international' ? ('international' as const) : ('not_international' as const),
    labels: Labels.parse(context.labels),
    parties: parties
      .filter((party) => party.context === context.id)
      .map((party) => ({
        id: party.id,
        kind: party.kind === 'state' ? ('state' as const) : ('non_state' as const),
        hasBureau: party.has_bureau,
        labels: Labels.parse(party.labels),
      })),
  }))
}

export async function addContext(context: Context, kind: string, labels: z.output<typeof Labels>): Promise<string> {
  const id = context.newId()
  await own(context.tx)
    .insertInto('access.context')
    .values({ row_id: context.newRowId(), id, kind, labels: JSON.stringify(labels), created_at: context.now })
    .execute()
  return id
}

export async function addParty(
  context: Context,
  party: { context: string; kind: string; hasBureau: boolean; labels: z.output<typeof Labels> },
): Promise<string> {
  const id = context.newId()
  await own(context.tx)
    .insertInto('access.party')
    .values({
      row_id: context.newRowId(),
      id,
      context: party.context,
      kind: party.kind,
      has_bureau: party.hasBureau,
      labels: JSON.stringify(party.labels),
      created_at: context.now,
    })
    .execute()
  return id
}

export async function addCompartment({ tx, now }: Context, compartment: Compartment): Promise<void> {
  await own(tx)
    .insertInto('access.compartment')
    .values({ ...compartment, created_at: now })
    .execute()
}

export async function addMembership(
  context: Context,
  grant: Grant & { person: string; grantedBy: string; confirmedBy: string },
): Promise<void> {
  await own(context.tx)
    .insertInto('access.membership')
    .values({
      row_id: context.newRowId(),
      id: context.newId(),
      person: grant.person,
      role: Role.parse(grant.role),
      context: grant.context,
      channel: grant.channel,
      granted_at: context.now,
      granted_by: grant.grantedBy,
      confirmed_by: grant.confirmedBy,
    })
    .execute()
}

export async function endMembership({ tx, now }: Context, person: string, grant: Grant): Promise<boolean> {
  const { numUpdatedRows } = await own(tx)
    .updateTable('access.membership')
    .set({ ended_at: now })
    .where('person', '=', person)
    .where('role', '=', grant.role)
    .where('context', grant.context === null ? 'is' : '=', grant.context)
    .where('channel', grant.channel === null ? 'is' : '=', grant.channel)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

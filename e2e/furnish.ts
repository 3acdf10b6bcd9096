// A case that has come as far as the gate: a record, a request in search, a pair accepted. For journeys and for pictures.
import { addMembership } from '../server/src/access/index.ts'
import { enterRecord } from '../server/src/registry/contract.ts'
import type { Caller, TestHouse } from '../server/src/kernel/test.ts'
import { sampleContent } from '../server/src/disclosure/answer.samples.ts'
import * as tracing from '../server/src/tracing/contract.ts'
import * as matching from '../server/src/matching/contract.ts'
import { sampleRequest, searchConsent } from '../server/src/tracing/request.samples.ts'

export type Office = {
  readonly intake: Caller
  readonly officer: Caller
  readonly lead: Caller
  readonly head: Caller
  readonly transmission: Caller
  readonly data: Caller
  readonly first: Caller
  readonly second: Caller
}

/** The people of a full office, one for each part of the way. */
export async function openOffice(house: TestHouse): Promise<Office> {
  return {
    intake: await house.as('intake'),
    officer: await house.as('tracing_officer', { name: 'Ines Carrovel' }),
    lead: await house.as('protection_lead', { name: 'Edda Marwick' }),
    head: await house.as('head', { name: 'Joren Halvick' }),
    transmission: await house.as('transmission_officer', { name: 'Yusra Benkalem' }),
    data: await house.as('data_protection_officer', { name: 'Clara Venn' }),
    first: await house.as('matching_reviewer', { name: 'Anouk Ferrel' }),
    second: await house.as('matching_reviewer', { name: 'Bertil Osman' }),
  }
}

/**
 * An office of two, with as few roles as the way needs: A files, reviews first, proposes; B reviews second, signs; each is
 * the liaison of one party. (domain/05 section 7.)
 */
export async function openOfficeOfTwo(house: TestHouse): Promise<{ readonly a: Caller; readonly b: Caller }> {
  const { context, a: one, b: other } = house.world.first
  const ofA = ['transmission_officer', 'intake', 'tracing_officer', 'matching_reviewer']
  const a = await house.as(ofA, { name: 'Imre Solvane' })
  const b = await house.as(['matching_reviewer', 'protection_lead'], { name: 'Berit Anholt' })
  const by = { role: 'nib_liaison', context, grantedBy: 'test', confirmedBy: 'test' }
  await house.house.asPrincipal('console', 'test.setUp', async (within) => {
    await addMembership(within, { ...by, person: a.person, channel: one })
    await addMembership(within, { ...by, person: b.person, channel: other })
    return []
  })
  return { a, b }
}

export type Case = { readonly request: string; readonly record: string; readonly pair: string }

type Names = { readonly asked: string; readonly listed: string }

/** A request whose enquirer was checked and a record of a list that may be one person: the pair waits in the queue. */
export async function queuedPair(house: TestHouse, office: Office, name: Names): Promise<Case> {
  const { context, a: channel } = house.world.first
  const born = { edtf: '1991-07-03', other: null, calendar: 'gregorian' as const, written: null }
  const known = { born, mother: 'Mina', birthPlace: 'Orvel', age: null }
  const sample = sampleContent(name.listed)
  const content = { ...sample, description: { ...sample.description, ...known } }
  const entered = { context, channel, notice: 'held' as const, confirmed: true, receivedOn: '2026-03-04', content }
  house.clock.forward(1_000)
  const { id: record } = await office.transmission.ok(enterRecord, entered)
  const filed = sampleRequest(name.asked)
  const checked = { how: 'document' as const, note: null, on: '2026-03-02' }
  const enquirer = {
    ...filed.enquirer,
    relation: 'parent' as const,
    identityChecked: checked,
    relationChecked: checked,
    riskConsidered: 'None seen.',
  }
  const sought = { ...filed.sought, description: { ...filed.sought.description, ...known } }
  const { id: request } = await office.officer.ok(tracing.fileRequest, { context, enquirer, sought })
  await office.officer.ok(tracing.submitRequest, { id: request, consent: searchConsent })
  await office.officer.ok(tracing.openRequest, { id: request })
  const because = { occurred: null, source: null, reason: 'A list has been received.' }
  await office.officer.ok(tracing.planSearch, { id: request, reviewOn: '2026-06-01', because })
  await house.settle()
  house.clock.forward(1_000)
  const pair = (await office.first.ok(matching.listPairs, { request, record })).pairs[0]?.id
  if (pair === undefined) throw new Error('the two were not found to be a pair')
  return { request, record, pair }
}

/** The same pair accepted by two reviewers: an outcome is pending. */
export async function pendingCase(house: TestHouse, office: Office, name: Names): Promise<Case> {
  const queued = await queuedPair(house, office, name)
  const verdict = { id: queued.pair, grade: 'established' as const, fields: ['born' as const, 'mother' as const] }
  await office.first.ok(matching.openPair, { id: queued.pair })
  await office.first.ok(matching.acceptPair, { ...verdict, note: null })
  await office.second.ok(matching.acceptPair, { ...verdict, note: null })
  house.clock.forward(1_000)
  return queued
}

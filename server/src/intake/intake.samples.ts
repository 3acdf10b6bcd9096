// What the tests of this room send in: invented lists in the forms senders use.
import type { z } from 'zod'
import type { AskedOf } from '#kernel/operation'
import type { Caller, TestHouse } from '#kernel/test'
import * as contract from './contract.ts'

export type Asked = AskedOf<typeof contract.receiveList>

/** A confirmed list of persons held, of the first party of the first context, unless said otherwise. */
export function envelope(house: TestHouse, change: Partial<Asked> = {}): Asked {
  const { context, a } = house.world.first
  return {
    context,
    channel: a,
    kind: 'held',
    number: '17/a',
    date: { edtf: '2026-03-01', other: null, calendar: 'gregorian', written: '1.3.2026' },
    legalStatus: { status: 'prisoner_of_war', written: null },
    receivedOn: '2026-03-04',
    way: 'courier',
    handedOverBy: 'The bureau of Ardania',
    receivedBy: 'A liaison officer',
    authenticity: { state: 'confirmed', how: 'seal_or_signature', by: 'The head of the bureau' },
    replaces: null,
    fileName: 'list.csv',
    ...change,
  }
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

/** Receives a file and lets it be looked through; gives the list's number. */
export async function receive(
  house: TestHouse,
  by: Caller,
  file: string | Uint8Array<ArrayBuffer>,
  change: Partial<Asked> = {},
): Promise<string> {
  const bytes = typeof file === 'string' ? bytesOf(file) : file
  const { id } = await by.ok(contract.receiveList, envelope(house, change), bytes)
  await house.settle()
  return id
}

/** Fixes the mapping as it is shown, with changes by heading. */
export async function map(
  by: Caller,
  id: string,
  change: Readonly<Record<string, z.input<typeof contract.Field> | null>> = {},
): Promise<void> {
  const { columns, dateOrder } = await by.ok(contract.previewList, { id, mapping: null })
  const fixed = columns.map(({ heading, field }) => ({
    heading,
    field: change[heading] === undefined ? field : change[heading],
  }))
  await by.ok(contract.setMapping, { id, columns: fixed, dateOrder })
}

/** Receives, maps and runs a list, to its end; gives its number. */
export async function register(
  house: TestHouse,
  { liaison, officer }: { liaison: Caller; officer: Caller },
  file: string | Uint8Array<ArrayBuffer>,
  change: Partial<Asked> = {},
): Promise<string> {
  const id = await receive(house, liaison, file, change)
  await map(officer, id)
  await officer.ok(contract.runList, { id })
  await house.settle()
  return id
}

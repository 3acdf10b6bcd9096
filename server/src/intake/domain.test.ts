import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessMapping, type Mapping } from '@solferino/reading'
import fc from 'fast-check'
import type { z } from 'zod'
import { Content, PartialDate } from '../registry/contract.ts'
import { readRow } from './content.ts'
import { AuthenticityState, type Envelope, type Field, ListKind, ListState } from './contract.ts'
import { accept, confirm, eventOfKind, holdsBack, keptDate, mayRegister, mayReturn, mayRun } from './domain.ts'
import { joinMappings, mappingFor, senderMapping } from './mapping.ts'

const states = ListState.options
const origins = AuthenticityState.options
const noDate = null

test('what confirming makes of each state and origin', () => {
  const expected: Record<string, string> = {
    'received not_yet': 'received',
    'received doubtful': 'received',
    'accepted_unconfirmed not_yet': 'accepted',
    'accepted_unconfirmed doubtful': 'accepted',
    'registered not_yet': 'registered',
    'registered doubtful': 'registered',
    'accepted not_yet': 'accepted',
    'accepted doubtful': 'accepted',
  }
  for (const state of states)
    for (const origin of origins) {
      const decision = confirm(state, origin)
      const said = decision.ok ? decision.state : decision.refusal
      const refused = state === 'returned' ? 'already_returned' : 'already_confirmed'
      assert.equal(said, expected[`${state} ${origin}`] ?? refused, `${state} ${origin}`)
    }
  assert.deepEqual(origins.map(accept), ['accepted', 'accepted_unconfirmed', 'accepted_unconfirmed'])
})

test('when a list may be given back, registered and run', () => {
  assert.deepEqual(states.map(mayReturn), [null, null, null, 'already_returned', 'has_records'])
  const mapped = '2026-03-05T09:00:00.000Z'
  assert.deepEqual(
    states.map((state) => mayRegister({ state, mappedAt: mapped })),
    ['not_accepted', null, null, 'not_accepted', null],
  )
  assert.equal(mayRegister({ state: 'accepted', mappedAt: null }), 'not_mapped')
  const list = {
    state: 'accepted',
    mappedAt: mapped,
    completedAt: noDate,
    fileDestroyedAt: noDate,
    quarantined: 0,
  } as const
  assert.equal(mayRun(list), null)
  assert.equal(mayRun({ ...list, fileDestroyedAt: mapped }), 'file_destroyed')
  assert.equal(mayRun({ ...list, completedAt: mapped }), 'nothing_left')
  assert.equal(mayRun({ ...list, completedAt: mapped, quarantined: 1, fileDestroyedAt: mapped }), null)
})

test('what holds a row back, and what a person may let stand', () => {
  const problem = (code: 'date_unread' | 'date_ambiguous' | 'name_missing') => ({ code, column: 1, field: 'born' })
  const held = (kind: z.output<typeof ListKind>, asItStands: boolean, ...codes: Parameters<typeof problem>[0][]) =>
    holdsBack(codes.map(problem), { kind, asItStands })?.code ?? null
  assert.equal(held('held', false, 'date_ambiguous'), null)
  assert.equal(held('held', false, 'date_ambiguous', 'date_unread'), 'date_unread')
  assert.equal(held('held', true, 'date_unread'), null)
  assert.equal(held('held', true, 'date_unread', 'name_missing'), 'name_missing')
  assert.equal(held('graves', false, 'name_missing'), 'name_missing')
  assert.equal(held('graves', true, 'name_missing'), null)
  assert.equal(held('remains_handed_over', false, 'name_missing'), null)
})

test('any reading of a date is kept as one the house knows, or not at all, and its years are never lost', () => {
  const year = fc.integer({ min: 1000, max: 2100 })
  const part = fc.tuple(
    year,
    fc.option(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.option(fc.integer({ min: 1, max: 28 })))),
  )
  const day = part.map(([y, rest]) => {
    const two = (number: number) => String(number).padStart(2, '0')
    return [String(y), ...(rest ? [two(rest[0]), ...(rest[1] === null ? [] : [two(rest[1])])] : [])].join('-')
  })
  const open = fc.oneof(day, fc.constant('..'))
  const interval = fc.tuple(open, open).filter(([from, to]) => from !== '..' || to !== '..')
  const reading = fc.oneof(
    day,
    day.map((one) => `${one}~`),
    interval.map((ends) => ends.join('/')),
  )
  fc.assert(
    fc.property(reading, (edtf) => {
      const kept = keptDate(edtf)
      assert.ok(kept !== null, edtf)
      assert.ok(PartialDate.safeParse({ edtf: kept, other: null, calendar: 'gregorian', written: null }).success, kept)
      assert.deepEqual(new Set(kept.match(/\d{4}/g)), new Set(edtf.match(/\d{4}/g)))
    }),
  )
  assert.equal(keptDate('spring'), null)
})

const envelope: z.output<typeof Envelope> = {
  kind: 'held',
  number: '17',
  date: null,
  legalStatus: null,
  receivedOn: '2026-03-04',
  way: 'post',
  handedOverBy: null,
  receivedBy: 'A liaison officer',
  authenticity: { state: 'not_yet' },
  replaces: null,
  fileName: 'list.csv',
}
const by = (kind: z.output<typeof ListKind>) => ({ envelope: { ...envelope, kind }, asItStands: false, yearMax: 2026 })
const mappingOf = (...fields: (z.output<typeof Field> | null)[]): Mapping => ({
  columns: fields.map((field, at) => ({ heading: `h${at}`, field, confidence: 3 })),
})
const rowOf = (...cells: string[]) => ({ row: 7, line: cells.join(';'), cells })

test('each kind of list tells its own event, with date, place and the words of the row', () => {
  const columns = mappingOf('name', 'event', 'heldAt', 'status', 'captured', 'released', 'died')
  const told = (kind: z.output<typeof ListKind>) =>
    readRow(
      rowOf('Orel Tavin', '2026-02-01', 'Orvel', 'well', '2025-01-01', '', ''),
      columns,
      by(kind),
    ).content?.events.map((event) => `${event.kind} ${event.on?.edtf} ${event.place} ${event.note}`)
  for (const kind of ListKind.options.filter((one) => one !== 'replies'))
    assert.deepEqual(told(kind), ['capture 2025-01-01 null null', `${eventOfKind[kind]} 2026-02-01 Orvel well`])
  assert.deepEqual(told('replies'), ['capture 2025-01-01 null null', 'held 2026-02-01 Orvel well'])
  const reply = readRow(rowOf('Orel Tavin', '2026-02-01', '', 'not known to us', '', '', ''), columns, by('replies'))
  assert.deepEqual(reply.content?.events, [])
  assert.deepEqual(
    reply.content?.kept.map(({ value }) => value),
    ['2026-02-01', 'not known to us'],
  )
  const dead = readRow(rowOf('Orel Tavin', '', 'Orvel', '', '', '', '2026-01-05'), columns, by('deaths'))
  assert.deepEqual(
    dead.content?.events.map(({ kind, on }) => [kind, on?.edtf]),
    [['death', '2026-01-05']],
  )
})

test('all spellings of a name, its parts and both readings of a date are kept', () => {
  const read = readRow(
    rowOf('Тавин Орел Данович|Tavin Orel', '03/04/1987', 'Kel', 'x-44'),
    mappingOf('name', 'born', 'alias', null),
    by('held'),
  )
  const { description, kept, source, literal } = read.content!
  assert.deepEqual(
    description.names.map(({ whole, patronymic }) => [whole, patronymic]),
    [
      ['Тавин Орел Данович', 'Данович'],
      ['Tavin Orel', null],
    ],
  )
  assert.equal(description.born?.edtf, '1987-04-03')
  assert.equal(description.born?.other, '1987-03-04')
  assert.equal(description.born?.written, '03/04/1987')
  assert.deepEqual(description.aliases, ['Kel'])
  assert.deepEqual(kept, [{ heading: 'h3', value: 'x-44' }])
  assert.equal(source.row, 7)
  assert.equal(literal, 'Тавин Орел Данович|Tavin Orel;03/04/1987;Kel;x-44')
  const apart = readRow(rowOf('Orel', 'Tavin', 'Dan'), mappingOf('given', 'family', 'father'), by('held'))
  assert.deepEqual(apart.content?.description.names, [
    { whole: null, given: 'Orel', patronymic: null, father: 'Dan', grandfather: null, family: 'Tavin' },
  ])
})

test('whatever a row says, it becomes a record that can be opened again or waits with a reason', () => {
  const fields = fc.array(
    fc.option(
      fc.constantFrom<z.output<typeof Field>>(
        'name',
        'given',
        'family',
        'born',
        'age',
        'sex',
        'place',
        'event',
        'died',
        'status',
        'remarks',
        'number',
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  const cell = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      '',
      '—',
      '1987',
      '03/04/1987',
      '../1990-03',
      '1960-01/1961-02',
      'm',
      '#N/A',
      'x'.repeat(301),
      'a|b|c',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  const row = fields.chain((columns) =>
    fc.record({
      columns: fc.constant(columns),
      cells: fc.array(cell, { minLength: columns.length, maxLength: columns.length }),
    }),
  )
  let registered = 0
  fc.assert(
    fc.property(row, fc.constantFrom(...ListKind.options), fc.boolean(), ({ columns, cells }, kind, asItStands) => {
      const read = readRow(rowOf(...cells), mappingOf(...columns), { ...by(kind), asItStands })
      assert.equal(read.content === null, read.reason !== null)
      if (!read.content) return
      registered += 1
      assert.ok(Content.safeParse(JSON.parse(JSON.stringify(read.content))).success)
    }),
    { numRuns: 500 },
  )
  assert.ok(registered > 50)
})

test('a mapping is found again by heading, and what the sender had not before is guessed', () => {
  const saved = {
    columns: [
      { heading: 'who', field: 'name' as const, confidence: 3 as const },
      { heading: 'tag', field: null, confidence: 3 as const },
    ],
    dateOrder: 'dmy' as const,
  }
  const moved = mappingFor(saved, ['tag', 'who'])
  assert.deepEqual(
    moved.columns.map(({ field }) => field),
    [null, 'name'],
  )
  assert.equal(moved.dateOrder, 'dmy')
  const { columns } = guessMapping(['tag', 'who', 'rank'], [])
  const next = senderMapping(saved, { columns, dateOrder: null })
  assert.deepEqual(
    next.columns.map(({ field }) => field),
    [null, 'name', 'rank'],
  )
  const joined = joinMappings([
    saved,
    {
      columns: [
        { heading: 'rank', field: 'rank', confidence: 2 },
        { heading: 'who', field: 'alias', confidence: 1 },
      ],
      dateOrder: null,
    },
  ])
  assert.deepEqual(
    joined.columns.map(({ heading, field }) => `${heading} ${field}`),
    ['who name', 'tag null', 'rank rank'],
  )
  assert.equal(joined.dateOrder, null)
  assert.deepEqual(joinMappings([]), { columns: [], dateOrder: null })
})

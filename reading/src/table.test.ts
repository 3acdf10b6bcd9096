import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import {
  guessMapping,
  isReadingError,
  parseDate,
  readTable,
  readTableSandboxed,
  readValues,
  sourceOfBytes,
  writeCsv,
  writeXlsx,
  type ReadOptions,
  type RowBatch,
} from './index.ts'

async function all(name: string, bytes: Uint8Array | string, options: ReadOptions = {}) {
  const batches: RowBatch[] = []
  for await (const batch of readTable(sourceOfBytes(name, Buffer.from(bytes)), options)) batches.push(batch)
  return {
    table: batches[0]!.table,
    rows: batches.flatMap((batch) => batch.rows),
    quarantine: batches.flatMap((batch) => batch.quarantine),
    progress: batches.at(-1)!.progress,
  }
}

async function codeOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading
  } catch (error) {
    if (isReadingError(error)) return error.code
    throw error
  }
  return 'read'
}

const xlsx = Buffer.from(
  writeXlsx([
    {
      name: 'List',
      rows: [
        ['Name', 'Born'],
        ['Lev Tarvin', '1960-11-02'],
      ],
    },
  ]),
)

test('a hostile or wrong file ends with a code that says what it is', async () => {
  const doctype = xlsx.toString('latin1')
  const cases: [string, Uint8Array | string, string][] = [
    ['empty.csv', '', 'file_empty'],
    ['blank.csv', ' \n \n', 'file_empty'],
    ['report.pdf', '%PDF-1.7 ...', 'format_not_a_table'],
    ['page.csv', '<!doctype html><table>', 'format_not_a_table'],
    ['list.csv', xlsx, 'extension_wrong'],
    ['list.xlsx', 'name;born\nLev;1960\n', 'extension_wrong'],
    ['list.xlsx', xlsx.subarray(0, xlsx.length - 40), 'zip_broken'],
    ['list.csv.gz', gzipSync('name;born\nLev Tarvin;1960\n').subarray(0, 25), 'gzip_broken'],
    ['noise.csv', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 32), 'format_unknown'],
    ['list.json', '[{"name":"Lev"}]', 'json_array'],
  ]
  for (const [name, bytes, code] of cases) assert.equal(await codeOf(all(name, bytes)), code, name)
  assert.ok(doctype.startsWith('PK'))
})

test('limits of size, unpacked size, cells and columns hold', async () => {
  const limits = {
    bytesMax: 1e6,
    unpackedMax: 1e6,
    cellsMax: 1000,
    entriesMax: 200,
    columnsMax: 50,
    lineLengthMax: 10_000,
  }
  const bomb = gzipSync(Buffer.alloc(5e6, 'name;born\n'))
  assert.equal(await codeOf(all('bomb.csv.gz', bomb, { limits })), 'unpacked_too_large')
  assert.equal(await codeOf(all('big.csv', 'name;born\n'.repeat(200_000), { limits })), 'file_too_large')
  assert.equal(await codeOf(all('cells.csv', `name;born\n${'Lev;1960\n'.repeat(2000)}`, { limits })), 'cells_too_many')
  assert.equal(await codeOf(all('wide.csv', `name;born\n${'x;'.repeat(100)}\n`, { limits })), 'columns_too_many')
  assert.equal(await codeOf(all('long.csv', `name;born\n${'x'.repeat(20_000)};1\n`, { limits })), 'line_too_long')
})

test('encodings are told by content', async () => {
  const text =
    'Фамилия;Имя;Дата рождения\nТарвинский;Лев;02.11.1960\nХоренко;Остап;12.03.1987\nОзёрская;Вера;01.02.1990\n'
  const letters = (table: string, first: number) =>
    Uint8Array.from(text, (one) => (one < '\u0080' ? one.charCodeAt(0) : first + table.indexOf(one)))
  const windows = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя'
  const cp1251 = letters(windows, 0xc0).map((byte, at) => (text[at] === 'ё' ? 0xb8 : byte))
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le')
  for (const [bytes, encoding] of [
    [Buffer.from(text), 'utf-8'],
    [cp1251, 'windows-1251'],
    [utf16, 'utf-16le'],
  ] as const) {
    const { table, rows } = await all('list.csv', bytes)
    assert.equal(table.encoding, encoding)
    assert.deepEqual(rows[2]!.cells, ['Озёрская', 'Вера', '01.02.1990'])
  }
})

test('rows in are rows read, set aside, blank or headings, for any text', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'б', '"', ';', ',', ' ', '1', '\t'), maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 60 }), async (lines) => {
      const text = `Name;Born;Place\n${lines.join('\n')}\n`
      const { rows, quarantine, progress } = await all('list.csv', text)
      const literal = [...rows, ...quarantine].reduce((sum, row) => sum + row.line.split('\n').length, 0)
      assert.equal(progress.rows, rows.length)
      assert.equal(progress.quarantined, quarantine.length)
      assert.equal(literal + progress.blank + progress.headings, lines.length + 1)
    }),
    { numRuns: 100 },
  )
})

test('columns are told by their headings in five languages', () => {
  const cases: [string[], (string | null)[]][] = [
    [
      ['No', 'Full name', 'Date of birth', 'Service number', 'Colour of eyes'],
      ['rowNumber', 'name', 'born', 'number', null],
    ],
    [
      ['Nom de famille', 'Prénom', 'Date de naissance', 'Lieu de naissance'],
      ['family', 'given', 'born', 'place'],
    ],
    [
      ['ФИО', 'Дата рождения', 'Личный номер', 'Звание'],
      ['name', 'born', 'number', 'rank'],
    ],
    [
      ['Прізвище', 'По батькові', 'Дата народження', 'Стать'],
      ['family', 'patronymic', 'born', 'sex'],
    ],
    [
      ['الاسم الكامل', 'اسم الأب', 'تاريخ الميلاد', 'مكان الاحتجاز'],
      ['name', 'father', 'born', 'heldAt'],
    ],
  ]
  for (const [headings, fields] of cases) {
    assert.deepEqual(
      guessMapping(headings, []).columns.map(({ field }) => field),
      fields,
    )
  }
})

test('dates keep what is known and both readings where two are possible', () => {
  const cases: [string, string[]][] = [
    ['1987', ['1987']],
    ['03.1987', ['1987-03']],
    ['25/12/1990', ['1990-12-25']],
    ['03/04/1990', ['1990-04-03', '1990-03-04']],
    ['12 мая 1987 г.', ['1987-05-12']],
    ['12 березня 1987', ['1987-03-12']],
    ['1er mars 1987', ['1987-03-01']],
    ['March 12, 1987', ['1987-03-12']],
    ['١٢ مارس ١٩٨٧', ['1987-03-12']],
    ['1989/1991', ['1989/1991']],
    ['unknown', []],
    ['31/02/1990', []],
  ]
  for (const [text, readings] of cases) assert.deepEqual(parseDate(text)?.readings ?? [], readings, text)
})

test('the sandbox reads the same rows and gives the same error', async () => {
  const rows: string[][] = []
  for await (const batch of readTableSandboxed(xlsx, { name: 'list.xlsx' })) {
    for (const row of batch.rows) rows.push(row.cells)
    const { values } = readValues(batch.rows[0]!, guessMapping(batch.table.headings, batch.rows))
    assert.deepEqual(values.dates.born?.readings, ['1960-11-02'])
  }
  assert.deepEqual(rows, [['Lev Tarvin', '1960-11-02']])
  const cut = readTableSandboxed(xlsx.subarray(0, 300), { name: 'list.xlsx' })
  assert.equal(await codeOf(cut.next()), 'zip_broken')
})

test('CSV that is written is run by no spreadsheet', () => {
  assert.equal(writeCsv([['=1+1', '\u200B@x', '-5', 'a,b']]), `"'=1+1","'\u200B@x",-5,"a,b"\n`)
})

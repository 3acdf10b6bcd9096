import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { readText, toJsonLine, type Proposal } from './index.ts'

const brief = (text: string): (string | null)[][] =>
  readText(text).proposals.map(({ kind, speaker, party }) => [kind, speaker, party])

test('an English wire report: meeting, conditional promise, allegation in a quotation, denial, request, thanks, an unnamed official', () => {
  const text = `Ostrava government rejects charges over captives

VELGRAD (Meridian Press) — The president of the Vessarian Relief Committee, Anneke Holt, met Ostravan Deputy Prime Minister Pavel Rezek in Velgrad on Tuesday.

Rezek told Holt that his country was prepared to let her delegates into the Marsk detention centre, provided that their safety could be ensured.

"We have nothing to hide," Rezek told reporters after the meeting. "But Kaldia keeps 112 of our airmen in unknown places."

Kaldia's foreign ministry dismissed the allegation as "propaganda". In a statement, it urged Ostrava to publish the names of all those it had captured since January.

Holt expressed gratitude for the frank exchange.

A senior Kaldian official, speaking on condition of anonymity, said an exchange of wounded prisoners might take place next month.

The conflict erupted in 2019 over the status of the northern districts.
`
  const committee = 'Vessarian Relief Committee'
  assert.deepEqual(brief(text), [
    ['meeting', null, null],
    ['commitment', 'Pavel Rezek', 'Ostrava'],
    ['denial', 'Pavel Rezek', 'Ostrava'],
    ['allegation', 'Pavel Rezek', 'Ostrava'],
    ['denial', 'foreign ministry', 'Kaldia'],
    ['request', 'foreign ministry', 'Kaldia'],
    ['appreciation', 'Anneke Holt', committee],
    ['position', 'senior Kaldian official', null],
  ])
  const { proposals, meeting } = readText(text, { date: '2031-03-14' })
  const promise = proposals[1]!
  assert.equal(promise.condition, 'provided that their safety could be ensured')
  assert.equal(promise.addressee, 'Anneke Holt')
  assert.equal(proposals[3]!.against, 'Kaldia')
  assert.equal(proposals[3]!.quoted, true)
  assert.equal(proposals[4]!.text, 'the allegation as "propaganda"')
  assert.equal(proposals[5]!.addressee, 'Ostrava')
  assert.equal(proposals[7]!.hedge, true)
  assert.deepEqual(meeting?.when, { text: 'Tuesday', date: '2031-03-11' })
})

test('a weekday is left open, and asked for, when nobody told the date of the report', () => {
  const { meeting, notes } = readText(
    'VELGRAD (Press) - Minister Pavel Rezek met the envoy, Anneke Holt, in Velgrad on Tuesday.',
  )
  assert.deepEqual(meeting?.when, { text: 'Tuesday', date: null })
  assert.ok(notes.some((note) => note.code === 'date_needed' && note.detail === 'Tuesday'))
})

test('a communiqué speaks for its ministry also without a verb of saying', () => {
  const text = `Press release

Ministry of Defence of Kaldia

The Ministry of Defence of Kaldia categorically denies reports that prisoners were moved to the border area.

We will continue to cooperate with the committee. If Ostrava returns the bodies of our fallen, Kaldia will hand over the remains of nine servicemen.
`
  assert.deepEqual(
    readText(text).proposals.map(({ kind, party, condition }) => [kind, party, condition]),
    [
      ['denial', 'Kaldia', null],
      ['commitment', 'Kaldia', null],
      ['commitment', 'Kaldia', 'If Ostrava returns the bodies of our fallen'],
    ],
  )
})

test('a French report', () => {
  const text = `La présidente du Comité vessarien, Anneke Holt, s'est entretenue mardi à Velgrad avec le vice-premier ministre ostravien, Pavel Rezek.

« Nous n'avons rien à cacher », a déclaré M. Rezek à l'issue de la rencontre. Il a toutefois accusé la Kaldie de retenir 112 aviateurs.

Dans un communiqué, le ministère kaldien des Affaires étrangères a exhorté l'Ostravie à publier les noms de tous les captifs.
`
  assert.deepEqual(brief(text), [
    ['meeting', null, null],
    ['denial', 'Pavel Rezek', 'Ostravie'],
    ['allegation', 'Pavel Rezek', 'Ostravie'],
    ['request', 'ministère kaldien des Affaires étrangères', 'Kaldie'],
  ])
})

test('a Russian report: bodies of which "they said", "in the words of"', () => {
  const text = `ВЕЛГРАД, 5 мая — Меридиан. Председатель Вессарийского комитета помощи Аннеке Хольт провела встречу с вице-премьером Остравии Павлом Резеком.

"Нам нечего скрывать", — заявил Резек журналистам по итогам встречи.

В министерстве иностранных дел Калдии назвали эти обвинения безосновательными и призвали Остравию опубликовать имена всех пленных.

По словам представителя Минобороны Калдии Игоря Савина, все пленные получают медицинскую помощь.
`
  assert.deepEqual(
    readText(text).proposals.map(({ kind, party }) => [kind, party]),
    [
      ['meeting', null],
      ['position', 'Остравия'],
      ['denial', 'Калдия'],
      ['request', 'Калдия'],
      ['position', 'Калдия'],
    ],
  )
})

test('a Ukrainian report', () => {
  const text = `КИЇВ. Речниця МЗС Естрії Олена Гнатів заявила, що її країна готова передати тіла 14 загиблих, якщо Торвальд відкриє коридор.

Як повідомив начальник Генштабу Торвальда Іван Барр, жоден полонений не зазнав катувань.

На думку Барра, Естрія навмисно затягує переговори.

Дощі очікуються у вівторок.
`
  const { proposals } = readText(text)
  assert.deepEqual(
    proposals.map(({ kind, speaker, party }) => [kind, speaker, party]),
    [
      ['commitment', 'Олена Гнатів', 'Естрія'],
      ['denial', 'Іван Барр', 'Торвальд'],
      ['allegation', 'Іван Барр', 'Торвальд'],
    ],
  )
  assert.equal(proposals[0]!.condition, 'якщо Торвальд відкриє коридор')
})

test('an Arabic report, verb before doer', () => {
  const text = `فيلغراد (ميريديان) – التقت رئيسة لجنة الإغاثة الفيسارية أنيكا هولت الثلاثاء نائب رئيس الوزراء الأوسترافي بافل ريزيك في فيلغراد.

ونفت وزارة الخارجية الكالدية هذه الاتهامات، ودعت أوسترافيا إلى نشر أسماء جميع الأسرى.

وأعربت هولت عن شكرها للطرفين. واتهم ريزيك كالديا باحتجاز 112 طيارا.
`
  assert.deepEqual(
    readText(text).proposals.map(({ kind, party }) => [kind, party]),
    [
      ['meeting', null],
      ['denial', 'كالديا'],
      ['request', 'كالديا'],
      ['appreciation', 'لجنة الإغاثة الفيسارية'],
      ['allegation', 'أوسترافيا'],
    ],
  )
})

test('a text without a statement, and a text in a sixth language, give nothing and say so', () => {
  const silent = readText(
    'The bridge was closed in May. It was opened again after the floods, and the ferries stopped.',
  )
  assert.deepEqual(silent.proposals, [])
  assert.ok(silent.notes.some((note) => note.code === 'no_statement'))
  const german = readText(
    'Der Außenminister sagte am Freitag, dass die Gefangenen besucht werden können. Er dankte dem Büro für die Arbeit.',
  )
  assert.equal(german.language, null)
  assert.deepEqual(german.proposals, [])
  assert.ok(german.notes.some((note) => note.code === 'language_unknown'))
})

test('a JSON line has all keys in their order', () => {
  const [first] = readText('Minister Pavel Rezek said that the lists would be handed over.').proposals
  assert.deepEqual(Object.keys(JSON.parse(toJsonLine(first!)) as object), [
    'kind',
    'speaker',
    'role',
    'party',
    'span',
    'text',
    'quoted',
    'saidAs',
    'addressee',
    'against',
    'subject',
    'treaty',
    'place',
    'since',
    'negated',
    'hedge',
    'condition',
  ])
})

const corpus = new URL('../../corpus/development/', import.meta.url)
const texts = readdirSync(corpus)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => [name, readFileSync(new URL(name, corpus), 'utf8')] as const)
const table = JSON.parse(readFileSync(new URL('../../corpus/exchange.json', import.meta.url), 'utf8')) as Record<
  string,
  [string, string][]
>

test('exchanging parties and persons in every case form exchanges them in every proposal and changes nothing else', () => {
  for (const [name, text] of texts) {
    const pairs = table[name.slice(0, 2)]!
    const swap = (words: string): string => {
      const other = new Map(
        pairs.flatMap(([a, b]): [string, string][] => [
          [a, b],
          [b, a],
        ]),
      )
      return words.replace(new RegExp([...other.keys()].join('|'), 'gu'), (found) => other.get(found) ?? found)
    }
    const plain = (proposal: Proposal): unknown => ({ ...proposal, span: null })
    const expected = readText(text).proposals.map((one) => JSON.parse(swap(JSON.stringify(plain(one)))) as unknown)
    assert.deepEqual(readText(swap(text)).proposals.map(plain), expected, name)
  }
})

const scraps = fc.constantFrom(
  '"',
  '«',
  '»',
  '“',
  '”',
  '„',
  '\u202e',
  '\u2066',
  ' said ',
  ' сказал ',
  ' قال ',
  ', a déclaré ',
  ' that ',
  ' что ',
  ' أن ',
  '\n\n',
  '. ',
  ': ',
  '— ',
  '? ',
  'Dorn',
  'Минист',
  'وزير',
  'the minister ',
  ', he said, ',
  'according to ',
  '(',
  ')',
  'x',
  '\ud83d',
)

test('of any text the spans lie inside, the words are those of the span, and the answer is the same twice', () => {
  const pieces = fc.array(
    fc.oneof(
      scraps,
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(...texts.flatMap(([, text]) => text.split(/(?<=[.!?»”]) /u))),
    ),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(pieces, fc.constantFrom('en', 'fr', 'ru', 'uk', 'ar'), (parts, language) => {
      const text = parts.join('')
      const { proposals } = readText(text, { language })
      for (const { span, text: words, kind } of proposals) {
        assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length)
        assert.equal(text.slice(span.start, span.end), words)
        assert.ok(kind.length > 0)
      }
      assert.ok(proposals.filter(({ kind }) => kind === 'meeting').length <= 1)
      assert.deepEqual(readText(text, { language }).proposals, proposals)
    }),
    { numRuns: 300, seed: 1 },
  )
})

test('a long text gives as many entries as its parts: the work is done part by part', () => {
  const [, one] = texts.find(([name]) => name === 'en-wire-1.txt')!
  const body = one.slice(one.indexOf('Dorn thanked'))
  const single = readText(body, { language: 'en' }).proposals.length
  const many = readText(Array.from({ length: 40 }, () => body).join('\n\n'), { language: 'en' }).proposals.length
  assert.equal(many, single * 40)
})

test('unbalanced quotation marks and bidi controls are told', () => {
  const { notes } = readText('The minister said: "We will open the camp and hand over the lists\u202e to all of them.')
  assert.ok(notes.some((note) => note.code === 'quotation_open'))
  assert.ok(notes.some((note) => note.code === 'bidi_controls'))
})

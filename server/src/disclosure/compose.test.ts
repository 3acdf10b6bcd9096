import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sampleAnswer } from './answer.samples.ts'
import { compose, openSentence } from './compose.ts'
import { AnswerAsked, Language } from './shapes.ts'
import { factGrades, items, knowns } from './words.ts'

const about = { request: 'TR-0123456789A', pair: '00000000-0000-4000-8000-000000000001' }
const values = {
  ownWords: '$1 {name}',
  place: 'value-place',
  health: 'value-health',
  address: 'value-address',
  dateOfDeath: 'value-date',
  placeOfDeath: 'value-where',
  burial: 'value-burial',
  authority: 'The register',
  reference: 'C 1',
}
const named = {
  name: 'Ardel Sorun',
  written: 'SORUN Ardel',
  says: 'held',
  sender: { labels: { en: 'Ardania', ar: 'أردانيا' }, hasBureau: true },
  notified: '2026-03-04',
  identityGrade: 'established',
} as const

function said(change: object, from: Partial<Parameters<typeof compose>[1]> = {}) {
  return compose(AnswerAsked.parse({ ...sampleAnswer(about), on: '2026-03-01', ...values, ...change }), {
    ...named,
    ...from,
  })
}

test('in every language and for every way of knowing, the words name their source and leave nothing open', () => {
  for (const language of Language.options)
    for (const known of knowns)
      for (const factGrade of factGrades) {
        const [first = '', ...rest] = said({ language, known, factGrade }).split('\n')
        assert.doesNotMatch(first, /[{}]/)
        if (known.endsWith('_notified')) assert.match(first, /Ardania|أردانيا/)
        if (known === 'death_documented' || known === 'remains_identified') assert.match(first, /The register.*C 1/)
        assert.match(first, known.endsWith('_notified') ? /SORUN Ardel/ : /Ardel Sorun/)
        assert.match(rest[0] ?? '', /Ardel Sorun/)
        assert.equal(rest.length, known.startsWith('death') || known.startsWith('remains') ? 2 : 3)
      }
})

test('only the items asked are said, and what stands in a value is no place for another', () => {
  const words = said({ known: 'seen_by_staff', items: ['seen', 'own_words', 'health'] })
  assert.match(words, /“\$1 \{name\}”/)
  assert.match(words, /value-health/)
  assert.doesNotMatch(words, /value-(place|address|date|where|burial)/)
  const all = said({ known: 'death_documented', items: [...items] })
  for (const value of ['place', 'health', 'address', 'date', 'where', 'burial'])
    assert.match(all, new RegExp(`value-${value}`))
})

test('a group without a bureau speaks for itself, and a release is told as a release', () => {
  const sender = { labels: { en: 'Hill Front' }, hasBureau: false }
  assert.match(said({}, { sender }), /^Hill Front informed us on March 4, 2026 that it holds a person/)
  assert.match(said({}, { says: 'released' }), /that it has released or exchanged a person under the name SORUN Ardel/)
})

test('all languages have the same texts with the same places, and never a word of searching or of nothing found', () => {
  const read = (language: string): Record<string, string> =>
    JSON.parse(readFileSync(new URL(`./texts/${language}.json`, import.meta.url), 'utf8'))
  const english = read('en')
  const places = (text: string) => [...new Set([...text.matchAll(/\{\w+\}/g)].map(String))].toSorted()
  for (const language of Language.options) {
    const texts = read(language)
    assert.deepEqual(Object.keys(texts), Object.keys(english), language)
    for (const [key, text] of Object.entries(texts))
      assert.deepEqual(places(text), places(english[key] ?? ''), `${language}: ${key}`)
  }
  assert.doesNotMatch(Object.values(english).join('\n'), /no information|searching|nothing found|your son|is well/i)
  assert.match(openSentence('fr'), /^Votre demande est ouverte\./)
})

// How common words of names are: the share of persons that have the word, by script. From the counts of `tokenpairs` (words
// of names of persons in Wikidata, CC0), counted together over the spellings of one name item of `wdnames` (CC0), and from
// the counts of Russian given names and patronymics (datacoon/russiannames, BSD-3-Clause). Where a third of the persons
// counted have names of Arabic origin, those are counted among themselves too; the lists of faker (MIT) say which they are.
import type { Script } from '../src/names/letters.ts' // oxlint-disable-line import/no-relative-parent-imports -- scripts that derive what ships
import { oneWord, readRows, wikidataItems } from './data.ts'

const scriptByLanguage: Readonly<Record<string, Script>> = { ru: 'cyrl', ar: 'arab', he: 'hebr' }

/** Items with more spellings than this in one script are lists of something else. */
const spellingsMax = 60

type Counts = { readonly script: Script; readonly words: Map<string, number>; total: number }

function add(counts: Counts, word: string | undefined, count: number): void {
  counts.total += count
  if (word) counts.words.set(word, (counts.words.get(word) ?? 0) + count)
}

function countsByLanguage(): Counts[] {
  const all = new Map<string, Counts>()
  const of = (name: string, script: Script): Counts => {
    const known = all.get(name) ?? { script, words: new Map<string, number>(), total: 0 }
    all.set(name, known)
    return known
  }
  const tradition = new Set(
    ['ar-given', 'ar-family', 'fa-given', 'fa-family'].flatMap((file) =>
      readRows(`lists/${file}.tsv.gz`).map((row) => oneWord(row['name']!, 'arab')),
    ),
  )
  for (const row of readRows('names/tokenpairs.tsv.gz')) {
    const script = scriptByLanguage[row['lang']!]
    const count = Number(row['freq'])
    if (!script || !(count > 0)) continue
    // Words are counted, and a person has two of them on average.
    const latin = oneWord(row['latin']!, 'latn')
    const own = oneWord(row['native']!, script)
    add(of(`${row['lang']} latn`, 'latn'), latin, count)
    add(of(`${row['lang']} own`, script), own, count)
    if (script !== 'arab' || !own || !tradition.has(own)) continue
    add(of('tradition latn', 'latn'), latin, count)
    add(of('tradition own', 'arab'), own, count)
  }
  for (const file of ['ru-given', 'ru-patronymic'])
    for (const row of readRows(`lists/${file}.tsv.gz`))
      if (Number(row['weight']) > 0) add(of(file, 'cyrl'), oneWord(row['name']!, 'cyrl'), Number(row['weight']))
  return [...all.values()]
}

/** Words whose share of persons is at least `least`, with the share (0 … 1), by script. */
export function shares(least: number): Map<Script, Map<string, number>> {
  const found = new Map<Script, Map<string, number>>()
  const items = wikidataItems()
  for (const counts of countsByLanguage()) {
    const own = found.get(counts.script) ?? new Map<string, number>()
    found.set(counts.script, own)
    const put = (word: string, share: number): void => {
      if (share >= least && share > (own.get(word) ?? 0)) own.set(word, share)
    }
    for (const [word, count] of counts.words) put(word, (2 * count) / counts.total)
    for (const { forms } of items) {
      const spellings = forms.get(counts.script) ?? []
      if (spellings.length < 2 || spellings.length > spellingsMax) continue
      const sum = spellings.reduce((total, word) => total + (counts.words.get(word) ?? 0), 0)
      for (const word of spellings) if (counts.words.has(word)) put(word, (2 * sum) / counts.total)
    }
  }
  return found
}

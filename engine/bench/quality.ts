// The name rows of the quality table as a user of the command line meets them: one-word names, full names, listed persons
// and places by a search in a list of names, verification by comparing two names. `npm run bench:quality --
// [words|full|listed|places|verify] [questions] [scripts]`.
import { build, compare, search } from '../src/index.ts'
import { splitName, type Script } from '../src/name-model.ts'
import { areaUnder, calibrationError } from './measure.ts'
import { hasData, hashOf, partItems, readRows, tokenPairItems, wikidataItems } from '../tables/data.ts'
import { placeItems } from '../tables/data.ts'

type Row = { readonly row: string; readonly questions: number; readonly at1: number; readonly at10: number }
type Question = { readonly asked: string; readonly right: ReadonlySet<string> }

const count = Number(process.argv[3] ?? 200)

function byChance<T>(things: readonly T[], key: (thing: T) => string): T[] {
  return [...things].sort((a, b) => hashOf(key(a)) - hashOf(key(b)))
}

/** Recall at 1 and 10: ties count against us. */
function ranks(
  row: string,
  questions: readonly Question[],
  score: (asked: string) => { name: string; bits: number }[],
): Row {
  let at1 = 0
  let at10 = 0
  for (const { asked, right } of questions) {
    const scored = score(asked)
    let best = -Infinity
    for (const { name, bits } of scored) if (right.has(name) && bits > best) best = bits
    let above = 0
    for (const { name, bits } of scored) if (!right.has(name) && bits >= best) above += 1
    if (best === -Infinity) continue
    if (above === 0) at1 += 1
    if (above < 10) at10 += 1
  }
  const share = (n: number): number => Math.round((1000 * n) / Math.max(1, questions.length)) / 10
  return { row, questions: questions.length, at1: share(at1), at10: share(at10) }
}

function words(): Row[] {
  const items = [...wikidataItems(), ...tokenPairItems()]
  const parts = partItems(items)
  const rows: Row[] = []
  for (const script of (process.argv[4]?.split(',') ?? ['cyrl', 'arab', 'hebr', 'armn', 'geor', 'grek']) as Script[])
    for (const [from, to] of [
      ['latn', script],
      [script, 'latn'],
    ] as [Script, Script][]) {
      const own = items.filter(
        (item) => parts.get(item) === 'keep' && item.forms.get(from)?.length && item.forms.get(to)?.length,
      )
      const right = new Map<string, Set<string>>()
      for (const item of own)
        for (const a of item.forms.get(from)!)
          for (const b of item.forms.get(to)!) right.set(a, (right.get(a) ?? new Set()).add(b))
      const asked = byChance([...right.keys()], (one) => one).slice(0, count)
      const others = byChance([...new Set(items.flatMap((item) => item.forms.get(to) ?? []))], (one) => one)
      const foreign = byChance(
        [...new Set(items.flatMap((item) => [...(item.forms.get('cyrl') ?? []), ...(item.forms.get('grek') ?? [])]))],
        (one) => one,
      )
      const pool = [...new Set([...asked.flatMap((one) => [...right.get(one)!]), ...others, ...foreign])].slice(
        0,
        10_000,
      )
      rows.push(
        ranks(
          `${from} -> ${to}`,
          asked.map((one) => ({ asked: one, right: right.get(one)! })),
          over(pool),
        ),
      )
      console.log(rows.at(-1))
    }
  return rows
}

/** A list of names alone, searched as `solferino search` does; what is not on the list of the best is not found. */
function over(pool: readonly string[]): (asked: string) => { name: string; bits: number }[] {
  const segments = [build(pool.map((whole, at) => ({ id: String(at), names: [{ whole }] })))]
  return (asked) =>
    search(segments, { names: [{ whole: asked }] }, searchOptions).map(({ id, bits }) => ({
      name: pool[Number(id)]!,
      bits,
    }))
}

const searchOptions = { k: 50, minBits: -6, windowBits: 40 }

function full(): Row[] {
  const rows = readRows('names/fullnames-he.tsv.gz').filter((row) => hashOf(row['id']!) % 3 === 0)
  const all = readRows('names/fullnames-he.tsv.gz').slice(0, 26_000 - rows.length)
  return (
    [
      ['latin', 'hebrew'],
      ['hebrew', 'latin'],
    ] as const
  ).map(([from, to]) => {
    const pool = [...new Set([...rows, ...all].map((row) => row[to]!))]
    const questions = byChance(rows, (row) => row['id']!)
      .slice(0, count)
      .map((row) => ({
        asked: row[from]!,
        right: new Set(rows.filter((other) => other[from] === row[from]).map((other) => other[to]!)),
      }))
    return ranks(`full names ${from} -> ${to}`, questions, over(pool))
  })
}

function listed(): Row[] {
  const un = readRows('persons/un-sanctions.tsv.gz')
  const ofac = readRows('persons/ofac-sdn.tsv.gz')
  const primary = new Map(
    [...un, ...ofac].filter((row) => row['kind'] === 'primary').map((row) => [row['id']!, row['name']!]),
  )
  const pool = [
    ...new Set([
      ...primary.values(),
      ...readRows('names/fullnames-he.tsv.gz')
        .slice(0, 26_000)
        .map((row) => row['latin']!),
    ]),
  ]
  // Both lists have many of the same persons: a name equal but for case and marks is as right.
  const folded = (name: string): string => splitName(name).join(' ')
  const spelt = new Map([...Map.groupBy(pool, folded)].map(([key, names]) => [key, new Set(names)]))
  const ask = (rows: readonly Record<string, string>[]): Question[] =>
    byChance(
      rows.filter((row) => primary.has(row['id']!)),
      (row) => row['name']!,
    )
      .slice(0, count)
      .map((row) => ({ asked: row['name']!, right: spelt.get(folded(primary.get(row['id']!)!))! }))
  return [
    ranks('listed persons, original script', ask(un.filter((row) => row['kind'] === 'original')), over(pool)),
    ranks(
      'listed persons, aliases',
      ask([...un, ...ofac].filter((row) => ['alias-good', 'aka'].includes(row['kind']!))),
      over(pool),
    ),
  ]
}

function places(): Row[] {
  const fitted = new Set(placeItems().flatMap((item) => item.forms.get('latn') ?? []))
  const rows = readRows('places/places.tsv.gz').filter(
    (row) => hashOf(row['geonameid']!) % 2 !== 0 && !fitted.has(row['en']!.toLowerCase()),
  )
  return ['ru', 'uk', 'ar', 'fa', 'he', 'hy', 'ka'].map((language) => {
    const own = rows.filter((row) => row[language])
    const pool = [...new Set(own.flatMap((row) => row[language]!.split('|')))]
    const questions = byChance(own, (row) => row['geonameid']!)
      .slice(0, Math.ceil(count / 2))
      .map((row) => ({
        asked: row['en']!.split('|')[0]!,
        right: new Set(
          own.filter((other) => other['en'] === row['en']).flatMap((other) => other[language]!.split('|')),
        ),
      }))
    return ranks(`places en -> ${language}`, questions, over(pool))
  })
}

function verify(): void {
  const whole = (name: string | undefined) => ({ names: [{ whole: name ?? '' }] })
  const scores = readRows('verification/pairs.tsv.gz').map((row) => {
    const { bits, probability } = compare(whole(row['name1']), whole(row['name2']))
    return { source: row['source']!, isTrue: row['match'] === '1', bits, probability }
  })
  const print = (name: string, some: typeof scores): void =>
    console.log(
      name.padEnd(16),
      String(some.length).padStart(6),
      areaUnder(some).toFixed(4),
      calibrationError(some).toFixed(4),
    )
  print('all', scores)
  print(
    'cross-script',
    scores.filter((one) => one.source.startsWith('wd-') || one.source === 'un-original'),
  )
  for (const source of new Set(scores.map((one) => one.source)))
    if (source !== 'un-alias-good')
      print(
        source,
        scores.filter((one) => one.source === source),
      )
}

const rows: Record<string, () => Row[] | void> = { words, full, listed, places, verify }
if (hasData())
  for (const [name, run] of Object.entries(rows)) {
    if (process.argv[2] && process.argv[2] !== name) continue
    const found = run()
    if (found) console.table(found)
  }

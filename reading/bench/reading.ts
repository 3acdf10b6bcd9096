// npm run bench:reading: how many entries the reader finds, and how many of its own are right, on the two halves of the corpus.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { languages, measure, type Figures } from './measure.ts'

// The frozen half was committed alone, before any rule of the reader.
const frozenCommit = 'fb4824d'
const frozenSha256 = 'b10ac098b69fbc5b54025798c660277c573bef9abfb33175505b60d4e243d4cd'

const corpus = new URL('../corpus/', import.meta.url)
const frozen = new URL('frozen/', corpus)
const show = process.argv.includes('--show')
const halves = process.argv.includes('--development') ? ['development'] : ['development', 'frozen']

const hash = hashOf(frozen)
if (hash !== frozenSha256) {
  console.error(`The frozen half is not what was committed: ${hash}`)
  process.exit(1)
}
console.log(`frozen half: commit ${frozenCommit}, SHA-256 ${hash}, unchanged`)
console.log('hit: spans overlap by half of what both cover; recall and precision count hits with the right speaker\n')
for (const half of halves) {
  console.log(
    `${half} half      gold found  hits | recall precision | span-R span-P | speaker  kind party quoted negated hedge condition (of hits)`,
  )
  for (const language of languages) {
    const figures = measure(
      new URL(`${half}/`, corpus),
      language,
      show && half === 'development' ? (line) => console.log(`  ${line}`) : undefined,
    )
    console.log(line(language, figures))
  }
  console.log('')
}

/** The hash of all files of a folder with their names, in order of their names. */
function hashOf(folder: URL): string {
  const all = createHash('sha256')
  for (const name of readdirSync(folder).sort()) all.update(`${name}\n`).update(readFileSync(new URL(name, folder)))
  return all.digest('hex')
}

function line(language: string, figures: Figures): string {
  const share = (part: number, whole: number): string => (whole === 0 ? '   –' : (part / whole).toFixed(2))
  const { gold, proposed, hits, speaker, kind, party, quoted, negated, hedge, condition } = figures
  return `  ${language.padEnd(16)} ${String(gold).padStart(4)} ${String(proposed).padStart(5)} ${String(hits).padStart(5)} |   ${share(speaker, gold)}      ${share(speaker, proposed)} |   ${share(hits, gold)}   ${share(hits, proposed)} |    ${share(speaker, hits)}  ${share(kind, hits)}  ${share(party, hits)}   ${share(quoted, hits)}    ${share(negated, hits)}  ${share(hedge, hits)}      ${share(condition, hits)}`
}

import { availableParallelism } from 'node:os'
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { parseMap, type MapOption } from './columns.ts'
import { usage } from './failure.ts'

/** Words of a command line: the files and the options. Throws a usage failure for what is not known. */
export function readArguments(
  args: string[],
  options: ParseArgsOptionsConfig,
  files: number,
): { files: string[]; values: Record<string, unknown> } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    if (positionals.length !== files)
      throw usage(`${files} ${files === 1 ? 'file is' : 'files are'} needed, ${positionals.length} given.`)
    return { files: positionals, values }
  } catch (error) {
    if (error instanceof TypeError) throw usage(error.message)
    throw error
  }
}

/** Options of every command that reads persons. */
export const personOptions = {
  map: { type: 'string', multiple: true },
  'age-at': { type: 'string' },
} as const

/** Options of the commands that write pairs. */
export const pairOptions = {
  ...personOptions,
  out: { type: 'string' },
  'min-probability': { type: 'string' },
  explain: { type: 'boolean' },
  threads: { type: 'string' },
  html: { type: 'string' },
} as const

/** `--map` and `--age-at`; without the latter ages count as of today. */
export function personsFrom(values: Record<string, unknown>): { map: MapOption; ageAt: string } {
  const map = Array.isArray(values['map']) ? parseMap(values['map'].map(String)) : []
  const ageAt = text(values['age-at']) ?? new Date().toISOString().slice(0, 10)
  if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(ageAt)) throw usage(`--age-at ${ageAt}: write YYYY-MM-DD.`)
  return { map, ageAt }
}

export type PairArguments = {
  out: string | null
  least: number
  explain: boolean
  threads: number
  html: string | null
}

/** What pairs are to be written, and where. */
export function pairsFrom(values: Record<string, unknown>): PairArguments {
  const least = numberIn(values, 'min-probability', 0.5, [0, 1])
  const threads = numberIn(values, 'threads', Math.min(2, availableParallelism()), [1, 64])
  if (!Number.isInteger(threads)) throw usage('--threads: a whole number is needed.')
  const out = text(values['out']) ?? null
  if (out !== null && !/\.(?:csv|tsv|ndjson)$/iu.test(out))
    throw usage(`--out ${out}: the name ends with .csv, .tsv or .ndjson.`)
  return { out, least, explain: values['explain'] === true, threads, html: text(values['html']) ?? null }
}

function numberIn(
  values: Record<string, unknown>,
  name: string,
  otherwise: number,
  [min, max]: [number, number],
): number {
  const given = text(values[name])
  if (given === undefined) return otherwise
  const number = Number(given)
  if (given.trim() === '' || !(number >= min && number <= max))
    throw usage(`--${name} ${given}: a number from ${min} to ${max} is needed.`)
  return number
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

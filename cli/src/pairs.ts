import type { Reason } from '@solferino/engine'
import { csvLine } from '@solferino/reading'
import { labelOf } from './read-persons.ts'

/** A pair to be written: ids as the engine has them, weight in 1/256 bit. */
export type Found = {
  readonly a: string
  readonly b: string
  readonly bits: number
  readonly probability: number
  readonly cluster?: string | null
  readonly reasons?: readonly Reason[] | undefined
}

/** Bits as written: exact, so that reasons sum to the pair. */
export const bitsOf = (bits: number): number => bits / 256

/** A probability as written: six digits are more than is known. */
export const probabilityOf = (probability: number): number => Number(probability.toFixed(6))

/** Reasons as JSON gives them. */
export function reasonsOf(reasons: readonly Reason[]): object[] {
  return reasons.map(({ part, level, bits, key, values, alignment }) => ({
    part,
    level,
    bits: bitsOf(bits),
    key,
    values,
    alignment,
  }))
}

/** Writes pairs in the format of a file name; `names` are the two columns of ids. */
export function pairWriter(
  path: string | null,
  names: readonly [string, string],
  extra: { explain: boolean; cluster: boolean },
) {
  const headings = [
    ...names,
    'probability',
    'bits',
    ...(extra.cluster ? ['cluster'] : []),
    ...(extra.explain ? ['reasons'] : []),
  ]
  const lines = path !== null && /\.ndjson$/iu.test(path)
  const delimiter = path !== null && /\.tsv$/iu.test(path) ? '\t' : ','
  return {
    head: lines ? '' : csvLine(headings, delimiter),
    line(found: Found): string {
      const values = [labelOf(found.a), labelOf(found.b), probabilityOf(found.probability), bitsOf(found.bits)]
      const more = [
        ...(extra.cluster ? [found.cluster ?? null] : []),
        ...(extra.explain ? [reasonsOf(found.reasons ?? [])] : []),
      ]
      if (lines)
        return `${JSON.stringify(Object.fromEntries([...values, ...more].map((value, at) => [headings[at]!, value])))}\n`
      return csvLine(
        [...values, ...more].map((value) =>
          typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? ''),
        ),
        delimiter,
      )
    },
  }
}

import type { PairRead } from '#matching/states.ts'

export type Reason = PairRead['score']['reasons'][number]
export type Side = PairRead['request']
/** What stands in a cell: words as they were said, or nothing, which contradicts nothing. */
export type Cell = readonly string[]

/** One line of the comparison: a part of the person, what either side says of it, and what that tells. */
export type Row = {
  readonly key: string
  readonly part: string
  readonly cells: readonly [Cell, Cell]
  /** 1/256 bit; null where the engine did not compare. */
  readonly bits: number | null
  readonly reasons: readonly Reason[]
}

const nameParts = ['family', 'given', 'father', 'grandfather', 'name', 'kin']

type Described = Side['description']
const one = (value: string | null): Cell => (value === null ? [] : [value])
const stated: readonly (readonly [string, (said: Described) => Cell])[] = [
  ['mother', ({ mother }) => one(mother)],
  ['born', ({ born }) => (born ? [born.edtf, ...one(born.other)] : [])],
  ['age', ({ age }) => (age === null ? [] : [String(age)])],
  ['sex', ({ sex }) => one(sex)],
  ['place', ({ birthPlace }) => one(birthPlace)],
  ['number', ({ serviceNumber, documentNumber }) => [...one(serviceNumber), ...one(documentNumber)]],
  ['unit', ({ unit }) => one(unit)],
  ['rank', ({ rank }) => one(rank)],
  ['occupation', ({ occupation }) => one(occupation)],
]

/** The comparison line by line: words of the names as the engine paired them, then every field that a side states. */
export function rowsOf({ request, record, score }: Pick<PairRead, 'request' | 'record' | 'score'>): Row[] {
  const ofNames = nameParts.flatMap((part) =>
    score.reasons
      .filter((reason) => reason.part === part)
      .map((reason, at): Row => {
        const [left, right] = reason.values
        const cells = [one(left ?? null), one(right ?? null)] as const
        return { key: `${part} ${at}`, part, cells, bits: reason.bits, reasons: [reason] }
      }),
  )
  const ofFields = stated.flatMap(([part, said]): Row[] => {
    const cells = [said(request.description), said(record.description)] as const
    const reasons = score.reasons.filter((reason) => reason.part === part)
    if (cells[0].length + cells[1].length === 0) return []
    const bits = reasons.length === 0 ? null : reasons.reduce((sum, reason) => sum + reason.bits, 0)
    return [{ key: part, part, cells, bits, reasons }]
  })
  return [...ofNames, ...ofFields]
}

/** Where the evidence starts from, in 1/256 bit: how many others it could be, as the engine counted them. */
export function startOf({ bits, probability }: Pick<PairRead['score'], 'bits' | 'probability'>): number {
  const odds = Math.log2(probability / Math.max(1 - probability, 1e-12))
  return Math.round(odds * 256) - bits
}

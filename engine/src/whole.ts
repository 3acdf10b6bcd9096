/** Persons of whom only whole names are told, no word with a role: their names are compared by the name level alone. */
import { alignLetters, compareNames, nameToken, type NameComparison } from './name-model.ts'
import { NAMES_MAX, type Person } from './person.ts'
import type { Reason } from './score.ts'

/** What whole names say: reasons in 1/256 bit, and whether all but a word is shared, as brothers share it. */
export type WholeNames = { readonly reasons: readonly Reason[]; readonly isPartly: boolean }

/** Score of names is log odds where half are one name; as a weight against chance it is a bit more. */
const EVEN_BITS = 256

function wholesOf(person: Person): string[] | undefined {
  const wholes: string[] = []
  for (const { whole, alias, ...roles } of person.names.slice(0, NAMES_MAX)) {
    if (Object.values(roles).some((value) => value !== undefined && value.trim() !== '')) return undefined
    for (const one of [whole, alias]) if (one !== undefined && one.trim() !== '') wholes.push(one)
  }
  return wholes.length > 0 ? wholes : undefined
}

/** Compares the whole names of two persons, the best of all their spellings; undefined when roles are told of one. Symmetric. */
export function compareWholes(a: Person, b: Person): WholeNames | undefined {
  const x = wholesOf(a)
  const y = wholesOf(b)
  if (!x || !y) return undefined
  let best: NameComparison | undefined
  for (const left of x)
    for (const right of y) {
      const met = compareNames(left, right)
      if (!best || met.bits > best.bits) best = met
    }
  return best && { reasons: reasonsOf(best), isPartly: isPartly(best) }
}

function isPartly({ parts }: NameComparison): boolean {
  const hasOne = parts.some(
    (part) => part.manner !== 'different' && part.manner !== 'omitted' && part.manner !== 'together',
  )
  return hasOne && parts.some((part) => part.manner === 'different')
}

function reasonsOf({ parts }: NameComparison): Reason[] {
  const reasons = parts.map(({ a, b, bits, manner }) => ({
    part: 'name',
    level: manner,
    bits,
    key: `name.${manner}`,
    values: [a, b],
    alignment: a !== '' && b !== '' ? alignLetters(nameToken(a), nameToken(b)) : [],
  }))
  const whole = reasons.find(({ level }) => level === 'together')
  const rest = reasons.filter((reason) => reason !== whole)
  const bits = (whole?.bits ?? 0) + EVEN_BITS
  return [...rest, { part: 'name', level: 'together', bits, key: 'name.together', values: [], alignment: [] }]
}

/**
 * Names that are one name and no spellings of each other: Mykola and Nikolai, Ibrahim and Abraham, Sasha and Alexander.
 * Written here by hand from common knowledge of given names; no list was read. A line is one name; what stands after `|`
 * are its short and fond forms, which may belong to several names.
 */
import { scriptOf } from './letters.ts'
import { romaniseWord } from './romanise-word.ts'
import { groupsOfWord, type Membership } from './lexicon.ts'
import { splitName } from './split.ts'
import type { NameToken } from './token.ts'
import { givenNames } from './equivalents-table.ts'

/** How two words are one name by the table: in another language, or one the short form of the other. */
export type Equivalence = 'equivalent' | 'short'

/** Letters by which the same word is spelt in several ways; what is left tells hand-written forms apart well enough. */
function looseKey(word: string): string {
  return romaniseWord(word)
    .replaceAll('kh', 'h')
    .replaceAll('w', 'v')
    .replaceAll(/[yj]/g, 'i')
    .replaceAll(/i+(?=[aeou])/g, '')
    .replaceAll(/(.)\1+/g, '$1')
    .replaceAll(/i$/g, '')
}

const keptMin = 2
const keyOf = (word: string, script: string): string =>
  script === 'latn' || script === 'cyrl' ? `l ${looseKey(word)}` : `${script} ${word}`

let entries: Map<string, Membership[]> | undefined

function entriesNow(): Map<string, Membership[]> {
  if (entries) return entries
  entries = new Map()
  for (const [group, line] of givenNames.trim().split('\n').entries()) {
    for (const [part, words] of line.split('|').entries()) {
      for (const word of words.trim().split(' ')) {
        const folded = splitName(word).join('')
        const key = keyOf(folded, scriptOf(folded))
        const list = entries.get(key) ?? []
        if (!list.some((one) => one.group === group)) list.push({ group, isShort: part > 0 })
        entries.set(key, list)
      }
    }
  }
  return entries
}

/** Groups of the derived list are numbered after those written here. */
const listedFrom = 100_000
const known = new WeakMap<NameToken, readonly Membership[]>()

/** The groups of names that are one, or short forms of one, a word belongs to. */
export function membershipsOf(token: NameToken): readonly Membership[] {
  let found = known.get(token)
  if (!found) {
    const own = token.text.length >= keptMin ? (entriesNow().get(keyOf(token.text, token.script)) ?? []) : []
    const listed = groupsOfWord(token.text)
    found = [...own, ...listed.map(({ group, isShort }) => ({ group: group + listedFrom, isShort }))]
    known.set(token, found)
  }
  return found
}

/** Whether both words are full names known here, and not one: Hasan is not Husayn however alike they look. Symmetric. */
export function areKnownApart(a: NameToken, b: NameToken): boolean {
  const isKnown = (one: Membership): boolean => !one.isShort && one.group < listedFrom
  return membershipsOf(a).some(isKnown) && membershipsOf(b).some(isKnown) && equivalenceOf(a, b) === undefined
}

/** Whether two words are one name by the table, and how; undefined when it does not say so. Symmetric. */
export function equivalenceOf(a: NameToken, b: NameToken): Equivalence | undefined {
  return equivalenceBetween(membershipsOf(a), membershipsOf(b))
}

/** The same by the groups of two words. */
export function equivalenceBetween(a: readonly Membership[], b: readonly Membership[]): Equivalence | undefined {
  let found: Equivalence | undefined
  for (const left of a) {
    for (const right of b) {
      if (left.group !== right.group) continue
      if (!left.isShort && !right.isShort) return 'equivalent'
      found = 'short'
    }
  }
  return found
}

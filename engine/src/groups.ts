/** Words of a vocabulary that are one name though no spellings of each other: Misha and Mikhail, Ibrahim and Abraham. */
import { equivalenceBetween, membershipsOf, type Membership } from './name-model.ts'
import { ownOf, tokenOf, type Word, type Words } from './vocab.ts'

/** How much less than equal words those weigh that are one by the table, or one the short form of the other (1/256 bit). */
const EQUIVALENT_LESS = 384
const SHORT_LESS = 640
const LEAST = 256

/** What two words weigh that are one name by the table, given what the rarer weighs; undefined when it does not say so. */
function weighed(a: readonly Membership[], b: readonly Membership[], own: number): number | undefined {
  const how = equivalenceBetween(a, b)
  return how && Math.max(LEAST, own - (how === 'short' ? SHORT_LESS : EQUIVALENT_LESS))
}

/** What two words weigh by the table, in 1/256 bit; undefined when it does not say that they are one name. Symmetric. */
export function equivalentBits(a: Word, b: Word): number | undefined {
  return weighed(membershipsOf(a.token), membershipsOf(b.token), Math.min(a.own, b.own))
}

/** Visits the words of a vocabulary that are one name with a query word by the table; one word may come more than once. */
export type NameGroups = { eachOf: (query: Word, visit: (id: number, bits: number) => void) => void }

/** The groups of a vocabulary that grows; words are read when they are first needed. */
export function createNameGroups(words: Words): NameGroups {
  const members = new Map<number, number[]>()
  const memberships = new Map<number, readonly Membership[]>()
  let done = 0
  const catchUp = (): void => {
    for (; done < words.texts.count; done += 1) {
      const found = membershipsOf(tokenOf(words, done))
      if (found.length === 0) continue
      memberships.set(done, found)
      for (const { group } of found) {
        const list = members.get(group)
        if (list) list.push(done)
        else members.set(group, [done])
      }
    }
  }
  return {
    eachOf(query, visit) {
      const groups = membershipsOf(query.token)
      if (groups.length === 0) return
      catchUp()
      for (const { group } of groups)
        for (const id of members.get(group) ?? []) {
          const bits = weighed(groups, memberships.get(id) ?? [], Math.min(query.own, ownOf(tokenOf(words, id))))
          if (bits !== undefined) visit(id, bits)
        }
    },
  }
}

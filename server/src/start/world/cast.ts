import { changeMembership, openAccount, openChannel, openContext } from '@solferino/server/access/contract'
import { confirmProposal, listProposals } from '@solferino/server/kernel/contract'
import type { z } from 'zod'
import type { Role } from '@solferino/server/access/contract'
import { addAdministratorAt } from './console-acts.ts'
import { type Caller, callerOf, type Stage } from './caller.ts'

export type RoleName = z.output<typeof Role>
export type Post = { readonly role: RoleName; readonly place: PlaceName | null; readonly party?: PartyName }
export type PlaceName = 'basin' | 'hills'
export type PartyName = 'ardania' | 'belvar' | 'tesmar' | 'hillFront'

/** Invented people of the house, and the posts they hold. The first of a role is the one whose link is printed. */
const people: readonly { readonly name: string; readonly posts: readonly Post[] }[] = [
  {
    name: 'Noor Valdane',
    posts: [
      { role: 'intake', place: 'basin' },
      { role: 'intake', place: 'hills' },
    ],
  },
  { name: 'Ines Carrovel', posts: [{ role: 'tracing_officer', place: 'basin' }] },
  { name: 'Tomas Elrane', posts: [{ role: 'tracing_officer', place: 'basin' }] },
  { name: 'Sami Okdaru', posts: [{ role: 'tracing_officer', place: 'hills' }] },
  { name: 'Marit Solheen', posts: [{ role: 'matching_reviewer', place: 'basin' }] },
  {
    name: 'Davit Orbelar',
    posts: [
      { role: 'matching_reviewer', place: 'basin' },
      { role: 'matching_reviewer', place: 'hills' },
    ],
  },
  { name: 'Lucie Perrand', posts: [{ role: 'matching_reviewer', place: 'hills' }] },
  { name: 'Hana Wystrin', posts: [{ role: 'nib_liaison', place: 'basin', party: 'ardania' }] },
  { name: 'Pavel Drustan', posts: [{ role: 'nib_liaison', place: 'basin', party: 'belvar' }] },
  { name: 'Amal Teshrin', posts: [{ role: 'nib_liaison', place: 'hills', party: 'hillFront' }] },
  { name: 'Ruth Colvane', posts: [{ role: 'nib_liaison', place: 'hills', party: 'tesmar' }] },
  {
    name: 'Yusra Benkalem',
    posts: [
      { role: 'transmission_officer', place: 'basin' },
      { role: 'transmission_officer', place: 'hills' },
    ],
  },
  {
    name: 'Edda Marwick',
    posts: [
      { role: 'protection_lead', place: 'basin' },
      { role: 'protection_lead', place: 'hills' },
    ],
  },
  {
    name: 'Joren Halvick',
    posts: [
      { role: 'head', place: 'basin' },
      { role: 'head', place: 'hills' },
    ],
  },
  {
    name: 'Clara Venn',
    posts: [
      { role: 'data_protection_officer', place: 'basin' },
      { role: 'data_protection_officer', place: 'hills' },
    ],
  },
  { name: 'Otto Lindqvar', posts: [{ role: 'auditor', place: null }] },
]

const labelsOf: Readonly<Record<PartyName, { en: string; ar: string }>> = {
  ardania: { en: 'Ardania', ar: 'أردانيا' },
  belvar: { en: 'Belvar', ar: 'بلفار' },
  tesmar: { en: 'Tesmar', ar: 'تسمار' },
  hillFront: { en: 'Hill Front', ar: 'جبهة التلال' },
}

export type Cast = {
  readonly contexts: Readonly<Record<PlaceName, string>>
  readonly parties: Readonly<Record<PartyName, string>>
  /** What a party is called in English. */
  labelOf(party: PartyName): string
  /** The person who holds a post; `nth` tells two of one role apart. */
  person(role: RoleName, place: PlaceName, which?: { nth?: number; party?: PartyName }): string
}

/**
 * Opens the two contexts, their channels and everybody's account, by two administrators as in any house. `relabelled`
 * gives the parties of each context each other's labels: nothing else in the house may come out otherwise.
 */
export async function assemble(stage: Stage, relabelled = false): Promise<Cast> {
  const first = await callerOf(stage, await addAdministratorAt(stage, 'Ada Norring'))
  const second = await callerOf(stage, await addAdministratorAt(stage, 'Bertil Osk'))
  const context = async (kind: 'international' | 'not_international', en: string, ar: string) =>
    (await first.ok(openContext, { kind, labels: { en, ar } })).id
  const contexts = {
    basin: await context('international', 'Northern Basin', 'الحوض الشمالي'),
    hills: await context('not_international', 'Salt Hills', 'تلال الملح'),
  }
  const party = async (place: PlaceName, kind: 'state' | 'non_state', labels: { en: string; ar: string }) =>
    (await first.ok(openChannel, { id: contexts[place], kind, hasBureau: kind === 'state', labels })).party
  const labels = relabelled ? { ...labelsOf, ardania: labelsOf.belvar, belvar: labelsOf.ardania } : labelsOf
  const parties = {
    ardania: await party('basin', 'state', labels.ardania),
    belvar: await party('basin', 'state', labels.belvar),
    tesmar: await party('hills', 'state', labels.tesmar),
    hillFront: await party('hills', 'non_state', labels.hillFront),
  }
  const posted: (Post & { person: string })[] = []
  for (const { name, posts } of people) {
    const { id } = await first.ok(openAccount, { name, language: 'en' })
    for (const post of posts) {
      const of = post.place ? contexts[post.place] : null
      const channel = post.party ? parties[post.party] : null
      await grant({ first, second }, { id, role: post.role, context: of, channel })
      posted.push({ ...post, person: id })
    }
  }
  return {
    contexts,
    parties,
    labelOf: (name) => labels[name].en,
    person: (role, place, { nth = 0, party: of } = {}) => {
      const fit = posted.filter(
        (one) => one.role === role && one.place === place && (of === undefined || one.party === of),
      )
      const found = fit[nth]
      if (!found) throw new Error(`nobody in the play is ${role} in ${place}`)
      return found.person
    },
  }
}

type Granted = {
  readonly id: string
  readonly role: RoleName
  readonly context: string | null
  readonly channel: string | null
}

async function grant({ first, second }: { first: Caller; second: Caller }, granted: Granted): Promise<void> {
  const { proposal } = await first.ok(changeMembership, { ...granted, change: 'grant' })
  const { proposals } = await second.ok(listProposals, {})
  const seen = proposals.find((one) => one.id === proposal)
  if (seen) await second.ok(confirmProposal, { id: proposal, digest: seen.digest })
}

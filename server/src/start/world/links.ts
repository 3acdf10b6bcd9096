import { addLink, contextsOf, grantsOf, readPeople } from '#access'
import type { Event } from '#kernel/handler'
import type { House } from '#kernel/house'

/** Roles that have a room in the browser in this build: a link for any other would lead to an empty house. */
const roles = [
  ['intake', 'files what families ask'],
  ['nib_liaison', 'receives the lists of one party'],
  ['transmission_officer', 'maps the lists and registers what is in them'],
  ['tracing_officer', 'runs the requests, prepares answers and tells them'],
  ['matching_reviewer', 'one person or two? two of them decide'],
  ['protection_lead', 'reads the cases, speaks with the parties, confirms what needs two people'],
  ['head', 'speaks with the parties of the own contexts, compares, confirms'],
  ['data_protection_officer', 'stops answers, erases, reads the log'],
  ['auditor', 'verifies the log, which has no content'],
  ['administrator', 'accounts and memberships'],
] as const

/** What is printed when an exercise has started: a sign-in link for each role that has a room. */
export async function linksOf(house: House, url: string): Promise<string> {
  const lines: string[] = []
  await house.asPrincipal('console', 'console.issueLinks', async (context) => {
    const people = await readPeople(context.tx)
    const contexts = await contextsOf(context.tx)
    const held = await Promise.all(people.map(async (one) => ({ ...one, grants: await grantsOf(context.tx, one.id) })))
    // In the first place where anybody holds the role: all of them, because two people are needed for what binds.
    const holders = (role: string) =>
      [...contexts.map((one) => one.id), null]
        .map((of) => held.filter((one) => one.grants.some((grant) => grant.role === role && grant.context === of)))
        .find((found) => found.length > 0) ?? []
    const events: Event[] = []
    const linkTo = async (person: string, kind: 'walk' | 'sign_in') => {
      const { token } = await addLink(context, person, kind, true)
      events.push({ type: 'access.linkIssued', subject: person, compartment: 'house', data: { kind } })
      return `${url}/sign-in#${token}`
    }
    // The walk begins where a list comes in, and goes on from there as whoever is next on the way.
    const walker = holders('nib_liaison')[0]
    if (walker) {
      lines.push('Look first: ten minutes through the house, from a list to a family, in the roles of its people:')
      lines.push(`    ${await linkTo(walker.id, 'walk')}`, '')
    }
    lines.push('Sign in as one of the house (each link works once, within a week):')
    for (const [role, does] of roles) {
      for (const { id, name } of holders(role)) {
        lines.push(`  ${`${name}, ${role}`.padEnd(44)} ${does}`, `    ${await linkTo(id, 'sign_in')}`)
      }
    }
    return events
  })
  return [
    '',
    'Exercise: everything here is invented. Nothing real may be entered.',
    '',
    ...lines,
    '',
    'Stop with Ctrl-C.',
  ].join('\n')
}

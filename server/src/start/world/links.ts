import { addLink, contextsOf, grantsOf, readPeople } from '#access'
import type { Event } from '#kernel/handler'
import type { House } from '#kernel/house'

/** Roles that have a room in this build, in the order of the way. */
const roles = [
  ['nib_liaison', 'takes a list in from a party'],
  ['transmission_officer', 'maps it, checks it, registers it'],
  ['intake', 'files what families ask'],
  ['tracing_officer', 'runs the requests'],
  ['matching_reviewer', 'judges pairs, two different people a pair'],
  ['protection_lead', 'signs what is told'],
  ['head', 'signs, sees its own contexts'],
  ['data_protection_officer', 'reads the log, stops an answer'],
  ['auditor', 'reads and verifies the log, no content'],
  ['administrator', 'accounts and memberships'],
] as const

/** What is printed when an exercise has started: the guided walk first, then a sign-in link for each role. */
export async function linksOf(house: House, url: string): Promise<string> {
  const lines: string[] = []
  await house.asPrincipal('console', 'console.issueLinks', async (context) => {
    const people = await readPeople(context.tx)
    const contexts = await contextsOf(context.tx)
    const held = await Promise.all(people.map(async (one) => ({ ...one, grants: await grantsOf(context.tx, one.id) })))
    const first = (role: string) => {
      for (const of of [...contexts.map((one) => one.id), null]) {
        const found = held.find((one) => one.grants.some((grant) => grant.role === role && grant.context === of))
        if (found) return found
      }
      return undefined
    }
    const events: Event[] = []
    const issue = async (person: string, kind: 'walk' | 'sign_in') => {
      const { token } = await addLink(context, person, kind, true)
      events.push({ type: 'access.linkIssued', subject: person, compartment: 'house', data: { kind } })
      return `${url}/sign-in#${token}`
    }
    const walker = first('nib_liaison')
    if (walker)
      lines.push(
        'A guided walk of ten minutes, which changes role by itself:',
        `  ${await issue(walker.id, 'walk')}`,
        '',
      )
    lines.push('Or sign in as one of the house (each link works once, within a week):')
    for (const [role, does] of roles) {
      const one = first(role)
      if (one) lines.push(`  ${`${one.name}, ${role}`.padEnd(44)} ${does}`, `    ${await issue(one.id, 'sign_in')}`)
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

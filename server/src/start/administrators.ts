import { addLink, addMembership, addPerson, grantsOf, readPeople } from '#access'
import type { House } from '#kernel/house'

/** What can only be done at the console: the first two administrators, who afterwards confirm each other's changes. */
export async function addAdministrator(house: House, name: string): Promise<string | null> {
  let token: string | null = null
  await house.asPrincipal('console', 'console.addAdministrator', async (context) => {
    const people = await readPeople(context.tx)
    const grants = await Promise.all(people.map((one) => grantsOf(context.tx, one.id)))
    const administrators = grants.filter((all, index) => {
      return people[index]?.state === 'open' && all.some((grant) => grant.role === 'administrator')
    })
    if (administrators.length >= 2) return []
    const person = await addPerson(context, name, 'en')
    const grant = { person, role: 'administrator', context: null, channel: null }
    await addMembership(context, { ...grant, grantedBy: 'console', confirmedBy: 'console' })
    const link = await addLink(context, person, 'sign_in')
    token = link.token
    const granted = { role: 'administrator', context: null, channel: null }
    return [
      { type: 'access.accountOpened', subject: person, compartment: 'house', data: {} },
      { type: 'access.membershipGranted', subject: person, compartment: 'house', data: granted },
      { type: 'access.linkIssued', subject: person, compartment: 'house', data: { kind: 'sign_in' } },
    ]
  })
  return token
}

/** Whether nobody has an account here yet. */
export async function isEmpty(house: House): Promise<boolean> {
  let count = 0
  await house.asPrincipal('console', 'console.look', async (context) => {
    count = (await readPeople(context.tx)).length
    return []
  })
  return count === 0
}

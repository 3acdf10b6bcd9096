import { addMembership, addPerson } from '#access'
import type { Stage } from './caller.ts'

/** An administrator made at the console, as the first two of any house are. Gives the person. */
export async function addAdministratorAt({ house }: Stage, name: string): Promise<string> {
  let person = ''
  await house.asPrincipal('console', 'console.addAdministrator', async (context) => {
    person = await addPerson(context, name, 'en')
    const grant = { person, role: 'administrator', context: null, channel: null }
    await addMembership(context, { ...grant, grantedBy: 'console', confirmedBy: 'console' })
    const data = { role: 'administrator', context: null, channel: null }
    return [
      { type: 'access.accountOpened', subject: person, compartment: 'house', data: {} },
      { type: 'access.membershipGranted', subject: person, compartment: 'house', data },
    ]
  })
  return person
}

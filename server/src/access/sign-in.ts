import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { installation } from './domain.ts'
import { addSession, useLink } from './sessions.ts'
import * as store from './store.ts'

const kinds = { sign_in: 'browser', walk: 'walk', terminal: 'terminal' } as const

export const signIn = handle(contract.signIn, async ({ token }, context) => {
  const link = await useLink(context.tx, token, context.now)
  if (!link || !(await store.openPerson(context.tx, link.person))) return refuse('link_unknown')
  const kind = kinds[link.kind]
  const session = await addSession(context, link.person, kind)
  // A terminal keeps its token in a file of mode 0600; a browser gets it as a cookie it cannot read.
  const output = { person: link.person, kind, token: kind === 'terminal' ? session.token : null }
  const event = {
    type: 'access.signedIn',
    subject: link.person,
    compartment: installation,
    data: { session: session.id, kind },
  }
  return kind === 'terminal' ? done(output, event) : { ...done(output, event), session: session.token }
})

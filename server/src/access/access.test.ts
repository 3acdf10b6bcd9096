import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmProposal, listProposals } from '#kernel/contract'
import { openTestHouse, type TestHouse } from '#kernel/test'
import * as contract from './contract.ts'

let house: TestHouse
before(async () => {
  house = await openTestHouse()
})
after(() => house.close())

test('a one-time link signs in once', async () => {
  const administrator = await house.as('administrator', { context: null })
  const { id } = await administrator.ok(contract.openAccount, { name: 'Mira Solen', language: 'en' })
  const link = await administrator.ok(contract.issueLink, { id, kind: 'terminal' })
  const nobody = house.withToken('x'.repeat(43))
  const signed = await nobody.ok(contract.signIn, { token: link.token })
  assert.equal(signed.person, id)
  const again = await nobody.call(contract.signIn, { token: link.token })
  assert.deepEqual(again, { ok: false, code: 'link_unknown', issues: [], reference: null })

  const self = await house.withToken(signed.token!).ok(contract.readSelf, {})
  assert.equal(self.name, 'Mira Solen')
  assert.deepEqual(self.capabilities, [])
})

test('a membership takes two administrators, and neither is the one it is about', async () => {
  const first = await house.as('administrator', { context: null })
  const second = await house.as('administrator', { context: null })
  const { id } = await first.ok(contract.openAccount, { name: 'Oren Vask', language: 'en' })
  const { context } = house.world.first
  const grant = { id, change: 'grant', role: 'tracing_officer', context, channel: null } as const
  const { proposal } = await first.ok(contract.changeMembership, grant)
  const [mine] = (await first.ok(listProposals, {})).proposals
  assert.equal(mine?.mine, true)
  const alone = await first.call(confirmProposal, { id: proposal, digest: mine.digest })
  assert.equal(alone.ok ? '' : alone.code, 'same_person')
  const changed = await second.call(confirmProposal, { id: proposal, digest: '0'.repeat(64) })
  assert.equal(changed.ok ? '' : changed.code, 'proposal_changed')
  await second.ok(confirmProposal, { id: proposal, digest: mine.digest })
  const accounts = await first.ok(contract.listAccounts, {})
  assert.equal(accounts.accounts.find((one) => one.id === id)?.memberships[0]?.role, 'tracing_officer')
  const own = await first.call(contract.changeMembership, { ...grant, id: first.person })
  assert.equal(own.ok ? '' : own.code, 'own_account')
})

test('who is not an administrator learns nothing, not even that there is something', async () => {
  const officer = await house.as('tracing_officer')
  const absent = await officer.raw('/api/nothing-of-that-name')
  const forbidden = await officer.raw('/api/accounts')
  assert.equal(forbidden.status, 404)
  assert.equal(await forbidden.text(), await absent.text())
})

test('a closed account is signed out at once', async () => {
  const administrator = await house.as('administrator', { context: null })
  const officer = await house.as('tracing_officer')
  await officer.ok(contract.readSelf, {})
  await administrator.ok(contract.closeAccount, { id: officer.person })
  const reply = await officer.call(contract.readSelf, {})
  assert.equal(reply.ok ? '' : reply.code, 'signed_out')
})

test('what is not there is said to be unknown: an account, a session; a role is held where it reaches', async () => {
  const administrator = await house.as('administrator', { context: null })
  const nobody = '00000000-0000-4000-8000-ffffffffffff'
  const codeOf = (reply: { ok: true } | { ok: false; code: string }) => (reply.ok ? 'ok' : reply.code)
  const { context } = house.world.first
  const grant = { id: nobody, change: 'grant', role: 'intake', context, channel: null } as const
  assert.equal(codeOf(await administrator.call(contract.endSession, { id: nobody })), 'session_unknown')
  assert.equal(codeOf(await administrator.call(contract.closeAccount, { id: nobody })), 'account_unknown')
  assert.equal(
    codeOf(await administrator.call(contract.issueLink, { id: nobody, kind: 'terminal' })),
    'account_unknown',
  )
  assert.equal(codeOf(await administrator.call(contract.changeMembership, grant)), 'account_unknown')
  const { id } = await administrator.ok(contract.openAccount, { name: 'Lena Orvask', language: 'en' })
  const liaison = { ...grant, id, role: 'nib_liaison' } as const
  assert.equal(codeOf(await administrator.call(contract.changeMembership, liaison)), 'role_needs_channel')
  const placeless = { ...grant, id, context: null }
  assert.equal(codeOf(await administrator.call(contract.changeMembership, placeless)), 'role_needs_context')
})

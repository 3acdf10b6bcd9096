// What an office does with lists, accounts and its own work, each operation at least once: played in both worlds.
import * as access from './access/contract.ts'
import * as audit from './audit/contract.ts'
import * as intake from './intake/contract.ts'
import * as kernel from './kernel/contract.ts'
import { confirmAs } from './start/world/play.ts'
import type { Office } from './twins-office.samples.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function receive(
  { liaison, house, context, party: channel }: Office,
  text: string,
  change: { number: string; replaces?: string; confirmed?: boolean },
): Promise<string> {
  const { number, replaces = null, confirmed = true } = change
  const envelope = {
    context,
    channel,
    kind: 'held' as const,
    number,
    date: { edtf: '2026-03-01', other: null, calendar: 'gregorian' as const, written: '1.3.2026' },
    legalStatus: { status: 'prisoner_of_war' as const, written: null },
    receivedOn: '2026-03-04',
    way: 'courier' as const,
    handedOverBy: 'The bureau',
    receivedBy: 'A liaison officer',
    authenticity: confirmed
      ? { state: 'confirmed' as const, how: 'seal_or_signature' as const, by: 'The head of the bureau' }
      : { state: 'not_yet' as const },
    replaces,
    fileName: 'list.csv',
  }
  const { id } = await liaison.ok(intake.receiveList, envelope, bytesOf(text))
  await house.settle()
  return id
}

async function register({ transmission, house }: Office, id: string): Promise<void> {
  const { columns, dateOrder } = await transmission.ok(intake.previewList, { id, mapping: null })
  const fixed = columns.map(({ heading, field }) => ({ heading, field }))
  await transmission.ok(intake.setMapping, { id, columns: fixed, dateOrder })
  await transmission.ok(intake.runList, { id })
  await house.settle()
}

/** Lists that come in, are run, stopped, replaced, sent back; rows mended, set aside and taken back. */
export async function listsCourse(office: Office): Promise<void> {
  const { transmission, liaison, house } = office
  const first = await receive(office, 'name\nStill Herrin\nGone Onner\nGone Twillo\n', { number: '17/a' })
  await register(office, first)
  const next = await receive(office, 'name\nStill Herrin\nNew Onnar\n', { number: '18/a', replaces: first })
  await register(office, next)
  const { records } = await transmission.ok(intake.listUnlisted, { id: next })
  await transmission.ok(intake.noteUnlisted, { id: next, outcome: 'sender_asked' })
  const taken = { id: first, record: records[0]?.record ?? '', reason: 'sender_withdrew' as const, replacedBy: null }
  await liaison.ok(intake.withdrawRow, taken)

  const waits = await receive(office, 'name\nStopped Orrell\nStopped Sorrell\n', { number: '19/a', confirmed: false })
  const { columns } = await transmission.ok(intake.previewList, { id: waits, mapping: null })
  const fixed = columns.map(({ heading, field }) => ({ heading, field }))
  await transmission.ok(intake.setMapping, { id: waits, columns: fixed, dateOrder: null })
  const { job } = await transmission.ok(intake.runList, { id: waits })
  await transmission.ok(kernel.stopJob, { id: job })
  await house.settle()
  await transmission.ok(kernel.listJobs, {})
  await liaison.ok(intake.confirmAuthenticity, { id: waits, how: 'call_back', by: 'The bureau' })

  const unclear = await receive(office, 'name,born\nAdra Belwin,31.02.1987\nBelda Corwin,x\n', { number: '20/a' })
  await register(office, unclear)
  const { rows } = await transmission.ok(intake.listRows, { id: unclear, state: 'quarantined' })
  await transmission.ok(intake.mendRow, { id: rows[0]?.id ?? '', cells: null, asItStands: true })
  await transmission.ok(intake.setAsideRows, { id: unclear, rows: [rows[1]?.id ?? ''], reason: 'illegible' })
  const wrong = await receive(office, 'name\nNot Ofthis\n', { number: '21/a' })
  await liaison.ok(intake.returnList, { id: wrong, reason: 'not_of_this_channel' })
  for (const id of [first, unclear]) await liaison.ok(intake.readList, { id })
  await liaison.ok(intake.readReceipt, { id: first })
  await liaison.ok(intake.listLists, {})
}

/** Accounts opened, given a post and closed; signing in and out; what anyone keeps for themselves; the guided walk. */
export async function accountsCourse(office: Office): Promise<void> {
  const { hearing, context, walker, data } = office
  const [one, two] = office.administrators
  const { id } = await one.ok(access.openAccount, { name: 'Mira Solen', language: 'en' })
  const post = { id, change: 'grant', role: 'tracing_officer', context, channel: null } as const
  const { proposal } = await one.ok(access.changeMembership, post)
  await confirmAs(two, proposal)
  const nobody = hearing.callerOf('x'.repeat(43))
  await nobody.ok(access.readDoor, {})
  for (const leaves of ['signs out', 'ends a session']) {
    const link = await one.ok(access.issueLink, { id, kind: 'terminal' })
    const { token } = await nobody.ok(access.signIn, { token: link.token })
    const self = hearing.callerOf(token ?? '', id)
    const { session } = await self.ok(access.readSelf, {})
    await self.ok(access.saveSettings, { ...(await self.ok(access.readSelf, {})).settings, language: 'ar' })
    await self.ok(access.listSessions, {})
    await self.ok(kernel.saveDraft, { name: 'tracing.fileRequest', content: { text: 'Half a request' } })
    await self.ok(kernel.readDraft, { name: 'tracing.fileRequest' })
    await self.ok(kernel.listTasks, {})
    await self.ok(kernel.search, { text: 'Ardel' })
    await (leaves === 'signs out' ? self.ok(access.signOut, {}) : self.ok(access.endSession, { id: session.id }))
  }
  await one.ok(access.listAccounts, {})
  await one.ok(access.closeAccount, { id })
  const { people } = await walker.ok(access.readWalk, {})
  await walker.ok(access.walkAs, { person: people[0]?.person ?? '' })
  const apart = await one.ok(access.openContext, { kind: 'international', labels: { en: 'A third place' } })
  await one.ok(access.openChannel, { id: apart.id, kind: 'state', hasBureau: true, labels: { en: 'Orvania' } })
  await data.ok(audit.listLeaves, {})
  await data.ok(audit.listChains, {})
}

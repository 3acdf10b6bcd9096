// What an office does in the confidential channels, each operation at least once: played in both worlds.
import * as dialogue from './dialogue/contract.ts'
import * as samples from './dialogue/dialogue.samples.ts'
import { confirmAs } from './start/world/play.ts'
import type { Office } from './twins-office.samples.ts'

const today = '2026-03-05'
const later = '2026-03-31'
const wanted = { place: 'Ostrel', category: null, wantedOn: null, reason: null }
const evidence = { reference: null, source: 'a delegate', on: samples.on(today), text: 'The gate was opened.' }

/** The channels opened, meetings and letters, and what is planned of them. */
export async function talksCourse(office: Office): Promise<void> {
  const { lead, head, party } = office
  for (const one of [head, lead])
    for (const each of [party, office.other]) await one.ok(dialogue.enterChannel, { party: each })
  const person = await lead.ok(dialogue.addInterlocutor, { party, ...samples.minister })
  const theirs = [{ interlocutor: person.id, name: 'Ilen Marsk', office: 'foreign minister' }]
  const met = await lead.ok(dialogue.recordMeeting, { party, ...samples.meeting, theirs })
  await lead.ok(dialogue.writeNote, { id: met.id, text: 'He seemed to want more time.' })
  const minutes = { text: 'Access was discussed.', language: 'en', agreedOn: today, agreedWith: 'the embassy' }
  await head.ok(dialogue.agreeMinutes, { id: met.id, ...minutes })
  const named = { until: samples.on('2026-03'), inOffice: false, reason: 'A new minister was named.' }
  await lead.ok(dialogue.changeInterlocutor, { id: person.id, ...samples.minister, ...named })
  await lead.ok(dialogue.planFollowUp, { id: met.id, on: '2026-03-20', nextStep: 'Ask for the lists again.' })
  await lead.ok(dialogue.doFollowUp, { id: met.id, done: 'Asked by telephone.', next: null })

  const out = await lead.ok(dialogue.recordLetter, { party, ...samples.letter })
  await lead.ok(dialogue.acknowledgeLetter, { id: out.id, on: '2026-03-04', by: 'the chancery', proof: 'stamp 118' })
  const { history } = await lead.ok(dialogue.readEntry, { id: out.id })
  const words = 'It went out a day later.'
  await lead.ok(dialogue.correctHistory, { id: out.id, corrects: history[0]?.id ?? '', words })
  await lead.ok(dialogue.readChannel, { party })
  await lead.ok(dialogue.listChannels, {})
}

/** A report read, what it says taken up, corrected, dropped, added to, and raised. */
export async function reportCourse({ lead, party }: Office): Promise<void> {
  const source = { source: 'a news agency', address: null, publishedOn: '2026-03-04', inPublic: true }
  const report = new TextEncoder().encode(samples.report)
  const { id } = await lead.ok(dialogue.readReport, { party, name: 'report.txt', language: null, ...source }, report)
  const { proposals } = await lead.ok(dialogue.readText, { id })
  for (const one of proposals) {
    if (one.content.kind !== 'commitment') await lead.ok(dialogue.dropProposal, { id: one.id })
    else {
      const said = await lead.ok(dialogue.acceptProposal, { id: one.id })
      const to = {
        kind: 'commitment',
        promisor: 'party',
        form: 'promise',
        who: 'Ilen Marsk',
        to: 'Joren Halvick',
      } as const
      await lead.ok(dialogue.raiseStatement, {
        id: said.id,
        to: { ...to, level: 'ministerial', due: samples.on(later) },
      })
    }
  }
  const heard = { ...samples.alleged, language: 'en' }
  const added = await lead.ok(dialogue.addStatement, { party, ...heard })
  const { history } = await lead.ok(dialogue.readEntry, { id: added.id })
  const { text: _text, span: _span, spokenFor: _spokenFor, ...again } = heard
  const corrects = history[0]?.id ?? ''
  const reason = 'He spoke for the other side.'
  await lead.ok(dialogue.correctStatement, { id: added.id, corrects, ...again, party: 'Belvar', reason })
}

/** A commitment from its words to what was seen of it, and one that takes the place of another. */
export async function commitmentCourse({ lead, head, party }: Office): Promise<void> {
  const asked = samples.commitment
  const { id } = await lead.ok(dialogue.stateCommitment, { party, ...asked })
  const { form, words, translation, condition, subject } = asked
  await lead.ok(dialogue.checkCommitment, { form, words, translation, condition, subject })
  await lead.ok(dialogue.registerCommitment, { id, ...asked, warningsSeen: [] })
  const confirmation = { outcome: 'confirmed', by: 'the ministry', on: today, words: null } as const
  await lead.ok(dialogue.confirmCommitment, { id, ...confirmation })
  await lead.ok(dialogue.trackCommitment, { id, howSeen: 'A visit to Ostrel.', lookOn: later })
  const seen = await lead.ok(dialogue.addEvidence, { id, ...evidence })
  const partly = { outcome: 'partly_seen' as const, reason: 'One block was not shown.', evidence: [seen.evidence.id] }
  await confirmAs(head, (await lead.ok(dialogue.assessCommitment, { id, ...partly })).proposal)
  await lead.ok(dialogue.readCommitment, { id })
  const next = await lead.ok(dialogue.stateCommitment, { party, ...asked })
  await lead.ok(dialogue.supersedeCommitment, { id, by: next.id, reason: 'Promised anew.' })
}

/** Access asked for, its conditions settled, a visit made; another one prevented. */
export async function accessCourse({ lead, party }: Office): Promise<void> {
  const { id } = await lead.ok(dialogue.planAccess, { party, ...wanted })
  const request = { on: today, addressee: 'Ilen Marsk', form: 'written' as const, answerBy: later }
  await lead.ok(dialogue.requestAccess, { id, ...request })
  const less = { ...samples.allModalities, list: false }
  const disputed = { ...samples.accessAnswer, answer: 'conditions_disputed' as const, modalities: less }
  await lead.ok(dialogue.recordAccessAnswer, { id, ...disputed })
  const settled = { on: today, by: 'Ilen Marsk', reason: null, delegatesApproved: true, settled: true }
  await lead.ok(dialogue.settleConditions, { id, ...settled, modalities: samples.allModalities })
  await lead.ok(dialogue.scheduleVisit, { id, plannedOn: today, team: ['A delegate', 'A doctor'] })
  await lead.ok(dialogue.recordVisit, { id, on: today, outcome: 'visited', reason: null })
  await lead.ok(dialogue.listAccess, { party })
}

/** A representation written, changed, cleared by two, delivered, answered, taken further, closed. */
export async function representationCourse({ lead, head, party }: Office): Promise<void> {
  const draft = samples.representation
  const { entry } = await lead.ok(dialogue.draftRepresentation, { party, ...draft, escalates: null })
  const { id } = entry
  const { subject, facts, text, protects } = draft
  await lead.ok(dialogue.checkDraft, { subject, facts, text, protects })
  await lead.ok(dialogue.changeRepresentation, { id, ...draft, subject: 'Access to all of Ostrel' })
  await confirmAs(head, (await lead.ok(dialogue.clearRepresentation, { id })).proposal)
  await lead.ok(dialogue.deliverRepresentation, { id, ...samples.delivery, replyBy: later })
  await lead.ok(dialogue.recordReply, { id, ...samples.replyReceived, outcome: 'explained' })
  const beyond = { mode: 'mobilisation', reason: 'No list came.', conditions: null } as const
  await confirmAs(lead, (await head.ok(dialogue.escalateRepresentation, { id, ...beyond })).proposal)
  await lead.ok(dialogue.closeRepresentation, { id, effect: 'Delegates were let in.' })
}

/** Matters put to one party and to all alike, compared by the head; and the channels closed again. */
export async function mattersCourse(office: Office): Promise<void> {
  const { lead, head, party, context } = office
  await lead.ok(dialogue.openMatter, { party, kind: 'place', ...samples.matter })
  await head.ok(dialogue.shareMatter, { context, kind: 'cards', ...samples.matter })
  const { timeline } = await lead.ok(dialogue.readChannel, { party, kind: 'matter' })
  const id = timeline.find((one) => one.kind === 'matter' && one.content.kind === 'cards')?.id ?? ''
  await lead.ok(dialogue.putMatter, { id, on: '2026-03-01', level: 'ministerial', how: 'written' })
  const answer = { level: 'ministerial', outcome: 'accepted', words: 'Cards will be written.', language: 'en' } as const
  await lead.ok(dialogue.answerMatter, { id, on: '2026-03-04', ...answer })
  await head.ok(dialogue.compareMatters, { context })
  await lead.ok(dialogue.closeMatter, { id, reason: 'Cards are written.' })
  await head.ok(dialogue.leaveChannel, { party: office.other })
}

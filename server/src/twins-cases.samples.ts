// What an office does with records, requests, pairs and answers, each operation at least once: played in both worlds.
import type { z } from 'zod'
import * as disclosure from './disclosure/contract.ts'
import { sampleAnswer, sampleContent, sampleReview, sampleTelling } from './disclosure/answer.samples.ts'
import * as kernel from './kernel/contract.ts'
import * as matching from './matching/contract.ts'
import * as registry from './registry/contract.ts'
import { sampleRequest, searchConsent } from './tracing/request.samples.ts'
import * as tracing from './tracing/contract.ts'
import { confirmAs } from './start/world/play.ts'
import type { Office } from './twins-office.samples.ts'

const because = { occurred: null, source: null, reason: 'The family said so.' }
const reviewOn = '2026-06-01'
const born = { edtf: '1987-03-12', other: null, calendar: 'gregorian' as const, written: null }
const told: Partial<z.input<typeof registry.Description>> = { born, mother: 'Mina', age: null }
const established = { grade: 'established' as const, fields: ['name', 'born', 'mother'] as const, note: null }
const accept = (id: string) => ({ id, ...established, fields: [...established.fields] })

/** A record of somebody held, as a line of a list. */
async function enter({ transmission, context, party }: Office, name: string, channel = party): Promise<string> {
  const { description, ...content } = sampleContent(name)
  const record = { context, channel, notice: 'held' as const, confirmed: true, receivedOn: '2026-03-04' }
  const whole = { ...content, description: { ...description, ...told } }
  return (await transmission.ok(registry.enterRecord, { ...record, content: whole })).id
}

async function file({ intake, context }: Office, name: string): Promise<string> {
  const { enquirer, sought } = sampleRequest(name)
  const checked = { how: 'document' as const, note: null, on: '2026-03-02' }
  const known = { identityChecked: checked, relationChecked: checked, riskConsidered: 'None seen.' }
  const described = { ...sought, description: { ...sought.description, ...told } }
  const whole = { ...enquirer, relation: 'parent' as const, ...known }
  return (await intake.ok(tracing.fileRequest, { context, enquirer: whole, sought: described })).id
}

async function seek(office: Office, name: string): Promise<string> {
  const { officer } = office
  const id = await file(office, name)
  await officer.ok(tracing.submitRequest, { id, consent: searchConsent })
  await officer.ok(tracing.openRequest, { id })
  await officer.ok(tracing.planSearch, { id, reviewOn, because })
  return id
}

type Found = { readonly request: string; readonly record: string; readonly pair: string }

/** Somebody sought who stands on a list, with the pair of both. */
async function found(office: Office, name: string): Promise<Found> {
  const record = await enter(office, name)
  const request = await seek(office, name)
  return { record, request, pair: await pairOf(office, request, record) }
}

async function pairOf({ house, one }: Office, request: string, record: string): Promise<string> {
  await house.settle()
  house.clock.forward(1_000)
  const { pairs } = await one.ok(matching.listPairs, { request })
  const pair = pairs.find((each) => each.record === record)
  if (!pair) throw new Error('no pair was proposed')
  return pair.id
}

async function accepted(office: Office, name: string): Promise<Found> {
  const about = await found(office, name)
  await acceptBoth(office, about.pair)
  return about
}

async function acceptBoth({ one, two, house }: Office, id: string): Promise<void> {
  await one.ok(matching.openPair, { id })
  await one.ok(matching.acceptPair, accept(id))
  await two.ok(matching.acceptPair, accept(id))
  house.clock.forward(1_000)
}

async function cleared({ officer, lead, house }: Office, about: Found): Promise<{ id: string; words: string }> {
  const asked = sampleAnswer({ request: about.request, pair: about.pair })
  await officer.ok(disclosure.readBasis, { id: about.request })
  await officer.ok(disclosure.previewAnswer, asked)
  const { id, proposal, words } = await officer.ok(disclosure.proposeAnswer, asked)
  await confirmAs(lead, proposal)
  house.clock.forward(1_000)
  return { id, words }
}

async function tell(office: Office, about: Found): Promise<string> {
  const { id, words } = await cleared(office, about)
  const heldAt = office.house.clock.now()
  await office.officer.ok(disclosure.recordTold, { id, ...sampleTelling(words, { heldAt }) })
  office.house.clock.forward(1_000)
  return id
}

/** Answers that are told, taken back, stopped, put off; and what follows when one was wrong. */
export async function answersCourse(office: Office): Promise<void> {
  const { officer, lead, head, data, one, three } = office
  const first = await accepted(office, 'Ardu Sorunel')
  const answer = await tell(office, first)
  await officer.ok(disclosure.readAnswer, { id: answer })
  const moved = { kind: 'transfer', source: 'The bureau', reason: 'A new camp was named.' } as const
  await officer.ok(disclosure.reportChange, { id: first.request, ...moved })

  const back = await cleared(office, await accepted(office, 'Kaspar Ostrov'))
  await officer.ok(disclosure.withdrawAnswer, { id: back.id, because: 'taken_back' })
  const stopped = await cleared(office, await accepted(office, 'Lenn Virga'))
  await data.ok(disclosure.stopAnswer, { id: stopped.id, reason: 'Asked by the person.' })

  const { request, pair } = await accepted(office, 'Hadel Morwenna')
  const review = await officer.ok(disclosure.reviewDetriment, sampleReview({ request, pair }))
  await confirmAs(head, review.proposal)

  const wrong = await accepted(office, 'Jarekin Solvey')
  await tell(office, wrong)
  const contradicted = { because: 'contradicting_evidence' as const, note: 'The photo is of another.' }
  const withdrawal = await one.ok(matching.withdrawPair, { id: wrong.pair, ...contradicted })
  await confirmAs(three, withdrawal.proposal)
  const heldAt = office.house.clock.now()
  const words = { to: 'Mina Sorun', inPerson: true, heldAt, words: 'What we told you was wrong.' }
  await lead.ok(tracing.recordCorrection, { id: wrong.request, ...words })

  const mother = await found(office, 'Sidra Kelvane')
  const sister = await seek(office, 'Sidra Kelvane')
  const other = await pairOf(office, sister, mother.record)
  await officer.ok(tracing.linkRequest, { id: mother.request, other: sister })
  for (const each of [mother.pair, other]) await acceptBoth(office, each)
  const order = { ground: 'named_by_person', othersWait: false, reason: 'Named the mother.' } as const
  await lead.ok(disclosure.decideOrder, { id: mother.request, ...order })
  await officer.ok(disclosure.listAnswers, {})
  for (const id of [first.request, wrong.request]) await officer.ok(disclosure.readSentence, { id, language: 'en' })
}

/** Pairs that are rejected, disputed and settled, asked about, and proposed by a person. */
export async function pairsCourse(office: Office): Promise<void> {
  const { officer, lead, one, two } = office
  const rejected = await found(office, 'Tomasin Belikov')
  await one.ok(matching.openPair, { id: rejected.pair })
  await one.ok(matching.rejectPair, { id: rejected.pair, because: 'other', note: 'Two cousins.' })

  const disputed = await found(office, 'Ledan Morinell')
  await one.ok(matching.openPair, { id: disputed.pair })
  await one.ok(matching.acceptPair, accept(disputed.pair))
  await two.ok(matching.acceptPair, { id: disputed.pair, grade: 'probable', fields: ['born'], note: null })
  const settled = { grade: 'probable' as const, fields: ['born' as const], because: null, note: 'The place is a slip.' }
  await lead.ok(matching.settlePair, { id: disputed.pair, ...settled })

  const asked = await found(office, 'Ednar Roswold')
  await one.ok(matching.openPair, { id: asked.pair })
  const questions = ['names_of_parents', 'marks_on_the_body', 'last_contact'] as const
  await one.ok(matching.askFamily, { id: asked.pair, questions: [...questions] })
  await officer.ok(matching.closeQuestions, { id: asked.request })

  const record = await enter(office, 'Quill Otherby')
  const request = await seek(office, 'Wendrik Sollas')
  await office.house.settle()
  await officer.ok(matching.proposePair, { request, record, note: 'A neighbour says he changed his name.' })
  await one.ok(matching.readPair, { id: asked.pair })
  await one.ok(matching.listPairs, { limit: 200 })
}

/** What happens to a request besides the search: it is corrected, merged and taken apart, linked, given consent for. */
export async function requestsCourse(office: Office): Promise<void> {
  const { officer, intake, lead } = office
  const name = 'Orrin Tavelock'
  const id = await file(office, name)
  const { sought } = sampleRequest('Orrin Tavelok')
  await intake.ok(tracing.changeSought, { id, corrects: 1, sought })
  const { enquirer } = sampleRequest('', 'Mina Tavelock')
  await intake.ok(tracing.changeEnquirer, { id, corrects: 1, enquirer })
  await officer.ok(tracing.listVersions, { id })
  const { consent } = await intake.ok(tracing.giveConsent, { id, ...searchConsent })
  await intake.ok(tracing.submitRequest, { id })
  await intake.ok(tracing.withdrawConsent, { id, consent })
  await intake.ok(tracing.markUrgent, { id, reason: 'child_alone', reviewOn })
  await officer.ok(tracing.clearUrgent, { id })

  const kept = await seek(office, name)
  const merged = await officer.ok(tracing.mergeRequest, { id, into: kept, because })
  await confirmAs(lead, merged.proposal)
  await officer.ok(tracing.unmergeRequest, { id, because })

  const sister = await seek(office, name)
  await officer.ok(tracing.linkRequest, { id: kept, other: sister })
  await officer.ok(tracing.reportOutcome, { id: kept, because })
  const { warnings } = await officer.ok(tracing.listLinked, { id: sister })
  await officer.ok(tracing.seeWarning, { id: sister, warning: warnings[0]?.id ?? '' })
  await officer.ok(tracing.unlinkRequest, { id: kept, other: sister })
  const { history } = await officer.ok(tracing.readRequest, { id: kept })
  await officer.ok(tracing.correctHistory, { id: kept, transition: history.at(-1)?.id ?? '', because })
}

/** Records of one person joined and parted, and one erased. */
export async function recordsCourse(office: Office): Promise<void> {
  const { transmission, registrar, lead, data, other: otherParty } = office
  const [id, other] = [await enter(office, 'Pavlin Kestrel'), await enter(office, 'Pavlen Kestrell', otherParty)]
  const linked = await transmission.ok(registry.linkRecords, { id, other, basis: 'same_identifiers' })
  await confirmAs(registrar, linked.proposal)
  const { person } = await transmission.ok(registry.readRecord, { id })
  const { links } = await transmission.ok(registry.readPerson, { id: person ?? '' })
  await transmission.ok(registry.listPersons, { context: office.context })
  const parted = await transmission.ok(registry.unlinkRecords, { id: links[0]?.id ?? '', reason: 'decided_wrongly' })
  await confirmAs(registrar, parted.proposal)
  const erased = await data.ok(registry.erase, { id: other, ground: 'entered_in_error' })
  await confirmAs(lead, erased.proposal)
  const taken = await data.ok(registry.erase, { id, ground: 'entered_in_error' })
  await data.ok(kernel.withdrawProposal, { id: taken.proposal })
  await office.house.settle()
}

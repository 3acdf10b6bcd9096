import { readReportSandboxed } from '@solferino/reading/texts'
import { z } from 'zod'
import { done, type Handler, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { channelOf } from './channels.ts'
import * as contract from './contract.ts'
import { proposals, texts } from './drawers.ts'
import { ReaderProposal, ReadingNote, ReportText } from './shapes.ts'

const charactersMax = 2_000_000
/** As many as one transaction may lay in; a text of more pages is read in parts. */
const proposalsMax = 300
/** Notes by which a document has no text at all. */
const unread = ['unreadable', 'too_large', 'pdf_encrypted', 'pdf_without_text']

/** What the child says of a document, taken as what came from outside: checked before anything of it is used. */
const Read = z.object({
  document: ReportText.pick({ text: true, format: true, notes: true }),
  reading: ReportText.pick({ language: true, meeting: true, notes: true }).extend({
    proposals: z.array(ReaderProposal),
  }),
})

const taken = handle(contract.readReport, async ({ party, name, dateUnknown, language: _told, ...source }, context) => {
  const found = await channelOf(context, party)
  if (!found.ok) return found
  const { upload, tx, now, newRowId } = context
  const read = Read.safeParse(context.prepared)
  if (!upload || !read.success) return refuse('unreadable')
  const { document, reading } = read.data
  const { text, format } = document
  if (text.trim() === '' || document.notes.some((one) => unread.includes(one.code))) return refuse('unreadable')
  const kept = reading.proposals.slice(0, proposalsMax)
  const left = reading.proposals.length - kept.length
  const notes = [...document.notes, ...reading.notes].map((one) => ReadingNote.parse(one))
  if (left > 0) notes.push({ code: 'proposals_left_out', detail: String(left) })
  if (source.publishedOn === null && !dateUnknown && notes.some((one) => one.code === 'date_needed'))
    return refuse('date_needed')

  const { compartment } = found.channel
  // The bytes as they came are kept beside what was read of them, sealed in the same channel.
  await context.files.keep(tx, upload, { compartment, name, now, rowId: newRowId() })
  const { held, event } = await texts.add(context, found.channel, {
    state: kept.length > 0 ? 'to_read' : 'read',
    content: {
      ...source,
      name,
      format,
      language: reading.language,
      sha256: upload.sha256.toString('hex'),
      file: upload.id,
      text: text.slice(0, charactersMax),
      notes,
      meeting: reading.meeting,
    },
    step: { act: 'read' },
  })
  const parent = held.row.id
  for (const proposal of kept)
    await proposals.add(context, found.channel, { state: 'open', content: { ...proposal, statement: null }, parent })
  return done({ id: parent, proposals: kept.length, notes }, event)
})

/** Reads the document in the sandbox child before the transaction begins: a child of its own takes longer than one may. */
export const readReport: Handler = {
  ...taken,
  prepare: async (input: z.output<typeof contract.readReport.input>, bytes: Buffer) => {
    const { name, publishedOn, language } = input
    // A child's name stands in the list of processes, and a file's name may name a person: it is told the ending alone.
    const ending = /\.(?:txt|html?|docx|pdf)$/iu.exec(name)?.[0] ?? '.txt'
    const day = publishedOn === null ? {} : { date: publishedOn }
    const told = language === null ? {} : { language }
    // A child that died of a document has not read it; why is of no use to a person, and its words may be the document's.
    return readReportSandboxed(bytes, { name: `report${ending}`, ...day, ...told }).catch(() => null)
  },
}

import { answer, type Context, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import type { z } from 'zod'
import { readRow } from './content.ts'
import * as contract from './contract.ts'
import { fixedMapping, mappingFor, senderMapping } from './mapping.ts'
import { yearOf } from './register-rows.ts'
import { mappingOf, mappingOfSender, type MappingSaved, type SampleSeen, sampleOf } from './store-mappings.ts'
import * as store from './store.ts'

const rowsShown = 50

export const previewList = handle(contract.previewList, async ({ id, mapping: asked }, context) => {
  const { tx, actor } = context
  const list = await store.listById(tx, actor, id)
  if (!list) return refuse('list_unknown')
  if (list.problem) return refuse('unreadable')
  if (list.fileDestroyedAt !== null) return refuse('file_destroyed')
  const sample = await sampleOf(tx, list)
  if (!sample) return refuse('not_read_yet')
  const { from, mapping } = await mappingToShow(context, { list, sample, asked })
  const { sheets, sheetsLeftOut } = sample
  const rows = rowsOf(context, { list, sample, mapping })
  return answer({ sheets, sheetsLeftOut, from, columns: mapping.columns, dateOrder: mapping.dateOrder, rows }, [id])
})

type Seen = { readonly list: store.StoredList; readonly sample: SampleSeen }

async function mappingToShow(
  { tx }: Context,
  { list, sample, asked }: Seen & { asked: z.output<typeof contract.Mapping> | null },
) {
  if (asked) return { from: 'asked' as const, mapping: fixedMapping(asked) }
  const set = await mappingOf(tx, list)
  if (set) return { from: 'set' as const, mapping: set }
  const saved = await mappingOfSender(tx, list)
  if (saved) return { from: 'sender' as const, mapping: senderMapping(saved, sample.guess) }
  return { from: 'guess' as const, mapping: sample.guess }
}

/** The first rows, read or not, in the order of the file. */
function rowsOf(context: Context, { list, sample, mapping }: Seen & { mapping: MappingSaved }) {
  const by = { envelope: list.envelope, asItStands: false, yearMax: yearOf(context) }
  const read = sample.rows.map((row) => {
    const columns = mappingFor(mapping, sample.sheets[row.sheet]?.headings ?? [])
    const { content, reason, problems } = readRow(row, columns, by)
    return { ...row, content, reason, problems }
  })
  const unread = sample.unread.map((row) => ({ ...row, cells: [], content: null, problems: [] }))
  return [...read, ...unread].toSorted((a, b) => a.sheet - b.sheet || a.row - b.row).slice(0, rowsShown)
}

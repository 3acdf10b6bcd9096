import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { expectsName } from './domain.ts'
import { fixedMapping } from './mapping.ts'
import { sampleOf, saveMapping } from './store-mappings.ts'
import * as store from './store.ts'

const namesSomebody: ReadonlySet<string | null> = new Set(['name', 'given', 'family', 'alias'])

export const setMapping = handle(contract.setMapping, async ({ id, columns, dateOrder }, context) => {
  const { tx, actor, now } = context
  const list = await store.listToChange(tx, actor, id)
  if (!list) return refuse('list_unknown')
  if (list.state === 'returned') return refuse('already_returned')
  if (list.problem) return refuse('unreadable')
  if (list.readAt === null) return refuse('not_read_yet')
  const sample = await sampleOf(tx, list)
  const headings = new Set(sample?.sheets.flatMap((sheet) => sheet.headings))
  // Without the file nothing is left but rows in quarantine, which have their headings with them.
  if (sample && columns.some(({ heading }) => !headings.has(heading))) return refuse('heading_unknown')
  if (expectsName(list.kind) && !columns.some(({ field }) => namesSomebody.has(field))) return refuse('name_unmapped')
  await saveMapping(context, list, fixedMapping({ columns, dateOrder }))
  await store.setList(tx, list, { mapped_at: now })
  const data = { columnCount: columns.length, mappedCount: columns.filter(({ field }) => field !== null).length }
  return done({}, { type: 'intake.mappingSet', subject: id, compartment: list.compartment, data })
})

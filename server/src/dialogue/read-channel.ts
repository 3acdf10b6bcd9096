import { z } from 'zod'
import { answer, type Context, handle } from '#kernel/handler'
import { openCursor, pageOf, sealCursor } from '#kernel/page'
import { refuse } from '#kernel/result'
import { type Channel, channelOf } from './channels.ts'
import * as contract from './contract.ts'
import { folded, isPromised, mentions } from './domain.ts'
import { commitments, interlocutors, shown } from './drawers.ts'
import * as store from './store.ts'
import { channelShown, waitsIn } from './waits.ts'
import { type EntryKind, entryKinds } from './words.ts'

const list = contract.readChannel.name
const Place = z.object({ beforeRowId: z.string(), party: z.string() })
const shownMax = 200
/** So many pages of entries are opened at most to fill one page of a filter. */
const pagesScannedMax = 10
const onTimeline = entryKinds.filter((one) => one !== 'note' && one !== 'proposal')

export const readChannel = handle(contract.readChannel, async (asked, context) => {
  const { tx, actor, now } = context
  const found = await channelOf(context, asked.party)
  if (!found.ok) return found
  const { channel } = found
  const going = asked.cursor === undefined ? null : openCursor(context, list, { cursor: asked.cursor, schema: Place })
  if (asked.cursor !== undefined && going?.party !== asked.party) return refuse('cursor_unknown')

  const kinds = asked.kind === undefined ? onTimeline : [asked.kind]
  const text = asked.text === undefined ? null : folded(asked.text)
  const scan = await matching(context, channel, { kinds, text, before: going?.beforeRowId ?? null, limit: asked.limit })
  const cursorAt = (beforeRowId: string) => sealCursor(context, list, { beforeRowId, party: asked.party })
  const page = pageOf(scan.found, asked.limit, ({ row }) => cursorAt(row.row_id))
  const next = page.next ?? (scan.goesOnAt === null ? null : cursorAt(scan.goesOnAt))
  const { compartment } = channel
  const waits = async (what: 'party' | 'us' | 'reminder') => {
    const waiting = { compartment, what, today: now.slice(0, 10), limit: shownMax }
    return (await store.open(tx, await store.waiting(tx, actor, waiting))).map(shown)
  }
  const promised = await commitments.all(context, { compartment, limit: shownMax })
  const inOffice = await interlocutors.all(context, { compartment, limit: shownMax })
  const output = {
    channel: await channelShown(context, channel, await waitsIn(context)),
    interlocutors: inOffice.map(shown),
    unanswered: await waits('party'),
    owed: await waits('us'),
    reminders: await waits('reminder'),
    promised: promised.filter(({ row }) => isPromised(row.state)).map(shown),
    timeline: page.rows.map(shown),
    next,
  }
  const parts = [output.interlocutors, output.unanswered, output.owed, output.reminders, output.promised]
  return answer(output, [...new Set([...parts.flat(), ...output.timeline].map((one) => one.id))])
})

type Asked = {
  readonly kinds: readonly EntryKind[]
  readonly text: string | null
  readonly before: string | null
  readonly limit: number
}

/**
 * The next entries that hold the text, one more than a page. At most so many are looked through at once: `goesOnAt` is then
 * the last of them, so that a page may hold fewer and still have a next.
 */
async function matching(
  context: Context,
  { compartment }: Channel,
  asked: Asked,
): Promise<{ found: store.Opened[]; goesOnAt: string | null }> {
  const { tx, actor } = context
  const found: store.Opened[] = []
  const limit = asked.limit + 1
  let beforeRowId = asked.before
  for (let pages = 0; pages < pagesScannedMax; pages += 1) {
    const rows = await store.list(tx, actor, { compartment, kinds: asked.kinds, beforeRowId, limit })
    for (const opened of await store.open(tx, rows))
      if (asked.text === null || mentions([opened.content, opened.nextStep, opened.row.id], asked.text))
        found.push(opened)
    if (rows.length < limit || found.length >= limit) return { found: found.slice(0, limit), goesOnAt: null }
    beforeRowId = rows.at(-1)?.row_id ?? null
  }
  return { found, goesOnAt: beforeRowId }
}

import { search } from '@solferino/engine'
import type { Context } from '#kernel/handler'
import type { Found } from '#kernel/slice'
import { readRecords, writtenName } from '#registry'
import { mainName, readRequests } from '#tracing'
import { segmentsIn } from './held.ts'
import { romanised } from './romanised.ts'

const foundMax = 20

/**
 * People by name, in whatever script: in the records and the requests of the compartments this person may read, and by
 * what stands in those alone (security.md 0.8).
 */
export async function finds(text: string, context: Context): Promise<readonly Found[]> {
  const whole = text.trim()
  if (whole.length < 2 || /\d/u.test(whole)) return []
  const found = [...(await findRecords(context, whole)), ...(await findRequests(context, whole))]
  return found.toSorted((a, b) => b.probability - a.probability).slice(0, foundMax)
}

async function findRecords(context: Context, whole: string): Promise<Found[]> {
  const hits = hitsOf(context, 'records', whole)
  const records = await readRecords(
    context,
    hits.map((hit) => hit.id),
  )
  return records.flatMap(({ id, content }) => {
    const [name] = content?.description.names ?? []
    return name ? [shown('registry', 'record', { id, name: writtenName(name), hits })] : []
  })
}

async function findRequests(context: Context, whole: string): Promise<Found[]> {
  const hits = hitsOf(context, 'requests', whole)
  const requests = await readRequests(
    context,
    hits.map((hit) => hit.id),
  )
  return requests.map(({ id, sought }) => shown('tracing', 'request', { id, name: mainName(sought.description), hits }))
}

type Hits = readonly { readonly id: string; readonly probability: number }[]

function hitsOf(context: Context, kind: 'records' | 'requests', whole: string): Hits {
  const need = kind === 'records' ? 'registry.read' : 'tracing.read'
  const segments = segmentsIn(context, kind, context.actor.for(need).compartments)
  return search(segments, { names: [{ whole }] }, { k: foundMax, minBits: 2 })
}

function shown(slice: string, kind: string, { id, name, hits }: { id: string; name: string; hits: Hits }): Found {
  const probability = hits.find((hit) => hit.id === id)?.probability ?? 0
  return { slice, kind, id, name, romanised: romanised(name), values: {}, probability, reasons: [] }
}

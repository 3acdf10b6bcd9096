import { type Tx, tablesOf } from './tx.ts'

const kernel = tablesOf('kernel')

export type LeafFilter = {
  readonly chains: readonly string[]
  readonly before: number | null
  readonly subject: string | null
  readonly actor: string | null
  readonly type: string | null
  readonly operation: string | null
  readonly limit: number
}

/** Numbered leaves of some chains, newest first. There is no content in them to leave out. */
export async function readLeaves(tx: Tx, filter: LeafFilter) {
  if (filter.chains.length === 0) return []
  const { before, subject, actor, type, operation } = filter
  const rows = await kernel(tx)
    .selectFrom('kernel.leaf')
    .select(['number', 'chain', 'position', 'at', 'actor', 'operation', 'type', 'subject', 'hash'])
    .where('chain', 'in', filter.chains)
    .where('number', 'is not', null)
    .$if(before !== null, (rest) => rest.where('number', '<', before))
    .$if(subject !== null, (rest) => rest.where('subject', '=', subject ?? ''))
    .$if(actor !== null, (rest) => rest.where('actor', '=', actor ?? ''))
    .$if(type !== null, (rest) => rest.where('type', '=', type ?? ''))
    .$if(operation !== null, (rest) => rest.where('operation', '=', operation ?? ''))
    .orderBy('number', 'desc')
    .limit(filter.limit)
    .execute()
  return rows.map(({ number, position, hash, ...rest }) => ({
    ...rest,
    number: number ?? 0,
    position: position ?? 0,
    hash: hash ? Buffer.from(hash).toString('hex') : '',
  }))
}

/** The last signed head of each of some chains, as the note that a verifier reads. */
export async function readHeads(tx: Tx, chains: readonly string[]) {
  const rows = await kernel(tx)
    .selectFrom('kernel.head')
    .select(['at', 'note'])
    .orderBy('row_id', 'desc')
    .limit(2_000)
    .execute()
  const found = new Map<string, { chain: string; size: number; at: string; note: string }>()
  for (const { at, note } of rows) {
    const [origin = '', size = ''] = note.split('\n')
    const chain = chains.find((one) => origin.endsWith(`/${one}`))
    if (chain !== undefined && !found.has(chain)) found.set(chain, { chain, size: Number(size), at, note })
  }
  return [...found.values()].sort((a, b) => (a.chain < b.chain ? -1 : 1))
}

/** Several records for one request: either they are one person's, or at most one of them is the person asked for. */
import type { Context } from './model.ts'
import { readyRow, scorePair, type Ready } from './score.ts'
import { probabilityOf, type Hit } from './search.ts'
import { rowOf } from './store.ts' // oxlint-disable-line no-restricted-imports -- the engine's store is arrays in memory

/** Hits less probable than this are no rivals of any, 0 … 1. */
const RIVAL_LEAST = 0.05
/** So many of the best are held against each other. */
const RIVALS_MAX = 8

function readyHit(hit: Hit, context: Context): Ready {
  const store = context.stores[hit.segment]!
  return readyRow(store, rowOf(store, hit.id))
}

/**
 * Probabilities of the hits of one request when records that are not one person's share it between them, each by its
 * weight (softmax over rivals); records that are one person's do not. Order and weights stay.
 */
export function settleRivals(hits: readonly Hit[], context: Context): Hit[] {
  const able = hits.slice(0, RIVALS_MAX).filter((hit) => hit.probability >= RIVAL_LEAST)
  if (able.length < 2) return [...hits]
  const ready = able.map((hit) => readyHit(hit, context))
  const areRivals = (i: number, j: number): boolean =>
    probabilityOf(scorePair(ready[Math.min(i, j)]!, ready[Math.max(i, j)]!, context).bits, context) < 0.5
  const shares = new Map(
    able.map((hit, i) => {
      let sum = 1
      for (const [j, other] of able.entries())
        if (i !== j && areRivals(i, j)) sum += 2 ** ((other.bits - hit.bits) / 256)
      return [hit, 1 / sum]
    }),
  )
  return hits.map((hit) => ({ ...hit, probability: hit.probability * (shares.get(hit) ?? 1) }))
}

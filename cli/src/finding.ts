import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { dedupe, link, shard, type Model, type Person, type Segment } from '@solferino/engine'
import type { Found } from './pairs.ts'

/** What a thread is given: the segment's bytes, shared, and its part of the work. */
export type FindTask = {
  readonly parts: Uint8Array[]
  readonly model: Model
  readonly least: number
  /** requests of this thread; null for duplicates within the segment */
  readonly requests: readonly Person[] | null
  readonly part: number
  readonly of: number
}

/** What a thread tells. */
export type FindMessage = { kind: 'progress'; done: number } | { kind: 'done'; found: Found[] }

/** The pairs of one part of the work, in order. */
export function findPart(segment: Segment, task: Omit<FindTask, 'parts'>, onProgress: (done: number) => void): Found[] {
  const options = { model: task.model, minProbability: task.least, onProgress }
  if (task.requests === null) return [...dedupe(segment, { ...options, part: task.part, of: task.of })]
  const found: Found[] = []
  for (const { request, hits } of link([segment], task.requests, options)) {
    for (const { id, bits, probability } of hits) found.push({ a: request, b: id, bits, probability })
  }
  return found
}

/** Work smaller than this is done sooner than a thread is started. */
const threadWork = 2000

/** Finds pairs by several threads over one segment; the same pairs in the same order for any number of threads. */
export async function findPairs(
  segment: Segment,
  work: { requests: readonly Person[] | null; model: Model; least: number; threads: number },
  onProgress: (done: number) => void,
): Promise<Found[]> {
  const { requests, model, least } = work
  const size = requests?.length ?? segment.stats().records
  const threads = size < threadWork ? 1 : Math.min(work.threads, availableParallelism() * 4)
  if (threads <= 1) return sorted(findPart(segment, { requests, model, least, part: 0, of: 1 }, onProgress), requests)
  const parts = segment.save().map(sharedBytes)
  const shards = requests === null ? undefined : shard(requests, threads)
  const done = Array.from({ length: threads }, () => 0)
  const founds = await Promise.all(
    done.map((_, part) =>
      runThread({ parts, model, least, requests: shards ? (shards[part] ?? []) : null, part, of: threads }, (count) => {
        done[part] = count
        // in dedupe every thread walks the same rows and counts by row
        onProgress(shards ? done.reduce((sum, one) => sum + one, 0) : Math.min(...done))
      }),
    ),
  )
  return sorted(founds.flat(), requests)
}

/** Pairs of duplicates by ids, so that threads leave no trace; those of requests are in order already. */
function sorted(found: Found[], requests: readonly Person[] | null): Found[] {
  if (requests !== null) return found
  return found.toSorted((x, y) => (x.a < y.a ? -1 : x.a > y.a ? 1 : y.bits - x.bits || (x.b < y.b ? -1 : 1)))
}

function sharedBytes(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  return shared
}

function runThread(task: FindTask, onProgress: (done: number) => void): Promise<Found[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./find-worker.ts', import.meta.url), { workerData: task })
    worker.on('message', (message: FindMessage) => {
      if (message.kind === 'progress') onProgress(message.done)
      else resolve(message.found)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`a thread ended with ${code}`)))
  })
}

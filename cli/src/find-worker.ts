import { parentPort, workerData } from 'node:worker_threads'
import { load } from '@solferino/engine'
import { findPart, type FindMessage, type FindTask } from './finding.ts'

// One thread of a match: loads the shared segment, does its part, tells progress a hundred times or so.
const task: FindTask = workerData
const segment = load(task.parts)
const step = Math.max(1, Math.floor((task.requests?.length ?? segment.stats().records) / 100))
let told = 0
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const tell = (message: FindMessage): void => parentPort?.postMessage(message)
const found = findPart(segment, task, (done) => {
  if (done - told < step) return
  told = done
  tell({ kind: 'progress', done })
})
tell({ kind: 'done', found })

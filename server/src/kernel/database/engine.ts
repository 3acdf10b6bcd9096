import { Worker } from 'node:worker_threads'
import { DatabaseLost, DatabaseTimeout } from './errors.ts'

/** What the thread is started with: a folder, or memory filled from a dump. */
export type WorkerStart = { readonly folder: string | null; readonly template: Uint8Array | null }

type Answered = {
  readonly id: number
  readonly messages?: readonly WireMessage[]
  readonly failed?: string
  readonly dump?: Uint8Array
}
export type WireMessage = { readonly name: string; readonly length: number; readonly message?: string }

const script = new URL('../pglite-worker.ts', import.meta.url)

/** The embedded engine in its thread: one question at a time, each ended at `limitMs`, reopened by itself after that. */
export class Engine {
  readonly #start: WorkerStart
  readonly #limitMs: number
  #worker: Worker | null = null
  #opening: Promise<void> | null = null
  #count = 0
  readonly #waiting = new Map<number, { resolve: (answer: Answered) => void; reject: (error: Error) => void }>()
  reopened = 0

  constructor(start: WorkerStart, limitMs: number) {
    this.#start = start
    this.#limitMs = limitMs
  }

  /** Starts the thread; resolves when the database is open and has proven that it is durable. */
  open(): Promise<void> {
    this.#opening ??= this.#begin()
    return this.#opening
  }

  async #begin(): Promise<void> {
    const worker = new Worker(script, { workerData: this.#start, execArgv: [] })
    this.#worker = worker
    worker.on('message', (answer: Answered) => {
      const waits = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if (answer.failed === undefined) waits?.resolve(answer)
      else waits?.reject(new DatabaseLost(answer.failed))
    })
    const fail = (error: Error) => this.#fail(worker, error)
    worker.on('error', (error) => fail(new DatabaseLost(error instanceof Error ? error.message : 'the engine stopped')))
    worker.on('exit', () => fail(new DatabaseLost('the database stopped')))
    await new Promise<Answered>((resolve, reject) => this.#waiting.set(0, { resolve, reject }))
    worker.unref()
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    this.#opening = null
    for (const waits of this.#waiting.values()) waits.reject(error)
    this.#waiting.clear()
  }

  /** Sends the bytes of the wire protocol and gives the messages of the answer. */
  async ask(bytes: Uint8Array): Promise<readonly WireMessage[]> {
    if (!this.#worker) this.reopened += 1
    await this.open()
    return (await this.#send({ bytes })).messages ?? []
  }

  async dump(): Promise<Uint8Array> {
    await this.open()
    return (await this.#send({ bytes: null, what: 'dump' })).dump ?? new Uint8Array()
  }

  async close(): Promise<void> {
    const worker = this.#worker
    if (!worker) return
    await this.#send({ bytes: null, what: 'close' }).catch(() => {})
    this.#worker = null
    this.#opening = null
    await worker.terminate()
  }

  async #send(asked: { bytes: Uint8Array | null; what?: 'dump' | 'close' }): Promise<Answered> {
    const worker = this.#worker
    if (!worker) throw new DatabaseLost('the database is not open')
    this.#count += 1
    const id = this.#count
    const answered = new Promise<Answered>((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    worker.ref()
    const watch = setTimeout(() => {
      // The engine ignores statement_timeout; its thread is ended, and the next question opens it anew.
      this.#fail(worker, new DatabaseTimeout('the statement took too long and was ended'))
      void worker.terminate()
    }, this.#limitMs)
    worker.postMessage({ id, ...asked })
    try {
      return await answered
    } finally {
      clearTimeout(watch)
      if (this.#waiting.size === 0) worker.unref()
    }
  }
}

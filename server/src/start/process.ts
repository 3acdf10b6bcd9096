import { openSync, fsyncSync, writeSync, closeSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { doors, runningMode } from '#access'
import type { Clock } from '#kernel/clock'
import type { Config } from '#kernel/config'
import { openDatabase, type OpenDatabase } from '#kernel/db'
import { Files } from '#kernel/files'
import { House } from '#kernel/house'
import { createHttp, problem } from '#kernel/http'
import { randomIds } from '#kernel/ids'
import { unseal } from '#kernel/installation'
import type { Log } from '#kernel/log'
import { migrate } from '#kernel/migrate'
import { kernelSlice } from '#kernel/operations'
import type { Slice } from '#kernel/slice'
import { openWeb } from '#kernel/web'

export type ProcessParts = {
  readonly config: Config
  readonly mode: 'exercise' | 'real'
  readonly slices: readonly Slice[]
  readonly clock: Clock
  readonly log: Log
  readonly webFolder: string
}

/** One process of the house: a database, sealed at first; once unsealed, a running house behind one address. */
export class Process {
  readonly parts: ProcessParts
  readonly open: OpenDatabase
  readonly #web: ReturnType<typeof openWeb>
  #running: { house: House; http: Hono } | null = null

  private constructor(parts: ProcessParts, open: OpenDatabase) {
    this.parts = parts
    this.open = open
    this.#web = openWeb(parts.webFolder, { tls: parts.config.tls !== null })
  }

  /** Opens the database and brings its tables up to this build; nothing personal can be read yet. */
  static async open(parts: ProcessParts): Promise<Process> {
    const { databaseUrl, dataFolder } = parts.config
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    const open = await openDatabase(
      databaseUrl ? { kind: 'postgres', url: databaseUrl } : { kind: 'pglite', folder: join(dataFolder, 'database') },
    )
    try {
      await migrate(open)
    } catch (error) {
      await open.close()
      throw error
    }
    return new Process(parts, open)
  }

  get house(): House | null {
    return this.#running?.house ?? null
  }

  /** Opens the vault with a root key and loads what is kept in memory. Background work begins with `begin`. */
  async unseal(root: Buffer): Promise<House> {
    const { config, mode, slices, clock, log } = this.parts
    const { database, headKey } = await unseal(this.open, root, { mode, now: clock.now() })
    const heads = join(config.dataFolder, 'heads')
    const house = new House({
      database,
      clock,
      ids: randomIds,
      files: new Files(join(config.dataFolder, 'files')),
      log,
      slices: [kernelSlice(slices, doors), ...slices],
      doors,
      mode,
      headKey,
      keepHeads: async (notes) => appendDurably(heads, notes.join('\n')),
    })
    runningMode(house).mode = mode
    await house.warm()
    this.#running = { house, http: createHttp(house, { secureCookie: config.tls !== null || config.behindProxy }) }
    return house
  }

  /** The answer to any request of a browser or a program. */
  readonly fetch = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const { config } = this.parts
    // A page of another site that has its name lead here (DNS rebinding) is not answered.
    if (!config.tls && !config.behindProxy && !isLoopbackName(url.hostname)) return new Response(null, { status: 421 })
    if (!url.pathname.startsWith('/api/')) return this.#web.answer(request)
    if (!this.#running) return this.#web.dress(problem({ status: 503, code: 'sealed' }))
    return this.#web.dress(await this.#running.http.fetch(request))
  }

  async close(): Promise<void> {
    if (this.#running) await this.#running.house.close()
    else await this.open.close()
    this.#running = null
  }
}

/** Adds to a file and returns when the disk has it. */
function appendDurably(path: string, text: string): void {
  const file = openSync(path, 'a', 0o600)
  try {
    writeSync(file, `${text}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || /^127(\.\d+){3}$/.test(name)
}

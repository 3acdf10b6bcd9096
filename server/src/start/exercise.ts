import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isEmpty } from './administrators.ts'
import { listenForConsole, listenForPeople } from './listen.ts'
import { Process } from './process.ts'
import { stopped } from './serve.ts'
import { progressBar } from './terminal.ts'
import { fixedClock, wallClock } from '#kernel/clock'
import type { Config } from '#kernel/config'
import { lockFolder } from '#kernel/database/lock'
import { readInstallation, WrongMode } from '#kernel/installation'
import type { Log } from '#kernel/log'
import { MigrationChanged } from '#kernel/migrate'
import { makeKeyFile, readKeyFile } from '#kernel/root-key'
import type { Slice } from '#kernel/slice'
import { consoleOf } from './console.ts'
import { invent } from './world/invent.ts'
import { linksOf } from './world/links.ts'

export type ExerciseParts = {
  readonly config: Config
  readonly slices: readonly Slice[]
  readonly log: Log
  readonly webFolder: string
  readonly say: (text: string) => void
  readonly rebuild: boolean
  /** A small invented conflict of the same form: to look at quickly, and for tests. */
  readonly small: boolean
}

/** `npm start`: the whole product with an invented conflict, on the loopback address, with sign-in links to print. */
export async function startExercise(parts: ExerciseParts): Promise<void> {
  const { config, say } = parts
  if (parts.rebuild) await forget(config)
  markFolder(config.dataFolder)
  // While the past is played the clock stands where the play is; afterwards it is the clock of the wall.
  const past = fixedClock(wallClock.now())
  let playing = false
  const clock = { now: () => (playing ? past.now() : wallClock.now()) }
  const process_ = await openExercise(parts, clock)
  const root = await rootOf(process_, config)
  const house = await process_.unseal(root)
  if (await isEmpty(house)) {
    say('Loading the invented conflict, once:')
    const bar = progressBar((text) => process.stdout.write(text), process.stdout.isTTY)
    playing = true
    const setClock = (instant: string) => past.set(instant)
    const stage = { house, fetch: process_.fetch, setClock, until: wallClock.now(), progress: bar }
    await invent(stage, { small: parts.small })
    playing = false
  }
  const people = await listenForPeople(config, process_.fetch)
  const console_ = await listenForConsole(
    config.dataFolder,
    consoleOf(process_, () => Promise.resolve()),
  )
  house.start()
  const stop = stopped()
  say(await linksOf(house, people.url))
  await stop
  people.close()
  console_.close()
  await process_.close()
}

async function openExercise(parts: ExerciseParts, clock: { now(): string }): Promise<Process> {
  const { config, slices, log, webFolder } = parts
  try {
    return await Process.open({ config, mode: 'exercise', slices, clock, log, webFolder })
  } catch (error) {
    if (!(error instanceof MigrationChanged)) throw error
    throw new Error(
      'This exercise was made by another build and cannot be brought up to this one.\n' +
        'Make it anew (what was entered in it is lost): npm start -- --rebuild',
      { cause: error },
    )
  }
}

async function rootOf(process_: Process, config: Config): Promise<Buffer> {
  if (existsSync(config.keyFile)) return readKeyFile(config.keyFile)
  const found = await readInstallation(process_.open)
  if (found && found.mode !== 'exercise')
    throw new WrongMode('this database holds a real installation; it is no exercise')
  if (found)
    throw new Error(`The key of this exercise is missing (${config.keyFile}). Make it anew: npm start -- --rebuild`)
  return makeKeyFile(config.keyFile)
}

/** A file in the data folder of every exercise: without it nothing in a folder is ever taken for one. */
const mark = 'EXERCISE'

/** Marks a new or empty folder as an exercise's. Throws where something else lies. */
function markFolder(folder: string): void {
  if (existsSync(join(folder, mark))) return
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new NotAnExercise(`${folder} holds something that is no exercise; nothing there was touched.`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, mark), 'Invented data of an exercise; npm start -- --rebuild removes it.\n', {
    mode: 0o600,
  })
}

class NotAnExercise extends Error {}

/** Forgets an exercise that nobody runs: its data and its key. Never touches what is not an exercise's own. */
async function forget({ dataFolder, keyFile, databaseUrl }: Config): Promise<void> {
  if (databaseUrl)
    throw new NotAnExercise('--rebuild is for the embedded database: make an empty database and set DATABASE_URL')
  if (!existsSync(dataFolder)) return
  if (!existsSync(join(dataFolder, mark)))
    throw new NotAnExercise(`${dataFolder} holds something that is no exercise; nothing there was touched.`)
  const database = join(dataFolder, 'database')
  if (existsSync(database)) await (await lockFolder(database)).release()
  rmSync(dataFolder, { recursive: true, force: true })
  rmSync(keyFile, { force: true })
}

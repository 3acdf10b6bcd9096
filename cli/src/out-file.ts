import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { exitCodes, Failure } from './failure.ts'

/** Somewhere to write: a file that appears only when it is whole, or standard output. */
export type Out = { readonly where: string; write: (text: string) => Promise<void>; finish: () => void }

const halfFiles = new Set<string>()
const bufferCharacters = 1 << 16

function stop(signal: 'SIGINT' | 'SIGTERM'): void {
  for (const path of halfFiles) rmSync(path, { force: true })
  process.stderr.write('\nStopped; nothing was written.\n')
  process.exit(signal === 'SIGINT' ? exitCodes.interrupted : 143)
}

let watching = false

/** Once a half-written file is there, Ctrl-C removes it; before, there is nothing to remove and the process just ends. */
function watchInterrupts(): void {
  if (watching) return
  watching = true
  process.once('SIGINT', () => stop('SIGINT'))
  process.once('SIGTERM', () => stop('SIGTERM'))
}

/** Opens the output: readable by its owner alone, under another name until `finish`. Null is standard output. */
export function openOut(path: string | null): Out {
  if (path === null) {
    const write = (text: string): Promise<void> => new Promise((done) => void process.stdout.write(text, () => done()))
    return { where: 'standard output', write, finish: () => {} }
  }
  const whole = resolve(path)
  watchInterrupts()
  const half = `${whole}.${process.pid}.part`
  const file = attempt(path, () => openSync(half, 'w', 0o600))
  halfFiles.add(half)
  let held = ''
  const flush = (): void => {
    const bytes = Buffer.from(held)
    held = ''
    for (let at = 0; at < bytes.length;) at += attempt(path, () => writeSync(file, bytes, at))
  }
  return {
    where: whole,
    write: (text) => {
      held += text
      if (held.length <= bufferCharacters) return Promise.resolve()
      flush()
      // a turn for signals: explaining a million pairs never waits for anything
      return new Promise((done) => void setImmediate(done))
    },
    finish: () => {
      flush()
      attempt(path, () => {
        closeSync(file)
        renameSync(half, whole)
      })
      halfFiles.delete(half)
    },
  }
}

/** Takes half-written files away when a command fails. */
export function dropHalfFiles(): void {
  for (const path of halfFiles) rmSync(path, { force: true })
  halfFiles.clear()
}

function attempt<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    dropHalfFiles()
    throw new Failure(
      `${path}: cannot be written (${error instanceof Error ? error.message : String(error)}).`,
      exitCodes.output,
    )
  }
}

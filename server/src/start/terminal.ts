import { appendFileSync } from 'node:fs'
import { traceOf } from '#kernel/log'

export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Says what went wrong in one sentence and leaves with code 1. What is unforeseen says where in our code it was. */
export function sayProblem(error: unknown): void {
  const text = error instanceof Error ? error.message : 'Something went wrong.'
  const { place } = traceOf(error)
  const known = error instanceof Error && error.constructor !== Error && !(error instanceof TypeError)
  process.stderr.write(
    known || place === ''
      ? `${text}
`
      : `${text} (${place})
`,
  )
  process.exitCode = 1
}

/** The value after an option, or null. */
export function optionOf(words: readonly string[], name: string): string | null {
  const at = words.indexOf(name)
  return at < 0 ? null : (words[at + 1] ?? null)
}

/** Appends lines to a file that only this account reads. */
export function logTo(path: string): (line: string) => void {
  return (line) => appendFileSync(path, line, { mode: 0o600 })
}

/** A bar of what is done of how much, redrawn in place on a terminal; elsewhere a line now and then. */
export function progressBar(write: (text: string) => void, isTerminal: boolean) {
  let last = -1
  return (stage: string, done: number, total: number): void => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
    if (percent === last) return
    const tenth = Math.floor(percent / 10)
    if (!isTerminal && tenth === Math.floor(last / 10) && last >= 0) return
    last = percent
    const bar = '█'.repeat(Math.floor(percent / 4)).padEnd(25, '░')
    write(isTerminal ? `\r${bar} ${String(percent).padStart(3)} %  ${stage.padEnd(40)}` : `${percent} %  ${stage}\n`)
    if (isTerminal && percent === 100) write('\n')
  }
}

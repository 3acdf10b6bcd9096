/** A line for the person at the terminal: on standard error, so that standard output stays clean. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Tells how far a long step is: in place on a terminal, every ten per cent otherwise. */
export function progressOf(what: string, total: number): (done: number) => void {
  let told = 0
  return (done) => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
    const step = process.stderr.isTTY ? 1 : 10
    if (percent < told + step && done < total) return
    if (percent === told) return
    told = percent
    process.stderr.write(
      process.stderr.isTTY ? `\r${what}: ${percent} % ${done === total ? '\n' : ''}` : `${what}: ${percent} %\n`,
    )
  }
}

/** The fields a log line may have. Never an object, never text from a person (security.md 3.10: an allow-list). */
type Line = {
  readonly event: string
  readonly operation?: string
  readonly status?: number
  readonly reference?: string
  readonly milliseconds?: number
  readonly job?: string
  readonly count?: number
  readonly error?: string
  readonly place?: string
}

export type Log = (line: Line) => void

const allowed = new Set(['event', 'operation', 'status', 'reference', 'milliseconds', 'job', 'count', 'error', 'place'])

/** One JSON line a happening on the given stream. Values are cut at 200 characters and held to code-like text. */
export function createLog(write: (line: string) => void, now: () => string): Log {
  return (line) => {
    const entries = Object.entries(line)
      .filter(([key]) => allowed.has(key))
      .map(([key, value]) => [key, typeof value === 'string' ? value.replace(/[^\w.:/ -]/g, '·').slice(0, 200) : value])
    write(`${JSON.stringify({ at: now(), ...Object.fromEntries(entries) })}\n`)
  }
}

export const silent: Log = () => {}

/** What may be logged of an unforeseen error: its class, its code, and where in our code; never its message. */
export function traceOf(error: unknown): { error: string; place: string } {
  if (!(error instanceof Error)) return { error: typeof error, place: '' }
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const place = /(?:src|tools)\/[\w/.-]+:\d+/.exec(error.stack?.split('\n').slice(1).join('\n') ?? '')?.[0] ?? ''
  return { error: `${error.constructor.name}${code}`, place }
}

import { z } from 'zod'

const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SOLFERINO_DATA: z.string().min(1).optional(),
  SOLFERINO_HOST: z.string().min(1).optional(),
  SOLFERINO_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  SOLFERINO_KEY_FILE: z.string().min(1).optional(),
  SOLFERINO_TLS_CERT: z.string().min(1).optional(),
  SOLFERINO_TLS_KEY: z.string().min(1).optional(),
  SOLFERINO_PROXY: z.enum(['loopback']).optional(),
  XDG_DATA_HOME: z.string().min(1).optional(),
  HOME: z.string().min(1).optional(),
})

export type Config = {
  readonly databaseUrl: string | null
  /** Where PGlite, sealed files, heads and the socket live; mode 0700. */
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  /** The root key of an exercise, or the key file that unseals: never inside the data folder (security.md 0.2). */
  readonly keyFile: string
  readonly tls: { cert: string; key: string } | null
  readonly behindProxy: boolean
}

/** Reads the environment once. Throws one error that lists everything that is wrong with it. */
export function readConfig(mode: 'exercise' | 'real', environment: NodeJS.ProcessEnv = process.env): Config {
  const read = Environment.safeParse(environment)
  const wrong = read.success
    ? []
    : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message.toLowerCase()}`)
  const set = read.data ?? {}
  const base = set.XDG_DATA_HOME ?? `${set.HOME ?? '.'}/.local/share`
  const dataFolder = set.SOLFERINO_DATA ?? `${base}/solferino/${mode}`
  const keyFile = set.SOLFERINO_KEY_FILE ?? `${base}/solferino/${mode}.key`
  if (keyFile.startsWith(`${dataFolder}/`)) wrong.push('SOLFERINO_KEY_FILE: must lie outside SOLFERINO_DATA')
  if (!set.SOLFERINO_TLS_CERT !== !set.SOLFERINO_TLS_KEY)
    wrong.push('SOLFERINO_TLS_CERT, SOLFERINO_TLS_KEY: both or neither')
  const tls =
    set.SOLFERINO_TLS_CERT && set.SOLFERINO_TLS_KEY
      ? { cert: set.SOLFERINO_TLS_CERT, key: set.SOLFERINO_TLS_KEY }
      : null
  const host = set.SOLFERINO_HOST ?? '127.0.0.1'
  if (!isLoopback(host) && !tls) wrong.push('SOLFERINO_HOST: without TLS only a loopback address is served')
  if (mode === 'exercise' && !isLoopback(host))
    wrong.push('SOLFERINO_HOST: exercise mode stays on the loopback address')
  if (wrong.length > 0) throw new Error(`The configuration cannot be used:\n  ${wrong.join('\n  ')}`)
  return {
    databaseUrl: set.DATABASE_URL ?? null,
    dataFolder,
    host,
    port: set.SOLFERINO_PORT ?? 4859, // 24 June 1859, by its last digits
    keyFile,
    tls,
    behindProxy: set.SOLFERINO_PROXY === 'loopback',
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

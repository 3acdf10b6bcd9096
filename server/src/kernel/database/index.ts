import pg from 'pg'
export type OpenOptions = { kind: 'pglite'; folder: string; template?: Uint8Array } | { kind: 'postgres'; url: string }
export type OpenDatabase = {
  kind: 'pglite' | 'postgres'
  pool: pg.Pool
  close(): Promise<void>
  checkpoint(): Promise<void>
  dump?(): Promise<Uint8Array>
  health(): { writable: boolean; walBytes: number; freeBytes: number; reopened: number }
}
const decoders: Record<number, (text: string) => unknown> = {
  20: Number,
  1700: String,
  1082: String,
  1184: (t) => new Date(t).toISOString(),
}
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  if (options.kind !== 'postgres') throw new Error('PGlite comes with the wrapper')
  const pool = new pg.Pool({
    connectionString: options.url,
    types: {
      getTypeParser: ((oid: number, f: string) =>
        (f !== 'binary' && decoders[oid]) || pg.types.getTypeParser(oid, f as 'text')) as never,
    },
  })
  return {
    kind: 'postgres',
    pool,
    close: () => pool.end(),
    checkpoint: async () => {},
    health: () => ({ writable: true, walBytes: 0, freeBytes: 0, reopened: 0 }),
  }
}

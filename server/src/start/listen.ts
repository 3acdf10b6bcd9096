import { createServer as createHttps } from 'node:https'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import type { Config } from '#kernel/config'

type Fetch = (request: Request) => Response | Promise<Response>

/** Something that listens, until it is closed with every connection it has. */
export type Listening = { readonly url: string; close(): void }

/** Listens for people: TLS with the pair of the configuration, else on the loopback address alone. Gives the address. */
export async function listenForPeople(config: Config, fetch: Fetch): Promise<Listening> {
  const tls = config.tls
    ? {
        createServer: createHttps,
        serverOptions: {
          cert: readFileSync(config.tls.cert),
          key: readFileSync(config.tls.key),
          minVersion: 'TLSv1.3' as const,
        },
      }
    : {}
  const server = createAdaptorServer({ fetch, ...tls })
  await listening(server, () => server.listen(config.port, config.host))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return { url: `${config.tls ? 'https' : 'http'}://${host}:${port}`, close: () => closeWhole(server) }
}

/** Listens for whoever may read the data folder: the console of this machine, by a socket of mode 0600. */
export async function listenForConsole(dataFolder: string, fetch: Fetch): Promise<Listening> {
  const path = consoleSocket(dataFolder)
  if (existsSync(path)) {
    // The lock of the database is held already, so a socket that nobody answers was left by a process that died.
    if (await answers(path)) throw new Error(`another process answers at ${path}`)
    rmSync(path)
  }
  const server = createAdaptorServer({ fetch })
  const before = process.umask(0o177)
  try {
    await listening(server, () => server.listen(path))
  } finally {
    process.umask(before)
  }
  chmodSync(path, 0o600)
  return { url: path, close: () => closeWhole(server) }
}

/** Where the console's socket of a data folder is: inside it, or, where that name is too long for a socket, beside. */
export function consoleSocket(dataFolder: string): string {
  const inside = join(dataFolder, 'console.sock')
  if (Buffer.byteLength(inside) < 100) return inside
  const folder = join(tmpdir(), `solferino-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return join(folder, `${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}.sock`)
}

function closeWhole(server: ServerType): void {
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
}

function listening(server: ServerType, start: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => {
      server.off('error', reject)
      resolve()
    })
    start()
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

import { exportLog } from '#kernel/audit-export'
import { readInstallation, WrongMode, WrongRootKey } from '#kernel/installation'
import {
  hasPassphrase,
  KeyFileMissing,
  makePassphrase,
  passphraseMinimum,
  rootByPassphrase,
  WrongPassphrase,
} from '#kernel/root-key'
import { addAdministrator } from './administrators.ts'
import type { Process } from './process.ts'

/** What the console of this machine may ask, by the socket in the data folder. */
export function consoleOf(process_: Process, opened: () => Promise<void>): (request: Request) => Promise<Response> {
  const asks: Readonly<Record<string, (body: string) => Promise<Response>>> = {
    'GET /state': async () =>
      Response.json({
        sealed: process_.house === null,
        passphrase: await hasPassphrase(process_.open),
        isNew: (await readInstallation(process_.open)) === null,
      }),
    'POST /unseal-by-key': async (body) => unsealBy(process_, opened, async () => Buffer.from(body.trim(), 'hex')),
    'POST /unseal-by-passphrase': async (body) =>
      unsealBy(process_, opened, async () => {
        const isNew = (await readInstallation(process_.open)) === null && !(await hasPassphrase(process_.open))
        if (!isNew) return rootByPassphrase(process_.open, body)
        if (body.length < passphraseMinimum) throw new PassphraseShort()
        return makePassphrase(process_.open, body, process_.parts.clock.now())
      }),
    'POST /administrator': async (body) => {
      if (!process_.house) return Response.json({ code: 'sealed' }, { status: 503 })
      const token = await addAdministrator(process_.house, body.trim() || 'Administrator')
      return token ? Response.json({ token }) : Response.json({ code: 'two_already' }, { status: 409 })
    },
    'GET /log': async () => {
      const { house } = process_
      if (!house) return Response.json({ code: 'sealed' }, { status: 503 })
      await house.signHeads()
      return new Response(ReadableStream.from(bytesOf(exportLog(house.database))))
    },
  }
  return async (request) => {
    const ask = asks[`${request.method} ${new URL(request.url).pathname}`]
    return ask ? ask(await request.text()) : Response.json({ code: 'not_found' }, { status: 404 })
  }
}

class PassphraseShort extends Error {}

const refusals: readonly [new () => Error, string][] = [
  [PassphraseShort, 'passphrase_short'],
  [WrongPassphrase, 'wrong_passphrase'],
  [WrongRootKey, 'wrong_key'],
  [KeyFileMissing, 'wrong_key'],
  [WrongMode, 'wrong_mode'],
]

async function unsealBy(process_: Process, opened: () => Promise<void>, root: () => Promise<Buffer>) {
  if (process_.house) return Response.json({ code: 'unsealed_already' }, { status: 409 })
  try {
    await process_.unseal(await root())
  } catch (error) {
    const refusal = refusals.find(([kind]) => error instanceof kind)
    if (!refusal) throw error
    return Response.json({ code: refusal[1] }, { status: 409 })
  }
  await opened()
  return Response.json({})
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const line of lines) yield encoder.encode(line)
}

import { readFile } from 'node:fs/promises'
import { readInstallation } from '#kernel/installation'
import { hasPassphrase, makeKeyFile, readKeyFile } from '#kernel/root-key'
import { addAdministrator, isEmpty } from './administrators.ts'
import { consoleOf } from './console.ts'
import { listenForConsole, listenForPeople } from './listen.ts'
import { Process, type ProcessParts } from './process.ts'

type Say = (text: string) => void

/** `solferino serve`: starts sealed, waits for its key at the console, serves. Resolves when it has been stopped. */
export async function serve(parts: ProcessParts, options: { keyFile: string | null; say: Say }): Promise<void> {
  const { say } = options
  const process_ = await Process.open(parts)
  const people = await listenForPeople(parts.config, process_.fetch)
  const opened = () => afterUnsealing(process_, { url: people.url, say })
  const console_ = await listenForConsole(parts.config.dataFolder, consoleOf(process_, opened))
  say(`Solferino listens at ${people.url}. It is sealed: nothing personal can be read.`)
  say(
    'There is no backup yet in this build: copy the data folder and the key to two places, apart, while it is stopped.',
  )
  if (options.keyFile) {
    await process_.unseal(await rootFromFile(process_, options.keyFile, say))
    await opened()
  } else if (await hasPassphrase(process_.open)) {
    say('Unseal it from another terminal of this machine: solferino unseal')
  } else {
    say('Unseal it from another terminal of this machine: solferino unseal [--key-file FILE]')
  }
  await stopped()
  people.close()
  console_.close()
  await process_.close()
}

/** A key file that is not there yet is made only for a database that holds nothing. */
async function rootFromFile({ open }: Process, path: string, say: Say): Promise<Buffer> {
  const isThere = await readFile(path).then(
    () => true,
    () => false,
  )
  if (isThere || (await readInstallation(open))) return readKeyFile(path)
  const root = await makeKeyFile(path)
  say(`A new root key lies in ${path}. Without it nothing here can ever be read again: keep a copy elsewhere.`)
  return root
}

async function afterUnsealing(process_: Process, { url, say }: { url: string; say: Say }): Promise<void> {
  const { house } = process_
  if (!house) return
  house.start()
  say('Unsealed.')
  if (!(await isEmpty(house))) return
  const token = await addAdministrator(house, 'First administrator')
  say(`Nobody has an account yet. The first administrator signs in within 30 minutes:\n  ${url}/sign-in#${token}`)
  say('A second one, so that two can confirm each other: solferino administrator NAME')
}

/** Resolves at the first SIGINT or SIGTERM. */
export function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

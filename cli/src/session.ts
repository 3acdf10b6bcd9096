import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { signIn, signOut } from '@solferino/server/access/contract'
import { call, type Sender } from '@solferino/server/kernel/client'
import { readArguments } from './arguments.ts'
import { exitCodes, Failure, usage } from './failure.ts'
import { say } from './say.ts'

/** Where a terminal is signed in: the server, the token of its session (12 hours at most), the CA that vouches for it. */
type Session = { readonly server: string; readonly token: string; readonly ca: string | null }

/** The file of the session; it holds no name, and only its owner may read it (security.md 3.5). */
function sessionFile(): { folder: string; path: string } {
  const { XDG_STATE_HOME: state, HOME: home = '.' } = process.env
  const folder = join(state ?? join(home, '.local/state'), 'solferino')
  return { folder, path: join(folder, 'session.json') }
}

/** `solferino sign-in ADDRESS [--ca FILE]`: a terminal link that an administrator gave, used up for a session of 12 hours. */
export async function signInCommand(args: string[]): Promise<void> {
  const { files, values } = readArguments(args, { ca: { type: 'string' } }, 1)
  const [, server, token] = /^(https?:\/\/[^/#?\s]+)\/?[^#\s]*#([\w-]{43})$/u.exec(files[0] ?? '') ?? []
  if (server === undefined || token === undefined)
    throw usage('This is no link: it looks like https://server/terminal#… (put it in quotation marks).')
  if (!files[0]?.includes('/terminal#'))
    throw usage('This link is for a browser; ask for one for the terminal. It was not used up.')
  const ca = typeof values['ca'] === 'string' ? readFileSync(values['ca'], 'utf8') : null
  const reply = await call(senderOf({ server, ca, token: null }), signIn, { token })
  if (!reply.ok) throw new Failure(`solferino: ${sentences[reply.code] ?? reply.code}`, exitCodes.refused)
  if (reply.output.token === null) throw usage('This link was for a browser, and is used up now.')
  keep({ server, token: reply.output.token, ca })
  say(`Signed in at ${server} for 12 hours at most; solferino sign-out ends it.`)
}

/** `solferino sign-out`: ends the session on the server, and forgets it here even where the server cannot be reached. */
export async function signOutCommand(args: string[]): Promise<void> {
  readArguments(args, {}, 0)
  const reply = await call(signedIn(), signOut, {})
  rmSync(sessionFile().path, { force: true })
  say(
    reply.ok || reply.code === 'signed_out'
      ? 'Signed out.'
      : `Forgotten here. The server was not told (${reply.code}): the session ends there by itself within 12 hours.`,
  )
}

/** Sends as the person who signed in at this terminal. Throws where nobody did. */
export function signedIn(): Sender {
  let content: string
  try {
    content = readFileSync(sessionFile().path, 'utf8')
  } catch {
    throw new Failure('solferino: nobody is signed in at this terminal. See solferino sign-in.', exitCodes.refused)
  }
  return senderOf(JSON.parse(content) as Session)
}

function senderOf({ server, token, ca }: { server: string; token: string | null; ca: string | null }): Sender {
  if (ca !== null) setDefaultCACertificates([...getCACertificates(), ca])
  return (path, init) => {
    const headers = new Headers(init.headers)
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    return fetch(`${server}${path}`, { ...init, headers, redirect: 'error' })
  }
}

function keep(session: Session): void {
  const { folder, path } = sessionFile()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // A file that lay there may have had another mode: it is made anew.
  rmSync(path, { force: true })
  writeFileSync(path, JSON.stringify(session), { mode: 0o600, flag: 'wx' })
}

const sentences: Record<string, string> = {
  link_unknown: 'this link does not open anything: it was used, has expired, or was cut off.',
  unreachable: 'the server cannot be reached, or its certificate is not trusted here (--ca FILE).',
  sealed: 'the server is sealed.',
}

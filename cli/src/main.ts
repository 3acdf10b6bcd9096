import { exitCodes, failureOf, usage } from './failure.ts'
import { help } from './help.ts'
import { say } from './say.ts'

/** A subcommand: takes the words behind its name. One file each; a new one is one line here and its lines in help.ts. */
type Command = (args: string[]) => Promise<void>

// Each is loaded when it is asked for: a command that needs no engine does not wait for its tables.
const commands: Record<string, () => Promise<Command>> = {
  match: async () => (await import('./match.ts')).matchCommand,
  dedupe: async () => (await import('./dedupe.ts')).dedupeCommand,
  search: async () => (await import('./search.ts')).searchCommand,
  compare: async () => (await import('./compare.ts')).compareCommand,
  read: async () => (await import('./read.ts')).readCommand,
  audit: async () => (await import('./audit.ts')).auditCommand,
  start: async () => (await import('./house.ts')).serverCommand('start'),
  serve: async () => (await import('./house.ts')).serverCommand('serve'),
  migrate: async () => (await import('./house.ts')).serverCommand('migrate'),
  unseal: async () => (await import('./house.ts')).unsealCommand,
  administrator: async () => (await import('./house.ts')).administratorCommand,
  cert: async () => (await import('./certificate.ts')).certificateCommand,
  'sign-in': async () => (await import('./session.ts')).signInCommand,
  'sign-out': async () => (await import('./session.ts')).signOutCommand,
}

/** A word with a point in it is an operation's name, such as `tracing.openRequest`, or a room's, such as `tracing.`. */
const operationName = /^[a-z]+\.(?:[a-z][A-Za-z]*)?$/u

async function main(args: string[]): Promise<void> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(help)
    return
  }
  if (operationName.test(name)) return (await import('./operation.ts')).operationCommand(name, rest)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw usage(`solferino: there is no command "${name}".`)
  if (rest.includes('--help') || rest.includes('-h')) process.stdout.write(help)
  else await (await command())(rest)
}

process.stdout.on('error', (error: Error & { code?: string }) =>
  process.exit(error.code === 'EPIPE' ? 0 : exitCodes.output),
)
try {
  await main(process.argv.slice(2))
} catch (error) {
  const failure = failureOf(error)
  say(failure.message)
  process.exitCode = failure.exitCode
}

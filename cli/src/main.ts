import { auditCommand } from './audit.ts'
import { compareCommand } from './compare.ts'
import { dedupeCommand } from './dedupe.ts'
import { exitCodes, failureOf, usage } from './failure.ts'
import { help } from './help.ts'
import { administratorCommand, serverCommand, unsealCommand } from './house.ts'
import { matchCommand } from './match.ts'
import { readCommand } from './read.ts'
import { say } from './say.ts'
import { searchCommand } from './search.ts'

/** A subcommand: takes the words behind its name. One file each; a new one is one line here and its lines in help.ts. */
type Command = (args: string[]) => Promise<void>

const commands: Record<string, Command> = {
  match: matchCommand,
  dedupe: dedupeCommand,
  search: searchCommand,
  compare: compareCommand,
  read: readCommand,
  audit: auditCommand,
  start: serverCommand('start'),
  serve: serverCommand('serve'),
  migrate: serverCommand('migrate'),
  unseal: unsealCommand,
  administrator: administratorCommand,
}

async function main(args: string[]): Promise<void> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(help)
    return
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw usage(`solferino: there is no command "${name}".`)
  if (rest.includes('--help') || rest.includes('-h')) process.stdout.write(help)
  else await command(rest)
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

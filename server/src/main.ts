// The server's own commands: start (exercise) · serve · migrate. The command line and npm start call them.
import { join } from 'node:path'
import { wallClock } from '#kernel/clock'
import { readConfig } from '#kernel/config'
import { openDatabase } from '#kernel/db'
import { createLog } from '#kernel/log'
import { migrate } from '#kernel/migrate'
import { startExercise } from './start/exercise.ts'
import { serve } from './start/serve.ts'
import { logTo, optionOf, say, sayProblem } from './start/terminal.ts'
import { slices } from './slices.ts'

const webFolder = join(import.meta.dirname, '../../web/dist')
const [command = 'start', ...words] = process.argv.slice(2)

const commands: Readonly<Record<string, () => Promise<void>>> = {
  start: async () => {
    const config = readConfig('exercise')
    const log = createLog(logTo(join(config.dataFolder, 'log')), () => wallClock.now())
    const rebuild = words.includes('--rebuild')
    const small = words.includes('--small')
    await startExercise({ config, slices, log, webFolder, say, rebuild, small })
  },
  serve: async () => {
    const config = readConfig('real')
    const log = createLog(
      (line) => process.stderr.write(line),
      () => wallClock.now(),
    )
    const keyFile = optionOf(words, '--key-file')
    await serve({ config, mode: 'real', slices, clock: wallClock, log, webFolder }, { keyFile, say })
  },
  migrate: async () => {
    const { databaseUrl, dataFolder } = readConfig('real')
    const open = await openDatabase(
      databaseUrl ? { kind: 'postgres', url: databaseUrl } : { kind: 'pglite', folder: join(dataFolder, 'database') },
    )
    try {
      const applied = await migrate(open)
      say(applied.length === 0 ? 'Nothing to do.' : `Applied: ${applied.join(', ')}`)
    } finally {
      await open.close()
    }
  },
}

const run = commands[command]
if (run) await run().catch(sayProblem)
else sayProblem(new Error(`There is no command ${command}. There are: ${Object.keys(commands).join(', ')}.`))

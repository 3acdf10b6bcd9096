// npm run drill [kill|power|control|twins …] [--cycles N] [--seed N]: the long forms of what the tests do in short (docs/drills.md).
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { drill, type Outcome } from '../e2e/drills.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cycles: { type: 'string' }, seed: { type: 'string', default: '1859' }, rows: { type: 'string' } },
})
const say = (line: string) => console.log(line)
const seed = Number(values.seed)
const asked = (otherwise: number) => Number(values.cycles ?? otherwise)
const rows = Number(values.rows ?? 60_000)
const isServer = process.env['DATABASE_URL'] !== undefined

const drills: Readonly<Record<string, () => Promise<boolean>>> = {
  kill: async () => passed('kill -9', await drill({ kind: 'kill', cycles: asked(60), seed, rows, say })),
  power: async () => {
    if (isServer) return skipped('power cuts are simulated on the embedded database alone')
    return passed('power cut', await drill({ kind: 'power', cycles: asked(100), seed, rows, say }))
  },
  control: async () => {
    if (isServer) return skipped('power cuts are simulated on the embedded database alone')
    const { lost, unopened } = await drill({ kind: 'power', cycles: asked(20), seed, rows, lies: true, say })
    say(`control, a disk that lies: ${lost} acknowledged rows lost, ${unopened} not opened`)
    return lost > 0 || unopened > 0
  },
  // 500 random sequences asked of two worlds, and every fault there is put in.
  twins: () => tested('server/src/twins.test.ts'),
}

/** The long form of a test file of the server, in a process of its own. */
function tested(file: string): Promise<boolean> {
  const env = { ...process.env, SOLFERINO_DRILL_LONG: '1' }
  const child = spawn(process.execPath, ['--test', file], { env, stdio: 'inherit' })
  return new Promise((resolve) => child.on('exit', (code) => resolve(code === 0)))
}

function passed(name: string, { struck, lost, unopened, findings, rows: found }: Outcome): boolean {
  say(`${name}: ${struck} cycles struck at work; ${lost} acknowledged rows lost, ${unopened} not opened`)
  say(`${name}: run to its end ${found} of ${rows} rows, each once; ${findings} faults in the log`)
  return lost === 0 && unopened === 0 && findings === 0 && found === rows
}

function skipped(why: string): boolean {
  say(why)
  return true
}

let isWell = true
for (const name of positionals.length === 0 ? Object.keys(drills) : positionals) {
  const run = drills[name]
  if (!run) throw new Error(`there is no drill ${name}; there are: ${Object.keys(drills).join(', ')}`)
  const began = performance.now()
  const well = await run()
  say(`${name}: ${well ? 'well' : 'FAILED'}, ${Math.round((performance.now() - began) / 1000)} s`)
  isWell &&= well
}
process.exit(isWell ? 0 : 1)

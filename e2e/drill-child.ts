// A house that imports a list and says after each look how many rows its door has acknowledged; it waits to be killed.
import { readList } from '../server/src/intake/contract.ts'
import { asker, openHouse, startMs, type Where } from '../server/src/intake/kill.samples.ts'

const { where, minute, token, list } = JSON.parse(process.env['SOLFERINO_DRILL'] ?? '') as {
  where: Where
  minute: number
  token: string
  list: string
}
const now = () => new Date(startMs + minute * 60_000).toISOString()
const house = await openHouse(where, now)
const ask = asker(house, token)
process.stdout.write('open\n')
let isDone = false
const settled = house.settle().then(() => (isDone = true))
while (!isDone) {
  const { counts } = await ask(readList, { id: list })
  process.stdout.write(`${counts.registered}\n`)
  await new Promise((resume) => setTimeout(resume, 2))
}
await settled
const { counts } = await ask(readList, { id: list })
process.stdout.write(`${counts.registered}\ndone\n`)
await house.close()

import { answer, handle } from '#kernel/handler'
import { channelsIn } from './channels.ts'
import * as contract from './contract.ts'
import { daysBetween } from './domain.ts'
import { matters } from './drawers.ts'
import { inReadersOrder } from './readers-order.ts'

export const compareMatters = handle(contract.compareMatters, async ({ context: of }, context) => {
  const found = await channelsIn(context, of)
  if (!found.ok) return found
  const ordered = (await inReadersOrder(context, found.channels)).map((one) => one.party)
  const held = await matters.shared(
    context,
    found.channels.map((one) => one.compartment),
  )
  const today = context.now.slice(0, 10)
  const shared = [...new Set(held.map((one) => one.row.shared))].filter((one) => one !== null)
  const compared = shared.flatMap((id) => {
    const sides = held.filter((one) => one.row.shared === id)
    const [first] = sides
    if (!first) return []
    const { kind, title } = first.content
    return [{ shared: id, kind, title, sides: ordered.flatMap((party) => sideOf(sides, party, today)) }]
  })
  return answer({ parties: ordered, matters: compared }, shared)
})

/** How a matter stands with one party: kind of answer, level and delay, and none of the words. */
function sideOf(sides: Awaited<ReturnType<typeof matters.shared>>, party: string, today: string) {
  const side = sides.find((one) => one.row.party === party)
  if (!side) return []
  const { put, answer: given } = side.content
  return [
    {
      party,
      state: side.state,
      putOn: put?.on ?? null,
      putAt: put?.level ?? null,
      answeredOn: given?.on ?? null,
      answeredAt: given?.level ?? null,
      outcome: given?.outcome ?? null,
      days: put ? daysBetween(put.on, given?.on ?? today) : null,
    },
  ]
}

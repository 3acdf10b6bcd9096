import { compartments } from '#access'
import { readHeads } from '#kernel/audit-read'
import { answer, handle } from '#kernel/handler'
import * as contract from './contract.ts'

export const listChains = handle(contract.listChains, async (_input, { tx, actor }) => {
  const known = new Map((await compartments(tx)).map((one) => [one.compartment, one]))
  const heads = new Map((await readHeads(tx, actor.compartments)).map((one) => [one.chain, one]))
  const chains = actor.compartments.map((chain) => {
    const of = known.get(chain)
    const head = heads.get(chain)
    return {
      chain,
      context: of?.context ?? null,
      channel: of?.channel ?? null,
      head: head ? { size: head.size, at: head.at, note: head.note } : null,
    }
  })
  return answer({ chains }, [])
})

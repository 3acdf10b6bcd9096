import type { z } from 'zod'
import type { Context } from '#kernel/handler'
import { standsBeside } from './domain.ts'
import { accesses, type Held } from './drawers.ts'
import type { Commitment } from './shapes-work.ts'

const besideMax = 200

/**
 * The record of access that stands beside a promise of access, by itself: what was asked of the same party for the same
 * place, or for any where the promise names none. It is shown, never counted into an assessment.
 */
export async function accessBeside(context: Context, { row, content }: Held<z.output<typeof Commitment>>) {
  if (content.subject !== 'access' || content.promisor !== 'party') return []
  const all = await accesses.all(context, { compartment: row.compartment, limit: besideMax })
  return all.filter((one) => standsBeside(content.place, one.content.place))
}

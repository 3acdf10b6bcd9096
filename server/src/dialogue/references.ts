import type { z } from 'zod'
import type { Context } from '#kernel/handler'
import { readRecords } from '#registry'
import { readRequests } from '#tracing'
import { statements } from './drawers.ts'
import type { Fact } from './shapes-work.ts'
import * as store from './store.ts'

/**
 * Whether there is such a record, request or entry, as far as the person who names it may see it. An entry is of the same
 * channel: nothing of another ever stands in this one.
 */
export async function isKnown(context: Context, reference: string, compartment: string): Promise<boolean> {
  if (reference.startsWith('R-')) return (await readRecords(context, [reference])).length > 0
  if (reference.startsWith('TR-')) return (await readRequests(context, [reference])).length > 0
  const entry = await store.find(context.tx, context.actor, reference)
  return entry?.compartment === compartment
}

const numbered = /^(?:(?:R|TR|COM|REP)-[0-9A-Z]{11}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u

/**
 * What is wrong with the facts chosen: one rests on a number that is not there, or on what one party said of another,
 * which is never a fact.
 */
export async function wrongFact(
  context: Context,
  compartment: string,
  facts: readonly z.output<typeof Fact>[],
): Promise<'fact_unknown' | 'allegation_is_no_fact' | null> {
  for (const { rests } of facts) {
    if (!numbered.test(rests)) continue
    if (!(await isKnown(context, rests, compartment))) return 'fact_unknown'
    const said = await statements.find(context, rests)
    if (said.ok && (said.held.content.kind === 'allegation' || said.held.content.against !== null))
      return 'allegation_is_no_fact'
  }
  return null
}

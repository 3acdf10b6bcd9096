import { ListNumber } from '@solferino/server/registry/contract'
import type { Context } from '#kernel/handler'
import type { Found } from '#kernel/slice'
import * as store from './store.ts'

/** A list by its number as quoted on the telephone or on a receipt: in any case, with or without blanks. */
export async function finds(text: string, { tx, actor }: Context): Promise<readonly Found[]> {
  const number = ListNumber.safeParse(text.replace(/\s/gu, '').toUpperCase())
  const list = number.success ? await store.listById(tx, actor.for('intake.read'), number.data) : null
  if (!list) return []
  const { id, kind, envelope } = list
  const about = { name: envelope.number ?? '', romanised: '', values: { of: kind }, probability: 1, reasons: [] }
  return [{ slice: 'intake', kind: 'list', id, ...about }]
}

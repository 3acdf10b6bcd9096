import { done, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { isOpen } from './domain.ts'
import { holdSender, rowsToChange, setAside } from './store-rows.ts'
import * as store from './store.ts'

export const setAsideRows = handle(contract.setAsideRows, async ({ id, rows: asked, reason }, context) => {
  const { tx, actor } = context
  const list = await store.listById(tx, actor, id)
  if (!list) return refuse('list_unknown')
  await holdSender(tx, list.compartment)
  const ids = [...new Set(asked)]
  const found = (await rowsToChange(tx, actor, ids)).filter((row) => row.list === id)
  if (found.length < ids.length) return refuse('row_unknown')
  if (found.some(({ state }) => !isOpen(state))) return refuse('row_settled')
  await setAside(context, found, reason)
  const data = { rowCount: found.length, reason }
  const event = { type: 'intake.rowsSetAside', subject: id, compartment: list.compartment, data }
  return done({ count: found.length }, event)
})

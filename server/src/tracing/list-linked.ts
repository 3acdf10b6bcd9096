import { answer, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import * as contract from './contract.ts'
import { linkedWith, openWarnings } from './links.ts'
import * as store from './store.ts'

/** For officers only, and ids and states only: what is linked is input to nothing that leaves. */
export const listLinked = handle(contract.listLinked, async ({ id }, { tx, actor }) => {
  if (!(await store.find(tx, actor, id))) return refuse('request_unknown')
  const rows = await linkedWith(tx, actor, id)
  const linked = rows.map((row) => ({
    id: row.id,
    state: contract.State.parse(row.state),
    officer: row.officer,
    linkedAt: row.at,
  }))
  const warnings = (await openWarnings(tx, [id])).map(({ id: warning, kind, about, at }) => ({
    id: warning,
    kind,
    about,
    at,
  }))
  return answer({ linked, warnings }, [id, ...linked.map((one) => one.id)])
})

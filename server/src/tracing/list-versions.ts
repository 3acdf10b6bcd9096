import { answer, handle } from '#kernel/handler'
import { refuse } from '#kernel/result'
import { enquirerVersions, soughtVersions } from './contents.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

export const listVersions = handle(contract.listVersions, async ({ id }, { tx, actor }) => {
  if (!(await store.find(tx, actor, id))) return refuse('request_unknown')
  return answer({ sought: await soughtVersions(tx, id), enquirer: await enquirerVersions(tx, id) }, [id])
})

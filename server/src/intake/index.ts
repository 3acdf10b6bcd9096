import type { Slice } from '#kernel/slice'
import { confirmAuthenticity, confirmJob } from './confirm-authenticity.ts'
import { events } from './contract.ts'
import { finds } from './finds.ts'
import { forgets, removeDestroyed } from './forget.ts'
import { importJob } from './import.ts'
import { inspectJob } from './inspect.ts'
import { listLists } from './list-lists.ts'
import { listRows } from './list-rows.ts'
import { listUnlisted } from './list-unlisted.ts'
import { mendRow } from './mend-row.ts'
import { noteUnlisted } from './note-unlisted.ts'
import { previewList } from './preview-list.ts'
import { readList } from './read-list.ts'
import { readReceipt } from './read-receipt.ts'
import { receiveList } from './receive-list.ts'
import { returnList } from './return-list.ts'
import { runList } from './run-list.ts'
import { setAsideRows } from './set-aside-rows.ts'
import { setMapping } from './set-mapping.ts'
import { tasks } from './tasks.ts'
import { withdrawRow } from './withdraw-row.ts'

export const intake: Slice = {
  name: 'intake',
  operations: [
    receiveList,
    returnList,
    confirmAuthenticity,
    listLists,
    readList,
    readReceipt,
    previewList,
    setMapping,
    runList,
    listRows,
    mendRow,
    setAsideRows,
    withdrawRow,
    listUnlisted,
    noteUnlisted,
  ],
  events,
  jobs: [inspectJob, importJob, confirmJob],
  on: { 'registry.erased': { as: 'intake', run: removeDestroyed } },
  tasks,
  finds,
  forgets,
}

import type { Slice } from '#kernel/slice'
import { events } from './contract.ts'
import { enterRecord } from './enter-record.ts'
import { erase, eraseAct, holds } from './erase.ts'
import { finds } from './finds.ts'
import { forgets } from './forget.ts'
import { linkAct, linkRecords } from './link-records.ts'
import { listPersons } from './list-persons.ts'
import { listRecords } from './list-records.ts'
import { readPerson } from './read-person.ts'
import { readRecord } from './read-record.ts'
import { unlinkAct, unlinkRecords } from './unlink-records.ts'

export const registry: Slice = {
  name: 'registry',
  operations: [readRecord, listRecords, readPerson, listPersons, enterRecord, linkRecords, unlinkRecords, erase],
  events,
  acts: [linkAct, unlinkAct, eraseAct],
  finds,
  holds,
  forgets,
}

export { countsAsNotice, writtenName } from './domain.ts'
export { numbersOfPerson, type Reading, readRecords, recordsForIndex, recordsOfPerson } from './read-records.ts'
export { confirmRecords, registerRecords, withdrawRecord } from './register.ts'
export { linkRecords, unlinkPair } from './sets.ts'
export type { NewRecord, StoredRecord } from './store.ts'

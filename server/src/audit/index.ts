import type { Slice } from '#kernel/slice'
import { events } from './contract.ts'
import { listChains } from './list-chains.ts'
import { listLeaves } from './list-leaves.ts'

export const audit: Slice = { name: 'audit', operations: [listLeaves, listChains], events }

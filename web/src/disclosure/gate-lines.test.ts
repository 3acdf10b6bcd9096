import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GateRefusal } from '@solferino/server/disclosure/contract'
import { gateLines, linesOf } from './gate-lines.ts'

test('every refusal of the gate stands in one line of the list that is shown, and in no second', () => {
  const shown = gateLines.flatMap(({ codes }) => [...codes] as string[])
  assert.deepEqual([...shown].sort(), [...GateRefusal.options].sort())
})

test('a line says what is missing in it once, and nothing of another', () => {
  const lines = linesOf(['second_request', 'item_unfit', 'item_unfit'])
  const open = lines.filter((one) => one.missing.length > 0)
  assert.deepEqual(open, [
    { line: 'unique', missing: ['second_request'] },
    { line: 'items', missing: ['item_unfit'] },
  ])
})

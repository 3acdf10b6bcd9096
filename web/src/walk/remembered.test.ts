import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noted } from './remembered.ts'

const walk = { step: 1, seed: 7 }

test('what the walk files is its own, the last one where it files twice', () => {
  const one = noted(walk, '/intake/NM-2222', '/intake/new')
  assert.equal(one.list, 'NM-2222')
  assert.equal(noted(one, '/intake/NM-3333', '/intake/new').list, 'NM-3333')
  assert.equal(noted(one, '/tracing/TR-4444', '/tracing/new').request, 'TR-4444')
})

test('what is merely looked at is not taken for what the walk filed', () => {
  assert.equal(noted(walk, '/intake/NM-2222', '/intake'), walk)
  assert.equal(noted(walk, '/tracing/TR-4444', '/tracing'), walk)
  assert.equal(noted(walk, '/tracing/TR-4444', '/'), walk)
})

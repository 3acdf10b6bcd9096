import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { compareNames, nameProbability } from '../name-model.ts'

// Written by hand, of invented persons, before any tuning on them.
const pairs = readFileSync(new URL('./regression.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t') as [string, string])

test('invented persons are found among the others by their name in another spelling or script', () => {
  for (const [from, to] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const missed = pairs.filter((pair) => {
      const right = compareNames(pair[from], pair[to]).bits
      return pairs.some((other) => other !== pair && compareNames(pair[from], other[to]).bits >= right)
    })
    assert.ok(missed.length <= 1, missed.map((pair) => pair.join(' ')).join(', '))
  }
})

test('nearly every pair of one person is more likely one name than two', () => {
  const doubtful = pairs.filter(([a, b]) => nameProbability(compareNames(a, b).bits, 2) < 0.5)
  assert.ok(doubtful.length <= 3, doubtful.map((pair) => pair.join(' ')).join(', '))
})

test('a probability grows with the bits and stays between 0 and 1', () => {
  for (const words of [1, 2]) {
    let before = 0
    for (let bits = -10_000; bits <= 15_000; bits += 100) {
      const p = nameProbability(bits, words)
      assert.ok(p >= before && p < 1)
      before = p
    }
  }
})

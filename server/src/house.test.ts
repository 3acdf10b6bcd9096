// The rules of the house that no compiler holds (docs/architecture.md).
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'
import { LEVELS } from '@solferino/engine'
import { slices } from './slices.ts'

const source = import.meta.dirname
const web = join(source, '..', '..', 'web', 'src')
const read = (path: string) => readFileSync(path, 'utf8')
const contracts = slices.flatMap((slice) => slice.operations.map(({ contract }) => ({ slice: slice.name, contract })))
const kebab = (name: string) => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)

test('an operation is of its room by name, and its file bears that name', () => {
  const wrong = contracts.filter(({ slice, contract }) => {
    const [room, verb = ''] = contract.name.split('.')
    const files = globSync(join(source, slice, '*.ts'))
    const file = files.find((one) => basename(one) === `${kebab(verb)}.ts`)
    return room !== slice || file === undefined || !read(file).includes(`contract.${verb}`)
  })
  assert.deepEqual(
    wrong.map(({ contract }) => contract.name),
    [],
  )
})

test('no two operations share a name, or a path and a method', () => {
  for (const of of [
    contracts.map(({ contract }) => contract.name),
    contracts.map(({ contract }) => `${contract.method} ${contract.path.replace(/:\w+/gu, ':')}`),
  ])
    assert.equal(new Set(of).size, of.length, of.filter((one, at) => of.indexOf(one) !== at).join(' '))
})

test('every refusal of a contract stands in a test', () => {
  const tests = globSync(join(source, '**', '*.test.ts')).filter((path) => path !== import.meta.filename)
  const said = tests.map(read).join('\n')
  const silent = contracts.flatMap(({ contract }) =>
    contract.refusals
      .filter((code) => !new RegExp(`['"\`]${code}['"\`]`, 'u').test(said))
      .map((code) => `${contract.name} ${code}`),
  )
  assert.deepEqual(silent, [])
})

test('every room says on one page what it is for, and every migration is of one room', () => {
  const without = slices.filter(({ name }) => globSync(join(source, name, 'README.md')).length === 0)
  assert.deepEqual(
    without.map(({ name }) => name),
    [],
  )
  for (const path of globSync(join(source, '*', 'migrations', '*.sql'))) {
    const room = basename(dirname(dirname(path)))
    const named = [...read(path).matchAll(/create table (?:if not exists )?(\w+)\./gu)].map(([, schema]) => schema)
    for (const schema of named) assert.equal(schema, room, path)
  }
})

test('every language has the words that every other has, and every refusal and every reason has words', () => {
  const languages = ['en', 'ar']
  const words = new Map<string, Set<string>>()
  for (const folder of new Set(globSync(join(web, '*', 'en.json')).map(dirname))) {
    const keys = languages.map((one) => Object.keys(JSON.parse(read(join(folder, `${one}.json`)))).sort())
    for (const of of keys) assert.deepEqual(of, keys[0], folder)
    for (const key of keys[0] ?? []) words.set(key, new Set())
  }
  const wordless = contracts.flatMap(({ slice, contract }) =>
    contract.refusals.map((code) => `${slice}.refusal.${code}`).filter((key) => !words.has(key)),
  )
  // What the engine may say of a pair stands before a reviewer.
  wordless.push(...LEVELS.map((level) => `matching.level.${level}`).filter((key) => !words.has(key)))
  assert.deepEqual([...new Set(wordless)], [])
})

// npm run guide: a picture of every screen, in every look, into docs/guide.
import { join } from 'node:path'
import { drawGuide } from '../e2e/guide.ts'

const { screens, changed, missing } = await drawGuide(join(import.meta.dirname, '../docs/guide'), (line) =>
  console.log(line),
)
console.log(`${screens.length} screens, ${changed} pictures written anew`)
for (const path of missing) console.log(`no link led to ${path}`)

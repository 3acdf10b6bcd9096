// The file reading, in a process that may read that one file and nothing else: no network, no writes, no other program.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { decodeDocument } from './decode.ts'

const path = process.argv[2] ?? ''
process.stdout.write(JSON.stringify(await decodeDocument(readFileSync(path), basename(path))))

// A report read, in a process that may read the program and nothing else: its bytes come in by the pipe alone.
import { decodeDocument } from './decode.ts'
import { readText, type Options } from './read-text.ts'

const { name, ...options } = JSON.parse(process.argv[2] ?? '{}') as Options & { name: string }
const parts: Buffer[] = []
for await (const part of process.stdin) parts.push(part as Buffer)
const document = await decodeDocument(Buffer.concat(parts), name)
process.stdout.write(JSON.stringify({ document, reading: readText(document.text, options) }))

import { spawn } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Decoded } from './decode.ts'
import type { Reading } from './proposal.ts'
import type { Options } from './read-text.ts'

const outputMax = 64_000_000
const millisecondsMax = 30_000

/**
 * Reads a document in a child process that may read this file and the program, and nothing else: no network, no
 * writes, no other process, an empty environment, bounded memory and time. Rejects when the file is missing or the
 * child dies.
 */
export async function readDocumentSandboxed(path: string): Promise<Decoded> {
  const file = resolve(path)
  const child = fileURLToPath(import.meta.resolve('./read-child.ts'))
  const output = await run([`--allow-fs-read=${file}`, ...programReadable(child), child, file])
  return JSON.parse(output) as Decoded
}

/**
 * The same for bytes in memory, which never touch the disk: what the document says and what is said in it. `name` serves
 * to tell formats apart by its ending and stands in the list of processes: it must name nobody. Rejects when the child dies.
 */
export async function readReportSandboxed(
  bytes: Uint8Array,
  options: Options & { readonly name: string },
): Promise<{ readonly document: Decoded; readonly reading: Reading }> {
  const child = fileURLToPath(import.meta.resolve('./report-child.ts'))
  const output = await run([...programReadable(child), child, JSON.stringify(options)], bytes)
  return JSON.parse(output) as { document: Decoded; reading: Reading }
}

/** The program's own files and its packages: all that a child may read besides. */
function programReadable(child: string): string[] {
  const packages = ['saxes', 'yauzl'].map((name) => dirname(fileURLToPath(import.meta.resolve(name))))
  const root = packages[0]!.slice(0, packages[0]!.lastIndexOf('node_modules') + 'node_modules'.length)
  return [dirname(dirname(dirname(child))), root].flatMap((one) => [
    `--allow-fs-read=${one}`,
    `--allow-fs-read=${one}/*`,
  ])
}

function run(args: readonly string[], input?: Uint8Array): Promise<string> {
  return new Promise((resolvePromise, reject) => {
    const child = spawn(process.execPath, ['--permission', '--max-old-space-size=512', '--no-warnings', ...args], {
      env: {},
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    // A child that dies before it has read everything closes the pipe: that is told by its code.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    const parts: Buffer[] = []
    let length = 0
    let failed = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), millisecondsMax)
    child.stdout.on('data', (part: Buffer) => {
      length += part.length
      if (length > outputMax) child.kill('SIGKILL')
      else parts.push(part)
    })
    child.stderr.on('data', (part: Buffer) => {
      failed = (failed + part.toString('utf8')).slice(0, 2000)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      if (code === 0) resolvePromise(Buffer.concat(parts).toString('utf8'))
      else
        reject(
          new Error(
            /ENOENT/u.test(failed)
              ? 'file_missing'
              : `reading_failed: ${failed.split('\n').find((one) => /Error/u.test(one)) ?? String(code)}`,
          ),
        )
    })
  })
}

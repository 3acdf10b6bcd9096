import { spawn } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Decoded } from './decode.ts'

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
  const packages = ['saxes', 'yauzl'].map((name) => dirname(fileURLToPath(import.meta.resolve(name))))
  const root = packages[0]!.slice(0, packages[0]!.lastIndexOf('node_modules') + 'node_modules'.length)
  const readable = [file, dirname(dirname(dirname(child))), root].flatMap((one) => [
    `--allow-fs-read=${one}`,
    `--allow-fs-read=${one}/*`,
  ])
  const output = await run([...readable.filter((one) => one !== `--allow-fs-read=${file}/*`), child, file])
  return JSON.parse(output) as Decoded
}

function run(args: readonly string[]): Promise<string> {
  return new Promise((resolvePromise, reject) => {
    const child = spawn(process.execPath, ['--permission', '--max-old-space-size=512', '--no-warnings', ...args], {
      env: {},
      stdio: ['ignore', 'pipe', 'pipe'],
    })
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

import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { NotALog, type Verdict, verifyLog } from './audit-verify.ts'
import { exitCodes, Failure, usage } from './failure.ts'
import { askConsole } from './house.ts'

/**
 * `solferino audit verify [FILE] [--heads FILE]`: checks an exported log; without FILE the running server of this account
 * makes the export, and its copies of signed heads outside the database are compared too.
 */
export async function auditCommand(args: string[]): Promise<void> {
  const [what, ...words] = args
  const at = words.indexOf('--heads')
  const heads = at < 0 ? undefined : words[at + 1]
  if (at >= 0) words.splice(at, 2)
  if ((what !== 'verify' && what !== 'export') || words.length > 1)
    throw usage('solferino audit verify [FILE] [--heads FILE]')
  const [file] = words
  const log = file === undefined ? await exportNow() : { open: () => createReadStream(file), heads: '' }
  if (file !== undefined && !existsSync(file)) throw new Failure(`${file}: there is no such file.`, exitCodes.input)
  if (what === 'export') {
    for await (const part of log.open()) process.stdout.write(part as Buffer)
    return
  }
  const kept = heads === undefined ? log.heads : readFileSync(heads, 'utf8')
  const lines = () => createInterface({ input: log.open(), crlfDelay: Infinity })
  const verdict = await verifyLog(lines, kept).catch((error: unknown) => {
    if (error instanceof NotALog) throw new Failure(`${file ?? 'the export'}: ${error.message}`, exitCodes.input)
    throw error
  })
  process.stdout.write(textOf(verdict))
  if (verdict.findings.length > 0) process.exitCode = exitCodes.broken
}

async function exportNow(): Promise<{ open: () => Readable; heads: string }> {
  const { status, text, folder } = await askConsole('GET', '/log')
  if (status !== 200)
    throw new Failure('solferino: the server is sealed; its log is exported once it is unsealed.', exitCodes.input)
  const kept = join(folder, 'heads')
  return { open: () => Readable.from([Buffer.from(text)]), heads: existsSync(kept) ? readFileSync(kept, 'utf8') : '' }
}

function textOf({ installation, keyFingerprint, leaves, chains, heads, unsigned, findings }: Verdict): string {
  const counts = `${leaves} leaves in ${chains} chains under ${heads} heads; ${unsigned} not under a signed head yet.`
  const about = `Installation ${installation}\nKey of the heads ${keyFingerprint}\n${counts}\n`
  if (findings.length === 0)
    return `${about}The log is whole: nothing in it was changed, moved, taken out or cut off.\n`
  const told = findings.map((one) => `  ${one.where}: ${one.text} [${one.code}]`)
  return `${about}THE LOG IS NOT AS IT WAS SIGNED. First broken: ${findings[0]?.where ?? ''}\n${told.join('\n')}\n`
}

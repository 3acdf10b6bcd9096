import { access, constants } from 'node:fs/promises'
import { readDocumentSandboxed, readText, toJsonLine, type Proposal } from '@solferino/reading/texts'
import { readArguments } from './arguments.ts'
import { exitCodes, Failure, usage } from './failure.ts'
import { say } from './say.ts'

const readOptions = { json: { type: 'boolean' }, date: { type: 'string' } } as const

/** `solferino read FILE`: who said what in a report; with `--json` a line of JSON for each proposal. */
export async function readCommand(args: string[]): Promise<void> {
  const { files, values } = readArguments(args, readOptions, 1)
  const path = files[0] ?? ''
  const date = typeof values['date'] === 'string' ? values['date'] : undefined
  if (date !== undefined && !/^\d{4}-\d\d-\d\d$/u.test(date)) throw usage(`--date ${date}: write YYYY-MM-DD.`)
  await access(path, constants.R_OK)
  const document = await readDocumentSandboxed(path)
  for (const { code, detail } of document.notes) if (code !== 'encoding') say(`${path}: ${noteText(code, detail)}`)
  const unread = document.notes.find(({ code }) => code === 'unreadable' || code === 'too_large')
  if (unread) throw new Failure(`${path}: the text could not be read.`, exitCodes.input)
  const { proposals, notes } = readText(document.text, date === undefined ? {} : { date })
  for (const { code, detail } of notes) say(`${path}: ${noteText(code, detail)}`)
  for (const proposal of proposals)
    process.stdout.write(values['json'] === true ? `${toJsonLine(proposal)}\n` : entryText(proposal))
}

function noteText(code: string, detail: string | null): string {
  return `${code.replaceAll('_', ' ')}${detail === null ? '' : ` (${detail})`}`
}

/** A proposal for a person to read. */
function entryText(proposal: Proposal): string {
  const { kind, speaker, role, party, saidAs, quoted, hedge, negated, condition, addressee } = proposal
  const who = [speaker, role].filter((one) => one !== null).join(', ') || 'speaker not said'
  const marks = [
    quoted ? 'quoted' : 'indirect',
    ...(negated ? ['negated'] : []),
    ...(hedge ? ['hedged'] : []),
    proposal.subject,
  ]
  const more: [string, string | null][] = [
    ['for', party],
    ['said as', saidAs],
    ['to', addressee],
    ['against', proposal.against],
    ['condition', condition],
    ['treaty', proposal.treaty],
    ['place', proposal.place],
    ['date', proposal.since],
  ]
  const facts = more.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
  return `${kind.toUpperCase()}  ${who}\n  ${proposal.text.replaceAll(/\s+/gu, ' ')}\n  ${[...marks, ...facts].join(' · ')}\n\n`
}

import type { Person, Reason } from '@solferino/engine'
import { openOut } from './out-file.ts'
import { bitsOf, type Found } from './pairs.ts'
import { labelOf } from './read-persons.ts'

/** More pairs than this nobody looks at on one page; the doubtful ones stay. */
const pairsMax = 2000

/** What a report shows beside the pairs. */
export type ReportParts = {
  left: (id: string) => Person | undefined
  right: (id: string) => Person | undefined
  reasons: (pair: Found) => readonly Reason[] | undefined
  names: readonly [string, string]
}

/** Writes one self-contained page with pairs side by side, the doubtful first; no script, nothing fetched. */
export async function writeReport(path: string, found: readonly Found[], parts: ReportParts): Promise<void> {
  const doubt = (pair: Found): number => Math.abs(pair.probability - 0.5)
  const pairs = found.toSorted((x, y) => doubt(x) - doubt(y)).slice(0, pairsMax)
  const out = openOut(path)
  const left = found.length - pairs.length
  const told = `${found.length} pairs, the doubtful first${left > 0 ? `; ${left} of the surest are not shown` : ''}.`
  await out.write(`${head}<h1>Pairs to look at</h1><p>${told} This page names people and lies unsealed.</p>\n`)
  for (const pair of pairs) await out.write(pairHtml(pair, parts))
  await out.write('</main></body></html>\n')
  out.finish()
}

const head = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Solferino: pairs</title><style>
:root{color-scheme:light dark;--page:#FCFAF7;--card:#fff;--text:#1D1B1A;--second:#494745;--line:#E1DFDD;--against:#934012}
@media (prefers-color-scheme:dark){:root{--page:#141316;--card:#1C1B1E;--text:#ECEAEF;--second:#C8C6CB;--line:#313033;--against:#F0A276}}
body{margin:0;background:var(--page);color:var(--text);font:14px/20px Inter,system-ui,sans-serif}
main{max-width:960px;margin:0 auto;padding:24px 16px}
h1{font:600 22px/32px inherit}article{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:16px;margin:16px 0;break-inside:avoid}
h2{font-size:15px;margin:0 0 8px}.sides{display:grid;grid-template-columns:1fr 1fr;gap:24px}@media (max-width:600px){.sides{grid-template-columns:1fr}}
h3{font-size:12px;color:var(--second);margin:0}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 12px;margin:4px 0}dt{color:var(--second)}dd{margin:0}
table{border-collapse:collapse;width:100%;margin-top:12px}th,td{text-align:start;border-top:1px solid var(--line);padding:4px 8px 4px 0}td.bits{text-align:end;font-variant-numeric:tabular-nums}.against{color:var(--against)}
</style></head><body><main>`

function pairHtml(pair: Found, { left, right, reasons, names }: ReportParts): string {
  const percent = `${(100 * pair.probability).toFixed(1)} %`
  const rows = (reasons(pair) ?? []).map(reasonHtml).join('')
  return `<article><h2>${percent} <span>(${bitsOf(pair.bits).toFixed(1)} bits)</span></h2><div class="sides">${sideHtml(names[0], pair.a, left(pair.a))}${sideHtml(names[1], pair.b, right(pair.b))}</div><table><tr><th>What</th><th>How it meets</th><th>Left</th><th>Right</th><th>Bits</th></tr>${rows}</table></article>\n`
}

function sideHtml(name: string, id: string, person: Person | undefined): string {
  const facts: [string, string][] = []
  for (const one of person?.names ?? [])
    for (const [part, text] of Object.entries(one)) facts.push([part === 'whole' ? 'name' : part, text])
  const others: Record<string, unknown> = { ...person, ...person?.fields }
  for (const [key, value] of Object.entries(others)) {
    if (key !== 'id' && key !== 'names' && key !== 'fields')
      facts.push([key, Array.isArray(value) ? value.join(' / ') : String(value)])
  }
  const list = facts
    .map(([key, value]) => `<dt>${escapeHtml(key)}</dt><dd><bdi dir="auto">${escapeHtml(value)}</bdi></dd>`)
    .join('')
  return `<section><h3>${name} <bdi>${escapeHtml(labelOf(id))}</bdi></h3><dl>${list}</dl></section>`
}

function reasonHtml({ part, level, bits, values }: Reason): string {
  const [a = '', b = ''] = values
  const cell = (text: string): string => `<td><bdi dir="auto">${escapeHtml(text)}</bdi></td>`
  const sign = bits < 0 ? '−' : '+'
  return `<tr${bits < 0 ? ' class="against"' : ''}><td>${escapeHtml(part)}</td><td>${escapeHtml(level)}${bits < 0 ? ' (speaks against)' : ''}</td>${cell(a)}${cell(b)}<td class="bits">${sign}${Math.abs(bitsOf(bits)).toFixed(1)}</td></tr>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => entities[character] ?? '')
}

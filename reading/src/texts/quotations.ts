/** A quotation: offsets of the inside, and of the whole with its marks. */
export interface Quotation {
  readonly start: number
  readonly end: number
  readonly outerStart: number
  readonly outerEnd: number
  /** Runs on from the paragraph before, without a closing mark there. */
  readonly continues: boolean
  /** No closing mark was found; ends with its paragraph. */
  readonly open: boolean
}

const pairs: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“”‟"', '‹': '›', '「': '」', '‟': '”' }
const lengthMax = 20_000

/**
 * Finds the outermost quotations of one paragraph: “…”, «…», „…“, "…", nested ones stay inside. `continued` says
 * that the paragraph before ended within a quotation, which an opening mark here takes up.
 */
export function quotationsOf(text: string, start: number, end: number, continued: boolean): Quotation[] {
  const found: Quotation[] = []
  let at = start
  while (at < end) {
    const mark = text[at]!
    const closers = openerAt(text, at, start)
    if (closers === null) {
      at += 1
      continue
    }
    const close = closing(text, at, Math.min(end, at + lengthMax), mark, closers)
    const inner = close === -1 ? end : close
    const [from, to] = trimmed(text, at + 1, inner)
    found.push({
      start: from,
      end: to,
      outerStart: at,
      outerEnd: close === -1 ? end : close + 1,
      continues: continued && found.length === 0 && text.slice(start, at).trim() === '',
      open: close === -1,
    })
    at = close === -1 ? end : close + 1
  }
  return found
}

function openerAt(text: string, at: number, start: number): string | null {
  const mark = text[at]!
  const closers = pairs[mark]
  if (closers !== undefined) return closers
  const before = at === start ? ' ' : text[at - 1]!
  const after = text[at + 1] ?? ' '
  const opens = /[\s([—–\-/:,،]/u.test(before) && /\S/u.test(after)
  if (mark === '"' && opens) return '"”'
  if (mark === '”' && opens && /\s/u.test(before)) return '”“'
  if (mark === '‘' && opens) return '’'
  if (mark === "'" && opens && /\p{Lu}/u.test(after)) return "'"
  return null
}

function closing(text: string, open: number, limit: number, mark: string, closers: string): number {
  let depth = 0
  for (let at = open + 1; at < limit; at += 1) {
    const here = text[at]!
    if ((mark === '‘' || mark === "'") && closers.includes(here)) {
      if (/\p{L}/u.test(text[at + 1] ?? ' ')) continue
      return at
    }
    if (here === mark && mark !== '"' && mark !== '”') depth += 1
    else if (closers.includes(here)) {
      if (here === '"' && /[\s([]/u.test(text[at - 1]!) && /\p{L}/u.test(text[at + 1] ?? ' ')) depth += 1
      else if (depth === 0) return at
      else depth -= 1
    }
  }
  return -1
}

function trimmed(text: string, start: number, end: number): [number, number] {
  let from = start
  let to = end
  while (from < to && /\s/u.test(text[from]!)) from += 1
  while (to > from && /\s/u.test(text[to - 1]!)) to -= 1
  return [from, to]
}

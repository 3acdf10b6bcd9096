import type { Language } from './languages/language.ts'
import { tokensOf } from './languages/tokens.ts'
import { find, holds } from './languages/words.ts'

/** A paragraph: `start` is where its own words begin, behind the dateline. */
export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly kind: 'headline' | 'heading' | 'formal' | 'body'
  /** The name before a colon, or a dash: a turn in an interview or a transcript. */
  readonly turn: { readonly start: number; readonly end: number } | null
}

const datelineMax = 140
const headlineMax = 260

/** Cuts a text into paragraphs and says what each is. Lines broken at a fixed width are put together again. */
export function paragraphsOf(text: string, language: Language): Paragraph[] {
  const blocks = linesOf(text)
  const found: Paragraph[] = []
  let body = false
  for (const [index, block] of blocks.entries()) {
    const start = body && found.length > 4 ? block.start : datelineEnd(text, block, language)
    const kind = kindOf(text, block, { index, count: blocks.length, body, dateline: start > block.start }, language)
    if (kind === 'body') body = true
    found.push({ start: kind === 'body' ? start : block.start, end: block.end, kind, turn: null })
  }
  return found
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function linesOf(text: string): Stretch[] {
  const found: Stretch[] = []
  let block: Stretch[] = []
  const close = (): void => {
    if (wrapped(text, block)) found.push({ start: block[0]!.start, end: block.at(-1)!.end })
    else for (const line of block) found.push(line)
    block = []
  }
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029]|$)/gu)) {
    const line = match[0]
    const lead = line.length - line.trimStart().length
    const body = line.trim()
    if (body === '') {
      if (block.length > 0) close()
    } else block.push({ start: match.index + lead, end: match.index + lead + body.length })
  }
  if (block.length > 0) close()
  return found
}

/** Lines of one width that break off within sentences belong together. */
function wrapped(text: string, block: readonly Stretch[]): boolean {
  if (block.length < 2) return false
  const all = block.slice(0, -1)
  const longest = block.reduce((most, line) => Math.max(most, line.end - line.start), 0)
  const full = all.every((line) => line.end - line.start >= 40 && line.end - line.start > longest - 25)
  const broken = all.filter((line) => !/[.!?…»”":;؟]$/u.test(text.slice(line.start, line.end))).length
  const runsOn = block
    .slice(1)
    .filter((line) => /^[^\p{Lu}]*\p{Ll}/u.test(text.slice(line.start, line.start + 3))).length
  const cased = /\p{Ll}/u.test(text.slice(block[0]!.start, block[0]!.end))
  return (
    longest <= 110 &&
    full &&
    broken * 2 >= all.length &&
    (cased ? runsOn * 2 >= broken && runsOn > 0 : block.length > 2)
  )
}

interface Where {
  readonly index: number
  readonly count: number
  readonly body: boolean
  readonly dateline: boolean
}

function kindOf(text: string, block: Stretch, where: Where, language: Language): Paragraph['kind'] {
  const words = text.slice(block.start, block.end)
  const length = block.end - block.start
  const tokens = tokensOf(text, block.start, Math.min(block.end, block.start + 400), language.table.code)
  const bracket = tokens[0]?.text === '(' || tokens[0]?.text === '['
  if (bracket && find(language.set.formal, tokens, 1) !== null && /[)\]]\.?$/u.test(words)) return 'formal'
  const formal = find(language.set.formal, tokens, 0)
  const mark = formal === null ? undefined : tokens[formal.length]
  if (formal !== null && formal.length > 1 && length < 160) return 'formal'
  if (formal !== null && (mark === undefined || (mark.text === ':' && length < 400))) return 'formal'
  const ended = /[.!?…؟]["»”’“)]*$/u.test(words)
  if (!where.body && !where.dateline && where.count > 1) {
    if (where.index === 0 && !ended && length <= headlineMax && !/^[—–-]\s/u.test(words)) return 'headline'
    if (!ended && length <= headlineMax && !holds(language.cues, tokens, 0, tokens.length))
      return where.index < 4 ? 'headline' : 'heading'
  }
  if (/^\s*\d+[.)]\s/u.test(words) && !ended && length < 100) return 'heading'
  const noVerb = !ended && length < 100 && !/[:,]$/u.test(words)
  if (noVerb && !/^[—–-]\s/u.test(words) && !/["»”“]/u.test(words) && !/^[^.:]{2,60}:\s/u.test(words))
    return holds(language.cues, tokens, 0, tokens.length) ? 'body' : 'heading'
  return 'body'
}

/** Where the dateline of a paragraph ends: `CITY, March 3 (Agency) - `, `ГОРОД, 3 марта. /АГЕНТСТВО/. `, `مدينة – وكالة: `. */
function datelineEnd(text: string, block: Stretch, language: Language): number {
  const head = text.slice(block.start, Math.min(block.end, block.start + datelineMax))
  const patterns = language.table.cased
    ? [
        /^\p{Lu}[^"«“„:;!?]{1,90}?[./]\s*\/[^/\n]{2,40}\/\s*[.—–-]*\s+/u,
        /^\p{Lu}[^"«“„:;!?—–]{1,80}\([^)\n]{2,60}\)\s*[—–:.-]+\s*/u,
        /^\p{Lu}[\p{L}\p{M}'’ .-]{1,40},\s*[^"«“„:;!?—–]{1,60}?(?<!\p{L})[—–-]{1,2}\s+(?=\p{Lu}|["«“„])/u,
        /^\p{Lu}[\p{Lu}\p{M}'’ .-]{2,40}(?:,\s*[^"«“„:;!?—–.]{1,40})?\s*[.:]?\s+[—–-]+\s+/u,
        /^\d{1,2}\s\p{L}+\.?(?:\s\d{4})?(?:\s(?:г\.|року|р\.))?[,.]?\s+(?:\/[^/\n]{2,40}\/|\p{Lu}[\p{L}\p{N} «»"“”.-]{1,40}?)\.?\s*[—–-]\s+/u,
        /^\p{Lu}[\p{Lu}\p{M}'’ -]{2,40}[,.]\s+\d{1,2}\s\p{L}+\.?(?:\s\d{4})?\.?\s+(?=\p{Lu})/u,
      ]
    : [
        /^[^"«“:؛!؟\n]{2,60}\/[^/\n]{2,30}\/\s*[-–—:.]*\s*/u,
        /^[^"«“:؛!؟،.\n]{2,50}\([^)\n]{2,40}\)\s*[-–—:.]+\s*/u,
        /^[^"«“:؛!؟.\n]{2,40}\s*[-–—]\s*[^"«“:؛!؟.\n]{2,40}:\s*/u,
        /^[^"«“:؛!؟.\n]{2,40}\s*[-–—]\s*(?:وكالة\s\S+|سانا|رويترز|واس|وام|قنا|بترا|أ ف ب)(?:\s+\S+)?\s*[-–—:]?\s*/u,
        /^(?:[^\s"«“:؛!؟،.]+\s){0,2}[^\s"«“:؛!؟،.]+\s*،\s*\d{1,2}\s[^"«“:؛!؟.\n]{2,40}\s*[-–—:]\s*/u,
      ]
  for (const pattern of patterns) {
    const match = pattern.exec(head)
    if (match === null || block.start + match[0].length >= block.end) continue
    const tokens = tokensOf(text, block.start, block.start + match[0].length, language.table.code)
    if (find(language.titles, tokens, 0) !== null && match[0].includes(':')) continue
    if (!language.table.cased || /[(/]/u.test(match[0]) || !spoken(language, tokens))
      return block.start + skipAgency(text.slice(block.start + match[0].length, block.end), language) + match[0].length
  }
  return block.start
}

function spoken(language: Language, tokens: ReturnType<typeof tokensOf>): boolean {
  return tokens.some((_, at) => {
    const cue = find(language.cues, tokens, at, false)
    return cue !== null && cue.value.agrees !== 'infinitive'
  })
}

/** «— РИА Север. », "Northern Wire. ": the agency behind the dash, a short stretch without a small word. */
function skipAgency(rest: string, language: Language): number {
  if (!language.table.cased) return 0
  const match = /^(?:\p{Lu}[\p{L}\d-]*\.?(?:\s\p{Lu}?[\p{L}\d-]*){0,2})\.\s+(?=\p{Lu}|["«“„])/u.exec(rest)
  if (match === null || match[0].length > 45) return 0
  const tokens = tokensOf(rest, 0, match[0].length, language.table.code)
  return spoken(language, tokens) ? 0 : match[0].length
}

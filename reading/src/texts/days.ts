import type { Language } from './language.ts'
import type { Token } from './tokens.ts'
import { find } from './words.ts'

const day = 86_400_000

/**
 * The words for a day in a sentence and the day they mean. A weekday is the last such day up to the date of the
 * report (`YYYY-MM-DD`); without that date it is left open, never guessed.
 */
export function dayOf(
  text: string,
  tokens: readonly Token[],
  language: Language,
  reportDate: string | null,
): { text: string; date: string | null } | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const weekday = find(language.weekdays, tokens, at)
    if (weekday !== null)
      return { text: tokens[at]!.text, date: reportDate === null ? null : weekdayBefore(reportDate, weekday.value) }
    const month = find(language.set.months, tokens, at)
    if (month === null) continue
    const before = /^\p{N}{1,2}$/u.test(tokens[at - 1]?.text ?? '')
    const after = /^\p{N}{1,2}$/u.test(tokens[at + 1]?.text ?? '')
    if (before || after)
      return { text: text.slice(tokens[before ? at - 1 : at]!.start, tokens[before ? at : at + 1]!.end), date: null }
  }
  return null
}

function weekdayBefore(reportDate: string, weekday: number): string | null {
  const report = Date.parse(`${reportDate}T00:00:00Z`)
  if (Number.isNaN(report)) return null
  const own = new Date(report).getUTCDay() || 7
  return new Date(report - ((own - weekday + 7) % 7) * day).toISOString().slice(0, 10)
}

import type { LanguageTable } from './language.ts'
import { tokensOf } from './tokens.ts'

const sampleMax = 20_000

/**
 * Which of the languages a text is in, by its most frequent small words and letters; null when it is in none of
 * them. `mixed` names a second language that has at least a third of the words of the first.
 */
export function detect(
  text: string,
  tables: readonly LanguageTable[],
): { code: LanguageTable['code'] | null; mixed: LanguageTable['code'] | null } {
  const sample = text.slice(0, sampleMax)
  const tokens = tokensOf(sample, 0, sample.length, '').filter((token) => token.word && /\p{L}/u.test(token.key))
  const counts = new Map<LanguageTable['code'], number>()
  for (const table of tables) {
    const known = new Set(table.fingerprints)
    let hits = tokens.filter(
      (token) =>
        known.has(token.key) || token.key.split("'").some((part) => part !== token.key && known.has(`${part}'`)),
    ).length
    if (table.code === 'uk') hits += (sample.match(/[іїєґ]/giu)?.length ?? 0) / 4
    if (table.code === 'ru') hits += (sample.match(/[ыэъё]/giu)?.length ?? 0) / 4
    if (table.code === 'ar' && /\p{Script=Arabic}/u.test(sample) && !/[پچژگیےٹڈں]/u.test(sample)) hits += 1
    if (table.code === 'ru' && /[іїєґ]/iu.test(sample)) hits /= 2
    if (table.code === 'uk' && !/[іїєґ]/iu.test(sample)) hits = 0
    counts.set(table.code, hits)
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a)
  const words = Math.max(1, tokens.length)
  if (
    first === undefined ||
    first[1] < Math.max(1, words * (first[0] === 'ar' ? 0.05 : 0.09)) ||
    !scriptFits(first[0], sample)
  )
    return { code: null, mixed: null }
  const mixed =
    second !== undefined && second[1] * 3 > first[1] && words > 20 && !alike(first[0], second[0]) ? second[0] : null
  return { code: first[0], mixed }
}

function alike(a: string, b: string): boolean {
  return (a === 'ru' && b === 'uk') || (a === 'uk' && b === 'ru')
}

/** Letters no text of the language has much of: Serbian, Bulgarian, Belarusian, Persian and others fall out. */
function scriptFits(code: LanguageTable['code'], sample: string): boolean {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const foreign: Record<LanguageTable['code'], RegExp> = {
    en: /[äöüßåøæñãõłşğıčšžáíúóőűąęćńż]/giu,
    fr: /[äößåøñãõłşğıčšžáíúóőűąęćńżìò]/giu,
    ru: /[іїєґўјљњћџђ]/giu,
    uk: /[ўёыэъјљњћџђ]/giu,
    ar: /[پچژگیکےٹڈں]/gu,
  }
  return (sample.match(foreign[code])?.length ?? 0) < Math.max(3, letters * 0.012)
}

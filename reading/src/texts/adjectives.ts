import type { Language } from './languages/language.ts'

/** An adjective in the nominative of the noun it stands before, by the endings of Russian and Ukrainian. */
export function nominativeAdjective(word: string, noun: string, language: Language): string {
  const stem = /^(.*?)(?:ого|ому|им|ым|ом|его|ему|ої|ій|ою|ой|ую|у|ей|ею)$/u.exec(word)?.[1]
  if (stem === undefined || stem === '') return word
  const russian = language.table.code === 'ru'
  if (/[оеє]$/u.test(noun)) return `${stem}${russian ? 'ое' : 'е'}`
  if (/[ая]$/u.test(noun)) return `${stem}${russian ? 'ая' : 'а'}`
  return `${stem}${russian && !/[кгхжшчщ]$/u.test(stem) ? 'ый' : 'ий'}`
}

/** A whole name cut into its parts as far as its own form shows them; `confidence` 3 sure, 2 likely, 1 order only. */
export type NameParts = {
  given?: string
  patronymic?: string
  father?: string
  grandfather?: string
  family?: string
  alias?: string
  confidence: 1 | 2 | 3
}

/** Forms of patronymics: Russian, Ukrainian, Belarusian in Cyrillic and in Latin letters, with their case endings. */
const patronymic =
  /^.{2,}(?:ович|евич|йович|ёвич|ьич|мич|кич|фич|овича|евича|овичу|овичем|івна|ївна|овна|евна|ична|инична|івни|івну|овны|евны|овну|евну|авіч|евіч|аўна|ovich|evich|ovych|yovych|iovych|owitsch|ovitch|evitch|owicz|ovic|evic|ovna|evna|ivna|yivna|iivna|ichna|inichna)$/u
const oghlu = /^(?:оглы|оглу|кызы|гызы|oglu|oğlu|ogly|qizi|qızı|kyzy|gizi)$/u

/** True when a word has the form of a patronymic (Иванович, Іванівна, Ivanovych, or a following oğlu, kızı). */
export function isPatronymic(word: string): boolean {
  return patronymic.test(word.toLowerCase())
}

const nasab = /^(?:bin|ibn|ben|bint|b\.|بن|ابن|بنت|ولد)$/iu
const kunya = /^(?:abu|abou|aboo|umm|um|oum|أبو|ابو|أم|ام)$/iu
const joining =
  /^(?:abd|abdul|abdel|abdoul|عبد|al|el|آل|de|da|do|dos|di|du|del|della|la|le|van|von|der|den|ter|mac|mc|st|san|bar|ben)$/iu

/**
 * Cuts a whole name by what its form shows: `FAMILY, Given`; a patronymic and what stands around it (surname first
 * or last); `oğlu` and `qızı`; nasab (`X bin Y bin Z al-…`); a kunya in front or behind as an alias; a surname in
 * capitals. Where the form shows nothing it gives nothing: a name is never split by guess, and the caller keeps the
 * whole text in any case.
 */
export function splitName(text: string): NameParts | undefined {
  const clean = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (clean === '' || clean.length > 200) return undefined
  const comma = /^([^,،]+)[,،]\s*([^,،]+)$/u.exec(clean)
  if (comma) return byComma(comma[1]!.trim(), comma[2]!.trim())
  const words = clean.split(' ')
  return byPatronymic(words) ?? byNasab(words) ?? byCapitals(words)
}

function byComma(family: string, rest: string): NameParts {
  const words = rest.split(' ')
  const at = words.findIndex((word) => isPatronymic(word))
  if (at > 0)
    return { family, given: words.slice(0, at).join(' '), patronymic: words.slice(at).join(' '), confidence: 3 }
  return { family, given: rest, confidence: 3 }
}

function byPatronymic(words: string[]): NameParts | undefined {
  const marker = words.findIndex((word) => oghlu.test(word.toLowerCase()))
  if (marker >= 2) {
    const father = words.slice(marker - 1, marker + 1).join(' ')
    const before = words.slice(0, marker - 1)
    const after = words.slice(marker + 1)
    if (after.length > 0) return { given: before.join(' '), patronymic: father, family: after.join(' '), confidence: 3 }
    if (before.length === 2) return { family: before[0]!, given: before[1]!, patronymic: father, confidence: 2 }
    return { given: before.join(' '), patronymic: father, confidence: 2 }
  }
  // the last of two such words in a row is the patronymic only when a given name stands before it (Абрамович Роман …)
  const at = words.findLastIndex((word) => isPatronymic(word))
  if (at < 1 || words.length > 4) return undefined
  const before = words.slice(0, at)
  const after = words.slice(at + 1)
  if (after.length === 0 && before.length >= 2) {
    return { family: before.slice(0, -1).join(' '), given: before.at(-1)!, patronymic: words[at]!, confidence: 3 }
  }
  if (after.length === 1 && before.length === 1) {
    return { given: before[0]!, patronymic: words[at]!, family: after[0]!, confidence: 3 }
  }
  return undefined
}

function byNasab(words: string[]): NameParts | undefined {
  const at = words.findIndex((word, index) => index > 0 && nasab.test(word))
  if (at > 0 && at < words.length - 1) {
    const chain: string[][] = [[]]
    for (const word of words) {
      if (nasab.test(word)) chain.push([])
      else chain.at(-1)!.push(word)
    }
    if (chain.some((part) => part.length === 0)) return undefined
    const last = chain.at(-1)!
    const family = last.length > 1 && !joining.test(last[0]!) ? last.splice(1).join(' ') : undefined
    const [given, father, grandfather] = chain.map((part) => part.join(' '))
    return {
      given: given!,
      father: father!,
      ...(grandfather === undefined ? {} : { grandfather }),
      ...(family === undefined ? {} : { family }),
      confidence: 2,
    }
  }
  if (words.length >= 4 && kunya.test(words[0]!)) {
    return { alias: words.slice(0, 2).join(' '), given: words[2]!, family: words.slice(3).join(' '), confidence: 1 }
  }
  return undefined
}

/** `Jean DUPONT`, `DUPONT Jean`: words in capitals beside words that are not are the surname. */
function byCapitals(words: string[]): NameParts | undefined {
  const capital = words.map((word) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase())
  const count = capital.filter(Boolean).length
  if (count === 0 || count === words.length) return undefined
  const first = capital.indexOf(true)
  const last = capital.lastIndexOf(true)
  if (last - first + 1 !== count || (first > 0 && last < words.length - 1)) return undefined
  const others = words.filter((_, index) => index < first || index > last)
  if (others.some((word) => word === word.toLowerCase() && !joining.test(word))) return undefined
  return { family: words.slice(first, last + 1).join(' '), given: others.join(' '), confidence: 2 }
}

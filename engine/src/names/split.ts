import { apart } from './compounds.ts'
import { codeOfLetter, foldLetter, scriptOfLetter } from './letters.ts'

/** A name longer than this is cut: no honest name is, and work must stay bounded. */
const nameLengthMax = 400
/** A word longer than this is cut. */
export const wordLengthMax = 40
/** A name is compared by at most this many words. */
const wordCountMax = 24

/** Letters that carry a combining mark and are yet letters of their own, not to be decomposed. */
const composed = new Set('йїўѓќ')
const apostrophes = /['’‘ʼʻʹʽ`´ʾʿ′＇ʺ"“”„«»]/u
const afterGeresh = new Set('גזצץתדטחע')
const invisible = /[\p{Cf}\p{Mn}\p{Me}ـ]/u

const particles = new Set(
  (
    'al el ul ad as ash an ar at az ur ud us uz ush ed bin ben ibn bint binti bte b de del della di da do dos das du des d la le van von der den ' +
    'ter ten te zu zum und y e i of the oglu ogly ogli oghlu kyzy qizi kizi gizi ال بن ابن بنت оглы оглу кызы кизи улы угли углы аль эль ибн бин бен ван фон де ' +
    'да ди дель ла ле дер אל בן בת אבן ואן פון דה די דל לה'
  ).split(' '),
)

/** Words that are titles, and say nothing about who it is. */
const titles = new Set(
  'mr mrs ms miss dr prof sir haji hajj hajji hadji mullah mulla maulavi mawlawi molvi sheikh shaykh shaikh sayyid sayed general gen colonel col maj major capt captain lt sgt eng engineer الدكتور الشيخ الحاج السيد др'.split(
    ' ',
  ),
)

/** Names that begin with ال and are no article and name: Elias, Alex, Albert, Elmira, Ilham. Written with hamza they are told apart by it. */
const alefLamNames =
  /^ال(ياس.*|كس.*|فري?د.*|فونس.*|بي?ر(ت.*)?|ما|ين.?|يزا?.*|يسا|يسيا|هام|دار|طاف|وي|يون.*|ن|ف|ان|اء|سا|دو|فا|كو|ميرا?|يوت|تون|كين|موند|ستير|سي)$/u

/** True for words that bind a name together (al, bin, de, van): their absence says nothing. */
export function isParticle(word: string): boolean {
  return particles.has(word)
}

/** True for titles and ranks written into a name field. */
export function isTitle(word: string): boolean {
  return titles.has(word)
}

function foldWord(raw: string): string {
  let word = ''
  for (const letter of raw) {
    if (word.length >= wordLengthMax) break
    const previous = word.at(-1) ?? ''
    if (letter === '׳' || letter === '״' || apostrophes.test(letter)) {
      // Ukrainian and Arabic apostrophes go; the Hebrew geresh changes the letter before it and stays.
      if (afterGeresh.has(previous)) word += '׳'
      continue
    }
    const plain = composed.has(letter) ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '')
    for (const part of plain) word += foldLetter(part)
  }
  return word.slice(0, wordLengthMax)
}

/** Latin letters that stand inside a word of another script for its own letter, or the other way round: a way of typing. */
const lookalikes: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  i: 'і',
  j: 'ј',
  s: 'ѕ',
  h: 'н',
  k: 'к',
  m: 'м',
  t: 'т',
  b: 'в',
}
const lookalikesBack = new Map(Object.entries(lookalikes).map(([latin, cyrillic]) => [cyrillic, latin]))

/** Brings a word that mixes Latin and Cyrillic to the script most of it is in. */
function unmix(word: string): string {
  let latin = 0
  let cyrillic = 0
  for (const letter of word) {
    const script = scriptOfLetter(letter)
    if (script === 'latn') latin += 1
    if (script === 'cyrl') cyrillic += 1
  }
  if (latin === 0 || cyrillic === 0) return word
  return Array.from(word)
    .map((letter) => (latin > cyrillic ? lookalikesBack.get(letter) : lookalikes[letter]) ?? letter)
    .join('')
}

/** `raw` is the word before folding: its alef has a hamza where it belongs to the name (ألكسندر) and none in the article. */
function setArticleApart(word: string, raw: string): string[] {
  if (raw.startsWith('ال') && word.length > 4 && !alefLamNames.test(word)) return ['ال', word.slice(2)]
  return [word]
}

/**
 * The words of a name as they are compared: NFKC, lower case, without marks, tatweel, bidi and invisible characters and
 * apostrophes, folded letters, hyphens as gaps, the Arabic article and names of two words set apart, initials kept. At most 24 words of at most
 * 40 letters; empty when nothing in the text is a letter.
 */
export function splitName(text: string): string[] {
  const words: string[] = []
  const plain = text
    .slice(0, nameLengthMax * 4)
    .normalize('NFKC')
    .slice(0, nameLengthMax)
    .toLowerCase()
    .normalize('NFC')
  let current = ''
  const close = (): void => {
    const word = unmix(foldWord(current))
    if (word.length > 0) words.push(...setArticleApart(word, current).flatMap(apart))
    current = ''
  }
  for (const letter of plain) {
    if (invisible.test(letter)) continue
    if (apostrophes.test(letter) || letter === '׳' || letter === '״' || /[\p{L}\p{N}]/u.test(letter)) current += letter
    else close()
    if (words.length >= wordCountMax) break
  }
  close()
  return words.slice(0, wordCountMax)
}

/** The codes of a word's letters in its script's alphabet, letters of other scripts left out; at most 40. */
export function encodeWord(word: string, script: string): Uint8Array {
  const codes: number[] = []
  for (const letter of word) {
    if (codes.length >= wordLengthMax) break
    if (scriptOfLetter(letter) === script) codes.push(codeOfLetter(letter))
  }
  return Uint8Array.from(codes)
}

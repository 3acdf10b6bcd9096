/**
 * How often the letters of a writing are used, in words about people: order matters, commonest first. Used to tell
 * which single-byte encoding makes sense of a file. The orders are common knowledge of the languages, not derived
 * from any register.
 */
const orders: [string, number][] = [
  // Russian and Ukrainian together; names and lists in both
  ['оаиенвртслкмдпуягзбіьычйхжюшєїцщфэґёъ', 1],
  // Arabic, with the letters of Persian, Dari, Pashto and Urdu behind
  ['الميرنوبدةحسعكفتهجقشىأخصطزذضإغثظءئؤآپچژگیکټډړږښڼېۍ', 1],
  ['יהולראתבמשנדחקעכפגסזטםןצךףץ', 1],
  // accented letters of western and northern European languages
  ['éèáíóúàçãõñüöäêâîôûëïåæøœßìòùýÿð', 0.8],
]

const weights = new Map<string, number>()
for (const [order, top] of orders) {
  const letters = Array.from(order)
  letters.forEach((letter, rank) => weights.set(letter, top * (1 - (0.9 * rank) / letters.length)))
}

const letter = /\p{L}/u
const upper = /\p{Lu}/u
const lower = /\p{Ll}/u
const latin = /\p{Script=Latin}/u
const cyrillic = /\p{Script=Cyrillic}/u

/**
 * How much a decoded text looks like words: the mean over its non-ASCII characters, about 0.5–0.7 for right decoding,
 * below 0.3 for a wrong one. Letters count by their frequency; symbols, box drawing and controls count against;
 * a small letter followed by a capital inside a word counts against (the mark of KOI8 read as windows-1251).
 */
export function likeness(text: string): number {
  let sum = 0
  let count = 0
  let before = ' '
  for (const character of text) {
    if (character.codePointAt(0)! >= 0x80) {
      count += 1
      sum += characterLikeness(character, before)
    }
    before = character
  }
  return count === 0 ? 0 : sum / count
}

function characterLikeness(character: string, before: string): number {
  if (!letter.test(character)) return '«»“”„’–—№ ،؛؟…'.includes(character) ? 0.1 : /\p{M}/u.test(character) ? 0.2 : -0.8
  const weight = weights.get(character.toLowerCase()) ?? -0.3
  if (upper.test(character) && lower.test(before)) return weight - 1
  if (latin.test(character) !== latin.test(before) && letter.test(before)) return weight - 0.7
  // accented capitals in the middle of small letters, or two accented letters in a row, are rare in Latin writing
  if (latin.test(character) && before.codePointAt(0)! >= 0x80 && letter.test(before)) return weight - 0.6
  if (cyrillic.test(character) && /[ъьы]/iu.test(character) && !letter.test(before)) return weight - 0.8
  return weight
}

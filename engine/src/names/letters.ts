/**
 * The writing systems the engine reads, and what each letter of them is folded to.
 *
 * A letter is kept when native readers count it as one (й, ї, ў, گ, پ); what they count as a mark (accents, harakat,
 * niqqud, hamza seats) is dropped, because lists drop it too.
 */

/** Scripts by their ISO 15924 codes in lower case; `zzzz` is anything else. */
export type Script = 'latn' | 'cyrl' | 'arab' | 'hebr' | 'armn' | 'geor' | 'grek' | 'zzzz'

/** The scripts with letters of their own, in the fixed order that tables and codes refer to. */
export const scripts: readonly Script[] = ['latn', 'cyrl', 'arab', 'hebr', 'armn', 'geor', 'grek']

/** The letters of each script after folding; a letter's code is its place here plus one (0 is "no letter"). */
export const alphabets: Readonly<Record<Script, string>> = {
  latn: 'abcdefghijklmnopqrstuvwxyz',
  cyrl: 'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџѓќѕәғқңөұүһҳҷқғў',
  arab: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةءپچژگڤڭ',
  hebr: 'אבגדהוזחטיכלמנסעפצקרשת׳',
  armn: 'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև',
  geor: 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
  grek: 'αβγδεζηθικλμνξοπρστυφχψω',
  zzzz: '',
}

/** Letters that decompose in no Unicode form, or whose folding is a habit of lists and not of Unicode. */
const folds: Readonly<Record<string, string>> = {
  // Latin
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
  ə: 'a',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ŧ: 't',
  ɛ: 'e',
  ɔ: 'o',
  ǝ: 'a',
  ĸ: 'k',
  ſ: 's',
  ŀ: 'l',
  ɣ: 'gh',
  ĳ: 'ij',
  // Cyrillic: ё is written е; letters of small alphabets that lists write with their neighbours
  ё: 'е',
  ѐ: 'е',
  ѝ: 'и',
  ҡ: 'қ',
  ҥ: 'ң',
  ѳ: 'ф',
  ѣ: 'е',
  ѵ: 'и',
  ҹ: 'ҷ',
  ҫ: 'с',
  ҙ: 'з',
  ӏ: 'ъ',
  ҝ: 'г',
  ҕ: 'ғ',
  ԛ: 'қ',
  ԝ: 'в',
  // Arabic script: hamza seats, Persian, Urdu and Pashto forms
  آ: 'ا',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ي',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ے: 'ي',
  ێ: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ۃ: 'ة',
  ٹ: 'ت',
  ټ: 'ت',
  ڈ: 'د',
  ډ: 'د',
  ڑ: 'ر',
  ړ: 'ر',
  ڕ: 'ر',
  ږ: 'ژ',
  ښ: 'ش',
  ځ: 'ز',
  څ: 'چ',
  ڼ: 'ن',
  ں: 'ن',
  ګ: 'گ',
  ڵ: 'ل',
  ۆ: 'و',
  ۇ: 'و',
  ۈ: 'و',
  ۋ: 'و',
  ݣ: 'گ',
  ڨ: 'ق',
  ڢ: 'ف',
  ڧ: 'ق',
  ﷲ: 'الله',
  // Hebrew: final letters
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
  װ: 'וו',
  ױ: 'וי',
  ײ: 'יי',
  // Greek
  ς: 'σ',
  ϲ: 'σ',
  // Georgian: letters of the old alphabet
  ჱ: 'ე',
  ჲ: 'ი',
  ჳ: 'ვ',
  ჴ: 'ხ',
  ჵ: 'ო',
}

const scriptByLetter = new Map<string, Script>()
const codeByLetter = new Map<string, number>()
for (const script of scripts) {
  let code = 0
  for (const letter of new Set(alphabets[script])) {
    code += 1
    scriptByLetter.set(letter, script)
    codeByLetter.set(letter, code)
  }
}

/** The script a folded letter belongs to; `zzzz` when the engine has no alphabet for it. */
export function scriptOfLetter(letter: string): Script {
  return scriptByLetter.get(letter) ?? 'zzzz'
}

/** The place of a folded letter in its alphabet, from 1; 0 when it is in none. */
export function codeOfLetter(letter: string): number {
  return codeByLetter.get(letter) ?? 0
}

/** What a letter is written as by lists that drop marks; itself when nothing is known. One letter in, any number out. */
export function foldLetter(letter: string): string {
  return folds[letter] ?? letter
}

/** The script most letters of a folded word are in; `zzzz` when none is known. Ties go to the first in `scripts`. */
export function scriptOf(word: string): Script {
  const counts = new Map<Script, number>()
  for (const letter of word) {
    const script = scriptOfLetter(letter)
    counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  let best: Script = 'zzzz'
  for (const script of scripts)
    if ((counts.get(script) ?? 0) > (best === 'zzzz' ? 0 : (counts.get(best) ?? 0))) best = script
  return best
}

/** Words by which lists say that something is not known; what they stand for is "not stated", never a value. */
const notStated = new Set(
  [
    '',
    'unknown',
    'not known',
    'unk',
    'n a',
    'na',
    'none',
    'nil',
    'null',
    'not stated',
    'not given',
    'not available',
    'no data',
    'inconnu',
    'inconnue',
    'non connu',
    'non précisé',
    'неизвестно',
    'неизвестен',
    'неизвестна',
    'не известно',
    'не изв',
    'неизв',
    'нет',
    'нет данных',
    'н д',
    'не указано',
    'не указан',
    'невідомо',
    'невідомий',
    'невідома',
    'не відомо',
    'немає',
    'немає даних',
    'не вказано',
    'غير معروف',
    'غير معروفة',
    'غير محدد',
    'غير مذكور',
    'مجهول',
    'مجهولة',
    'لا يوجد',
    'نامعلوم',
  ].map(plain),
)

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Pairs of first letters with which a word of the list begins, in small and in capital letters, as one number each. */
const beginnings = new Set(
  Array.from(notStated).flatMap((word) =>
    [word, word.toUpperCase(), word.slice(0, 1).toUpperCase() + word.slice(1)].map(firstTwo),
  ),
)
const seen = new Map<string, boolean>()
const seenMax = 50_000
const fewLetters = /^[\p{L}\p{N}]{20,}/u

/** Two letters as a small number; far letters may share one, which costs a look at the list and no more. */
function firstTwo(text: string): number {
  return ((text.charCodeAt(0) & 0x7ff) << 16) | text.charCodeAt(1)
}

/** Whether a code unit is a letter by itself: 0 not asked yet, 1 no, 2 yes. */
const letters = new Uint8Array(65_536)

function isLetter(code: number): boolean {
  if (letters[code] === 0) letters[code] = /^\p{L}$/u.test(String.fromCharCode(code)) ? 2 : 1
  return letters[code] === 2
}

/** True when a cell says nothing: empty, dashes, question marks, `unknown`, `неизвестно`, `غير معروف` and the like. */
export function isNotStated(cell: string): boolean {
  if (cell === '') return true
  if (cell.length > 30) return false
  const first = cell.charCodeAt(0)
  // no such word begins with a digit; ids and dates are most of a long list
  if (first >= 48 && first <= 57) return false
  // nor does any begin with other two letters than these
  if (cell.length > 1 && isLetter(first)) {
    const second = cell.charCodeAt(1)
    if (second >= 48 && second <= 57) return false
    if (isLetter(second) && !beginnings.has(firstTwo(cell))) return false
  }
  const known = seen.get(cell)
  if (known !== undefined) return known
  const said =
    !fewLetters.test(cell) &&
    (notStated.has(plain(cell)) || /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/u.test(cell))
  if (seen.size >= seenMax) seen.clear()
  seen.set(cell, said)
  return said
}

const sexes: Record<'m' | 'f', string> = {
  m: 'm male man boy masculin homme h garçon м муж мужской мужчина чол ч чоловік чоловіча чоловічий хлопець ذكر رجل 1',
  f: 'f female woman girl féminin feminin femme fille ж жен женский женщина жін жінка жіноча жіночий дівчина أنثى انثى امرأة 2',
}
const sexOf = new Map<string, 'm' | 'f'>()
for (const sex of ['m', 'f'] as const) for (const word of sexes[sex].split(' ')) sexOf.set(word, sex)

/** The sex a word states (ISO 5218 1 and 2 among them), undefined when it is not one of the words known. */
export function parseSex(cell: string): 'm' | 'f' | undefined {
  return sexOf.get(plain(cell))
}

/** Digits of any script as ASCII digits: Arabic-Indic, Persian and full-width ones stand in real lists. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/gu, (digit) => String(digitValue(digit)))
}

function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!
  return code >= 0xff10 ? code - 0xff10 : code >= 0x06f0 ? code - 0x06f0 : code - 0x0660
}

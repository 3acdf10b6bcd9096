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

const fewLetters = /^[\p{L}\p{N}]{20,}/u

/** True when a cell says nothing: empty, dashes, question marks, `unknown`, `неизвестно`, `غير معروف` and the like. */
export function isNotStated(cell: string): boolean {
  if (cell === '') return true
  if (cell.length > 30 || fewLetters.test(cell)) return false
  return notStated.has(plain(cell)) || /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/u.test(cell)
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

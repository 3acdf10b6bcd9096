/**
 * Names of two words that lists write together or apart as they like: Abdulrahman and Abd al-Rahman, Nurullah and Noor Ullah,
 * Salahuddin and Salah ad-Din. They are always read apart, the first in one spelling.
 */

/** What follows "servant of": the names of God in use, and a few more, by their usual spellings. */
const served =
  'rahm[aei]n|rehman|rah[ei]+m|rahim|kar[ei]+m|azi?z|azeez|mal[ei]k|[qk]ad[ei]r|ghader|lat[ei]+f|ham[ei]+d|maj[ei]+d|mej[ei]d|' +
  'w?vah[ei]+d|wah[ei]+d|oua?h[ei]+d|sal+a+m|d?jal[ei]+l|galil|hal[ei]+m|hak[ei]+m|gh?ani|qani|gh?af+[aou]+r|raz+[ae]+[qk]|sam[ae]d|' +
  'nas+[ei]r|sat+ar|d?jab+a+r|gabbar|had[iy]|ha[qk]+|qay+[ou]+m|[wv]ah+a+b|ouahab|ra+[uo]+f|rash[ei]+d|rach[ei]d|bas+[eiu]t|fat+ah|' +
  'mon[ae]+i?m|mun[ei]m|aal|ali|ha[iy]+|mut+al+[ei]b|kh?al[ei][qk]|nabi|ras[ou]+l|wali|wad[ou]+d|bar[iy]|ba[qk]i|zah[ei]r|mumin|' +
  'm[ou]hs[ei]n|hafi?z|hafeez|nur|noor|matin|mateen|tawab|ahad|shakur'

const latinServant = new RegExp(`^ab[dt](?:h?[aeiou]{0,2})(?:l|r|n|s|t|d|z|sh)?(${served})e?$`, 'u')
const cyrillicServant =
  /^абд(?:у|е|э|ы|а)?(?:ль|л|р|с|н|з|ш)?(р[ао]хм[ао]н|рахим|карим|аз?из|малик|[кг]ад[иы]р|латиф|хам[иы]д|гамид|ма[дж]+[иы]д|вах[иы]д|салам|джал[иы]л|хал[иы]м|хаким|гани|га[фп]+[уа]р|р[ао]з+[ао][кг]|сам[аи]д|нас[иы]р|сат+ар|джаб+ар|хади|хак|кай+[уы]м|ваг?х?аб|рау[фп]|раш[иы]д|хал[иы]к|мут+ал[иы]б|мумин|мухсин)$/u
const arabicServant = /^عبدال(.{2,})$/u
const servantAlone: readonly (readonly [RegExp, string])[] = [
  [/^ab$/u, 'abu'],
  [/^abd(?:u|e|a|o|ou)(?:l|r|s|t|n|d|z|sh)$/u, 'abd'],
  [/^абд(?:у|е|э|а)(?:ль|л|р|с)$/u, 'абд'],
]

type Tail = { readonly ending: RegExp; readonly word: string }

const tails: readonly Tail[] = [
  { ending: /^(abd)oulaye$/u, word: 'allah' },
  { ending: /^(ab)(?:u|ou|oo)ba[ck]+[ae]?r$/u, word: 'bakr' },
  { ending: /^(.{3,}?)(?:e|a)ttin$/u, word: 'din' },
  { ending: /^(.{3,}?)(?:u|oo|ou)l+ah?$/u, word: 'allah' },
  { ending: /^(.{3,}?)(?:a|o)l+ah$/u, word: 'allah' },
  { ending: /^(.{3,}?)(?:u|e|a|i|o|oo)d-?d(?:i|ee|y|e)ne?$/u, word: 'din' },
  { ending: /^(.{3,}?)(?:u|e|a)ld(?:i|ee)n$/u, word: 'din' },
  { ending: /^(.{3,}?)ул+ах?$/u, word: 'аллах' },
  { ending: /^(.{3,}?)[ао]л+ах$/u, word: 'аллах' },
  { ending: /^(.{3,}?)(?:у|е|э|а|и)(?:дд|лд|льд)ин$/u, word: 'дин' },
  { ending: /^(.{2,})الله$/u, word: 'الله' },
  { ending: /^(.{2,})الدين$/u, word: 'دين' },
]

const tailAlone: ReadonlyMap<string, string> = new Map([
  ['ullah', 'allah'],
  ['ollah', 'allah'],
  ['deen', 'din'],
  ['dine', 'din'],
  ['uddin', 'din'],
  ['eddin', 'din'],
  ['eddine', 'din'],
  ['aldin', 'din'],
])

/** A folded word as the words it is made of, mostly one; any string is safe, and takes time in its length. */
export function apart(word: string): string[] {
  const latin = latinServant.exec(word)
  if (latin) return ['abd', latin[1]!]
  const cyrillic = cyrillicServant.exec(word)
  if (cyrillic) return ['абд', cyrillic[1]!]
  for (const [form, plain] of servantAlone) if (form.test(word)) return [plain]
  for (const { ending, word: tail } of tails) {
    const stem = ending.exec(word)?.[1]
    if (stem !== undefined) return [...apart(stem), tail]
  }
  const arabic = arabicServant.exec(word)
  if (arabic) return ['عبد', arabic[1]!]
  return [tailAlone.get(word) ?? word]
}

const bound = new Set([
  'abd',
  'абд',
  'عبد',
  'allah',
  'аллах',
  'الله',
  'din',
  'дин',
  'دين',
  'abu',
  'abou',
  'абу',
  'ابو',
  'umm',
  'ام',
])

/** Whether a word only makes a name with the next or the one before: shared by so many that it says little. */
export function isBound(word: string): boolean {
  return bound.has(word)
}

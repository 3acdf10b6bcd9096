/**
 * One surname has several endings: Vyshnevskyi and Vyshnevska, Oblomov and Oblomova, and in a sentence Ružkova, Ружкову. Here a word is brought to the form the others come from, by rule.
 */

type Ending = readonly [ending: RegExp, form: string]

/** Slavic surnames in Latin letters: the feminine to the masculine. */
const latinEndings: readonly Ending[] = [
  [/(ov|ev|iov|yov|in|yn)ova$/, '$1'],
  [/(...)(ov|ev|yev|iev|ew|ow|off|eff)(a|aite)$/, '$1$2'],
  [/(...)(in|yn)a$/, '$1$2'],
  [/(...)(s|c|ts|dz)k(aya|aia|aja|aja|a)$/, '$1$2ki'],
  [/(...)(s|c|ts|dz)k(yi|yj|iy|ij|ii|yy|y|oj|oy|oi)$/, '$1$2ki'],
  [/(...)n(aya|aia|aja)$/, '$1nyi'],
  [/(...)n(yi|yj|iy|yy|oy|oi)$/, '$1nyi'],
  [/(...)(ek|ec)?ova$/, '$1$2'],
  [/(...)icova$/, '$1ic'],
  [/(....)skas$/, '$1ski'],
]

/** Russian, Ukrainian and Belarusian surnames and names in Cyrillic: feminine and declined forms to the masculine nominative. */
const cyrillicEndings: readonly Ending[] = [
  [/(..)(ов|ев|ёв|єв|їв|ін|ин|ын|їн)(а|у|ым|им|ой|ою|е|і|ы|ої|ий)$/, '$1$2'],
  [/(..)(с|ц)ьк(а|ого|ому|им|ої|ій|ою|у)$/, '$1$2ький'],
  [/(..)(с|ц)к(ая|ого|ому|им|ой|ую|ою|а)$/, '$1$2кий'],
  [/(..)(с|ц)ки$/, '$1$2кий'],
  [/(...)(ая|ого|ому|ой|ую)$/, '$1ый'],
  [/(...)ий$/, '$1ый'],
  [/(..)н(а|ої|ій|ою|ого|ому)$/, '$1ный'],
  [/(...)(енк|чк|шк)(а|у|ом|ові|ові)$/, '$1$2о'],
  [/(...)(ук|юк|ак|як|ик|ец|ич|іч|ан|ян|ар|ер|ор|ел|іль|ир|ін)(а|у|ом|ем|ові|еві|ові)$/, '$1$2'],
]

/** Declined given names in Cyrillic. */
const givenEndings: readonly Ending[] = [
  [/(..)(ия|ию|ием|ии)$/, '$1ий'],
  [/(..)(ія|ію|ієм|ієві)$/, '$1ій'],
  [/(..)(ея|ею|еем|ее)$/, '$1ей'],
  [/(..)(єя|єю|єєм)$/, '$1єй'],
  [/(...[бвгдзклмнпрстфх])(а|у|ом|ові)$/, '$1'],
]

const greekEndings: readonly Ending[] = [
  [/(...)ου$/, '$1οσ'],
  [/(...)α$/, '$1ασ'],
  [/(...)η$/, '$1ησ'],
]

function first(word: string, endings: readonly Ending[]): string | undefined {
  for (const [ending, form] of endings) if (ending.test(word)) return word.replace(ending, form)
  return undefined
}

/** How the last letters of a patronymic are written in Latin letters: English, French, German and Polish ways. */
const sonOf = '(?:ch|tch|tsch|cz|ts)'

const patronymics: readonly Ending[] = [
  [new RegExp(`(..)[ijy]+[oe][vw][iy]${sonOf}$`, 'u'), '$1i'],
  [new RegExp(`(.[aeou])e[vw][iy]${sonOf}$`, 'u'), '$1i'],
  [new RegExp(`(..)(?:[oe][vw][iy]${sonOf}|avi(?:ch|tsch))$`, 'u'), '$1'],
  [/(..)[ijy]+[oe][vw]na$/u, '$1i'],
  [/(.[aeou])e[vw]na$/u, '$1i'],
  [/(..)(?:[oe][vw]na|[ijy]?i[vw]na|auna)$/u, '$1'],
  [/(..)ь(?:евич|евна)$/u, '$1ий'],
  [/(.[аеиоуіє])(?:евич|ёвич|йович|евіч|ївна|евна|еўна)$/u, '$1й'],
  [/(..)(?:ович|евич|йович|авіч|евіч|ёвич)$/u, '$1'],
  [/(..)(?:івна|ївна|овна|евна|аўна|еўна)$/u, '$1'],
]

/** The other forms a folded word may stand for, at most two: the masculine, the undeclined. */
export function otherForms(word: string, script: string): readonly string[] {
  const found = new Set<string>()
  const put = (form: string | undefined): void => {
    if (form && form !== word && form.length > 2) found.add(form)
  }
  if (script === 'latn') put(first(word, latinEndings))
  if (script === 'cyrl') {
    put(first(word, cyrillicEndings))
    put(first(word, givenEndings))
  }
  if (script === 'grek') put(first(word, greekEndings))
  return [...found]
}

/** What a folded patronymic is made of: the father's name, some letters short; undefined for other words. */
export function patronymicStem(word: string, script: string): string | undefined {
  return script === 'latn' || script === 'cyrl' ? first(word, patronymics) : undefined
}

/** Patronymics as surnames of the south are written, and short ones: read so only where a father's name is told. */
const toldPatronymics: readonly Ending[] = [
  [/^(иль)(?:ич|инична)$/u, '$1я'],
  [/^(лук|кузьм|фом|никит|савв)(?:ич|инична|ична)$/u, '$1а'],
  [/^(il)(?:j?i(?:ch|tsch|tch|c)|inichna)$/u, '$1ia'],
  [/(..)[ijy]+[oe][vw]ic$/u, '$1i'],
  [/(.[aeou])e[vw]ic$/u, '$1i'],
  [/(...)[oe][vw]ic$/u, '$1'],
]

/** The father's name as he bears it, for a folded patronymic (Олегович, Сергеевич); the word itself for any other. */
export function fatherOf(word: string, script: string): string {
  if (script !== 'latn' && script !== 'cyrl') return word
  return patronymicStem(word, script) ?? first(word, toldPatronymics) ?? word
}

/** Endings of surnames that make another surname of the same stem, romanised; those of one kind in one line. */
const familyEndings: readonly RegExp[] = [
  /(enko|ienko)$/,
  /(chuk|shchuk|chik|czyk|czuk)$/,
  /(iuk|yuk|uk)$/,
  /(ovych|ovich|evych|evich|owicz|ewicz|ovic|evic)$/,
  /(ovs?kyi|ovskiy|evskyi|evskiy|ovski|evski|skyi|skiy|ski|sky|cki|tskyi|tskiy|ckij)$/,
  /(ov|ev|yev|iev|off|eff|ow|ew)$/,
  /(dze)$/,
  /(shvili|svili)$/,
  /(ian|yan|iants|yants)$/,
  /(opoulos|opulos|opoylos)$/,
  /(akis)$/,
  /(idis|iadis)$/,
  /(zadeh|zade|zoda)$/,
  /(oglu|oghlu)$/,
  /(berg|burg)$/,
  /(baum|boim|boym)$/,
  /(stein|shtein|shteyn)$/,
  /(mann|man)$/,
]

/** The kind of a romanised surname's ending, −1 where it has none that is known. */
export function familyEnding(romanised: string): number {
  return familyEndings.findIndex((ending) => ending.test(romanised))
}

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'und-Arab'],
  [/\p{Script=Cyrillic}/u, 'und-Cyrl'],
  [/\p{Script=Hebrew}/u, 'und-Hebr'],
  [/\p{Script=Armenian}/u, 'und-Armn'],
  [/\p{Script=Georgian}/u, 'und-Geor'],
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u, 'und-Hani'],
  [/\p{Script=Ethiopic}/u, 'und-Ethi'],
]

/** The language tag of a name of unknown language: its script alone, which is what fonts and voices need. */
export function languageOfScript(text: string): string {
  return scripts.find(([script]) => script.test(text))?.[1] ?? 'und-Latn'
}

/** Two letters for a person of the house: of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return [first, last]
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

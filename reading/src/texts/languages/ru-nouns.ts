/** The other cases of a Russian noun, each with its nominative: министр → министра, министру, министром, министре. */
export function declined(nouns: readonly string[]): [string, string][] {
  return nouns.flatMap((noun): [string, string][] => cases(noun).map((form): [string, string] => [form, noun]))
}

function cases(noun: string): string[] {
  const [head = '', ...rest] = noun.split(' ')
  const tail = rest.length === 0 ? '' : ` ${rest.join(' ')}`
  return endings(head)
    .filter((form) => form !== head)
    .map((form) => form + tail)
}

function endings(noun: string): string[] {
  const stem = noun.slice(0, -1)
  if (noun.endsWith('ство') || noun.endsWith('во')) return ['а', 'у', 'ом', 'е'].map((end) => stem + end)
  if (noun.endsWith('ие')) return ['я', 'ю', 'ем', 'и'].map((end) => stem + end)
  if (noun.endsWith('ия')) return ['и', 'ю', 'ей'].map((end) => stem + end)
  if (/[кгхжшчщ]а$/u.test(noun)) return ['и', 'е', 'у', 'ой', 'ою'].map((end) => stem + end)
  if (noun.endsWith('а')) return ['ы', 'е', 'у', 'ой', 'ою', 'ей'].map((end) => stem + end)
  if (noun.endsWith('ь')) return ['я', 'ю', 'ем', 'е', 'и'].map((end) => stem + end)
  if (noun.endsWith('ющий') || noun.endsWith('щий'))
    return ['его', 'ему', 'им', 'ем'].map((end) => noun.slice(0, -2) + end)
  if (noun.endsWith('ный') || noun.endsWith('ый'))
    return ['ого', 'ому', 'ым', 'ом'].map((end) => noun.slice(0, -2) + end)
  if (noun.endsWith('ая')) return ['ой', 'ую', 'ою'].map((end) => noun.slice(0, -2) + end)
  if (/[бвгджзклмнпрстфхцчшщ]$/u.test(noun)) return ['а', 'у', 'ом', 'ем', 'е'].map((end) => noun + end)
  return []
}

/** The other cases of a Ukrainian noun, each with its nominative: міністр → міністра, міністру, міністром, міністрові. */
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
  if (noun.endsWith('ство') || noun.endsWith('во')) return ['а', 'у', 'ом', 'і'].map((end) => stem + end)
  if (noun.endsWith('ія')) return ['ї', 'ю', 'єю'].map((end) => stem + end)
  if (noun.endsWith('ння'))
    return ['ню', 'нням', 'нні'].map((end) => noun.slice(0, -2) + end).concat(`${stem}ю`, `${stem}ям`, `${stem}і`)
  if (noun.endsWith('ця')) return ['і', 'ю', 'ею'].map((end) => stem + end)
  if (/ка$/u.test(noun)) return [`${stem}и`, `${stem}у`, `${stem}ою`, `${noun.slice(0, -2)}ці`]
  if (noun.endsWith('а')) return ['и', 'і', 'у', 'ою'].map((end) => stem + end)
  if (noun.endsWith('ар') || noun.endsWith('яр')) return ['я', 'ю', 'ем', 'еві', 'і'].map((end) => noun + end)
  if (noun.endsWith('ець')) return ['ця', 'цю', 'цем', 'цеві'].map((end) => noun.slice(0, -3) + end)
  if (noun.endsWith('ь')) return ['я', 'ю', 'ем', 'еві', 'і'].map((end) => stem + end)
  if (noun.endsWith('ий')) return ['ого', 'ому', 'им'].map((end) => noun.slice(0, -2) + end)
  if (noun.endsWith('на')) return ['ої', 'ій', 'у', 'ою'].map((end) => stem + end)
  if (/[бвгґджзклмнпрстфхцчшщ]$/u.test(noun)) return ['а', 'у', 'ом', 'ові', 'і', 'ем', 'еві'].map((end) => noun + end)
  return []
}

// One invented person for one walk, and the list that names them. Drawn anew for each walk, so that whoever walks twice
// does not find two records of one person in the way.

type InTwo = readonly [latin: string, cyrillic: string]

const families: readonly InTwo[] = [
  ['Torvesh', 'Торвеш'],
  ['Mirolan', 'Миролан'],
  ['Keldar', 'Келдар'],
  ['Oskarin', 'Оскарин'],
  ['Verhal', 'Верхал'],
  ['Sorbin', 'Сорбин'],
  ['Dranek', 'Дранек'],
  ['Lomatar', 'Ломатар'],
]
const givens: readonly InTwo[] = [
  ['Danil', 'Данил'],
  ['Roman', 'Роман'],
  ['Timur', 'Тимур'],
  ['Maksim', 'Максим'],
  ['Denis', 'Денис'],
  ['Viktor', 'Виктор'],
]
const fathers: readonly InTwo[] = [
  ['Stepan', 'Степанович'],
  ['Oleg', 'Олегович'],
  ['Ivan', 'Иванович'],
  ['Roman', 'Романович'],
]
const mothers: readonly InTwo[] = [
  ['Vera', 'Вера'],
  ['Anna', 'Анна'],
  ['Mina', 'Мина'],
  ['Darina', 'Дарина'],
]

export type Made = {
  readonly given: string
  readonly father: string
  readonly family: string
  readonly mother: string
  /** Day of birth, `YYYY-MM-DD`. */
  readonly born: string
  /** What the list writes for a day of birth that is no day, and what it is when mended. */
  readonly wrong: string
  readonly mended: string
  readonly number: string
  readonly list: string
}

/** The person sought in one walk, and the sender's list as a CSV file in which that person stands. `seed` is any whole number >= 0. */
export function made(seed: number): Made {
  let left = seed
  const draw = (count: number) => {
    const drawn = left % count
    left = Math.floor(left / count)
    return drawn
  }
  const of = (names: readonly InTwo[]) => names[draw(names.length)] ?? (['', ''] as const)
  const [family, given, father, mother] = [of(families), of(givens), of(fathers), of(mothers)]
  const [year, month, day] = [1974 + draw(28), 1 + draw(12), 1 + draw(28)]
  const two = (part: number) => String(part).padStart(2, '0')
  const number = String(20 + draw(70))
  const mended = `09.03.${year - 2}`
  const wrong = `31.02.${year - 2}`
  const rows = [
    ['№', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Имя матери', 'Личный номер', 'Дата пленения'],
    [
      '1',
      family[1],
      given[1],
      father[1],
      `${two(day)}.${two(month)}.${year}`,
      mother[1],
      `А-2${number}41`,
      '21.10.2025',
    ],
    ['2', 'Вельдан', 'Лев', 'Маркович', String(year + 1), '', `А-9${number}07`, '21.10.2025'],
    ['3', 'Орлик', 'Яким', 'Данилович', wrong, 'Ольга', `А-2${number}50`, '19.10.2025'],
    ['4', 'Месак', 'Роман', 'Олегович', `02.11.${year - 9}`, 'Ирина', `А-2${number}51`, '19.10.2025'],
  ]
  return {
    given: given[0],
    father: father[0],
    family: family[0],
    mother: mother[0],
    born: `${year}-${two(month)}-${two(day)}`,
    wrong,
    mended,
    number,
    list: `\uFEFF${rows.map((row) => row.join(';')).join('\r\n')}\r\n`,
  }
}

// What a world has shown, so that two worlds can be asked the same and compared although their ids are others.
const token = /\b(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Z]{1,3}-[0-9A-HJKMNP-TV-Z]{11})\b/gu
/** What is random or sealed by its nature says nothing by its bytes: only whether it is there. */
const opaque: ReadonlySet<string> = new Set([
  'next',
  'digest',
  'token',
  'reference',
  'head',
  'hash',
  'previous',
  'number',
])

/** The ids one world has shown, in the order in which it showed them: the same place is the same thing in both. */
export class Seen {
  readonly ids: string[] = []
  /** Those that were never shown to whom they are asked by: they are guessed. */
  readonly guessed: string[] = []
  readonly #places = new Map<string, number>()
  /** By id, under which names and by which room it was shown. */
  readonly #shownAs = new Map<string, Set<string>>()
  readonly names: string[] = []

  /** An answer of a room with each id as its place. */
  normal(value: unknown, slice = '', as = ''): unknown {
    // A digest is over ids, which are others in each world.
    if (typeof value === 'string' && /^[0-9a-f]{64}$/u.test(value)) return 'digest'
    if (typeof value === 'string')
      return value.replaceAll(token, (id) => {
        const known = this.#shownAs.get(id) ?? new Set()
        this.#shownAs.set(id, known.add(as).add(`${slice}.${as}`))
        return `#${this.place(id)}`
      })
    if (Array.isArray(value)) return value.map((one) => this.normal(one, slice, as))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => {
        if (key === 'name' && typeof one === 'string' && this.names.length < 200) this.names.push(one)
        return [key, opaque.has(key) && one !== null ? 'opaque' : this.normal(one, slice, key)]
      }),
    )
  }

  /** Where an id was shown; undefined for one that was not. */
  placeOf(id: string): number | undefined {
    return this.#places.get(id)
  }

  /** How well an id fits a field of an operation of a room: shown under that name there, under that name, or not. */
  fit(id: string, slice: string, field: string): number {
    const known = this.#shownAs.get(id)
    if (known?.has(`${slice}.${field}`)) return 2
    return known?.has(field) ? 1 : 0
  }

  /** An id that is guessed: as what it is shown where it is there. */
  guess(id: string, as: Iterable<string>): void {
    this.place(id)
    this.#shownAs.set(id, new Set(as))
    this.guessed.push(id)
  }

  /** Under which names, and by which rooms, an id was shown. */
  asOf(id: string): ReadonlySet<string> {
    return this.#shownAs.get(id) ?? new Set()
  }

  place(id: string): number {
    const known = this.#places.get(id)
    if (known !== undefined) return known
    this.#places.set(id, this.ids.length)
    this.ids.push(id)
    return this.ids.length - 1
  }
}

/** The same input for the other world: each id is there what is at its place. */
export function translated(asked: unknown, from: Seen, into: Seen): unknown {
  const text = JSON.stringify(asked).replaceAll(token, (id) => into.ids[from.placeOf(id) ?? -1] ?? id)
  return JSON.parse(text)
}

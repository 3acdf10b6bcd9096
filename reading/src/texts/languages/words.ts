import { keyOf, type Token } from './tokens.ts'

interface Node<T> {
  readonly exact: Map<string, Node<T>>
  readonly prefix: Map<string, Node<T>>
  readonly suffix: Map<string, Node<T>>
  /** A word that is not meant by an open line of the table (`!сначала` beside `начал*`). */
  not: boolean
  value: { readonly of: T } | null
}

/** A table of words and phrases, searched at one place of a text in time that does not grow with the table. */
export interface Phrases<T> {
  readonly root: Node<T>
}

/** What was found: how many words it takes, and what stands beside it in the table. */
export interface Found<T> {
  readonly length: number
  readonly value: T
}

/**
 * Makes a table of phrases. `violat*` is any word so beginning, `*erons` any so ending, `!word` none of these; a space
 * joins words that follow each other. Where
 * two lines are the same, the first holds.
 */
export function phrases<T>(lines: Iterable<readonly [string, T]>): Phrases<T> {
  const root = node<T>()
  for (const [line, value] of lines) {
    let at = root
    for (const word of line.split(' ')) {
      if (word === '') continue
      const open = word.length > 1 && word.endsWith('*')
      const ending = word.length > 1 && word.startsWith('*')
      const not = word.length > 1 && word.startsWith('!')
      const key = keyOf(word.slice(ending || not ? 1 : 0, open ? -1 : undefined))
      const branch = open ? at.prefix : ending ? at.suffix : at.exact
      let next = branch.get(key)
      if (next === undefined) {
        next = node<T>()
        branch.set(key, next)
      }
      if (not) next.not = true
      at = next
    }
    if (at !== root && !at.not) at.value ??= { of: value }
  }
  return { root }
}

/** A table without values, of words divided by `|` or given as a list. */
export function wordSet(lines: readonly string[]): Phrases<true> {
  return phrases(lines.map((line): [string, true] => [line, true]))
}

/** Cuts a written list at its bars: `"prime minister | king"`. */
export function list(written: string): string[] {
  return written
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/**
 * The longest phrase of the table at one place, or null. `loose` also looks behind articles and prepositions that
 * are written together with the word (Arabic).
 */
export function find<T>(table: Phrases<T>, tokens: readonly Token[], at: number, loose = true): Found<T> | null {
  return walk(table.root, tokens, at, loose, 0)
}

/** The first place within `from` (included) and `to` (excluded) where the table has a phrase, or -1. */
export function search<T>(table: Phrases<T>, tokens: readonly Token[], from: number, to: number): number {
  for (let at = Math.max(0, from); at < to; at += 1) {
    const found = find(table, tokens, at)
    if (found !== null && at + found.length <= to) return at
  }
  return -1
}

/** Does the table have a phrase within the stretch? */
export function holds<T>(table: Phrases<T>, tokens: readonly Token[], from: number, to: number): boolean {
  return search(table, tokens, from, to) !== -1
}

function node<T>(): Node<T> {
  return { exact: new Map(), prefix: new Map(), suffix: new Map(), not: false, value: null }
}

function walk<T>(from: Node<T>, tokens: readonly Token[], at: number, loose: boolean, length: number): Found<T> | null {
  const here: Found<T> | null = from.value === null || length === 0 ? null : { length, value: from.value.of }
  const token = tokens[at]
  if (token === undefined || length > 7) return here
  let best = here
  for (const key of loose ? token.loose : token.keys) {
    for (const next of branches(from, key)) {
      const found = walk(next, tokens, at + 1, loose, length + 1)
      if (found !== null && (best === null || found.length > best.length)) best = found
    }
  }
  if (length > 0 && best === here && inserted.test(token.key)) {
    const found = walk(from, tokens, at + 1, loose, length + 1)
    if (found !== null && found.length > length + 1) return found
  }
  return best
}

/** Adverbs that may stand within a phrase: "se disant vivement préoccupé". */
const inserted =
  /^(?:\p{L}{3,}(?:ment|ly)|néanmoins|toutefois|cependant|également|très|очень|глубоко|крайне|серьезно|также|вкрай|дуже|глибоко|також)$/u

function* branches<T>(from: Node<T>, key: string): Generator<Node<T>> {
  const exact = from.exact.get(key)
  if (exact !== undefined) yield exact
  if (exact?.not === true) return
  if (from.prefix.size > 0)
    for (let length = Math.min(key.length, 24); length > 0; length -= 1) {
      const open = from.prefix.get(key.slice(0, length))
      if (open?.not === true) return
      if (open !== undefined) yield open
    }
  if (from.suffix.size > 0)
    for (let length = Math.min(key.length - 2, 8); length > 0; length -= 1) {
      const open = from.suffix.get(key.slice(-length))
      if (open !== undefined) yield open
    }
}

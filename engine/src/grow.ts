/** Arrays of numbers that grow by doubling, and can be frozen to their length for a snapshot. */
export type Grow32 = { data: Uint32Array; length: number }
export type Grow16 = { data: Uint16Array; length: number }
export type Grow8 = { data: Uint8Array; length: number }

/** An empty array with room for `room` numbers. */
export function grow32(room = 16): Grow32 {
  return { data: new Uint32Array(room), length: 0 }
}

/** The same for 16-bit numbers. */
export function grow16(room = 16): Grow16 {
  return { data: new Uint16Array(room), length: 0 }
}

/** The same for bytes. */
export function grow8(room = 16): Grow8 {
  return { data: new Uint8Array(room), length: 0 }
}

/** Appends a number. */
export function push32(to: Grow32, value: number): void {
  if (to.length === to.data.length) {
    const wider = new Uint32Array(Math.max(16, to.length * 2))
    wider.set(to.data)
    to.data = wider
  }
  to.data[to.length] = value
  to.length += 1
}

/** Appends a 16-bit number. */
export function push16(to: Grow16, value: number): void {
  if (to.length === to.data.length) {
    const wider = new Uint16Array(Math.max(16, to.length * 2))
    wider.set(to.data)
    to.data = wider
  }
  to.data[to.length] = value
  to.length += 1
}

/** Appends a byte. */
export function push8(to: Grow8, value: number): void {
  if (to.length === to.data.length) {
    const wider = new Uint8Array(Math.max(16, to.length * 2))
    wider.set(to.data)
    to.data = wider
  }
  to.data[to.length] = value
  to.length += 1
}

/** Rows listed by key: row numbers of key `k` are `rows[starts[k]] … rows[starts[k + 1] - 1]`, later ones in `more`. */
export type Postings = { starts: Uint32Array; rows: Uint32Array; readonly more: Map<number, number[]> }

/** Postings from pairs (key, row), by counting; rows keep their order within a key. */
export function postingsOf(keyCount: number, keys: Uint32Array, rows: Uint32Array | undefined): Postings {
  const starts = new Uint32Array(keyCount + 1)
  for (const key of keys) starts[key + 1]! += 1
  for (let key = 0; key < keyCount; key += 1) starts[key + 1]! += starts[key]!
  const next = starts.slice()
  const placed = new Uint32Array(keys.length)
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at]!
    placed[next[key]!] = rows ? rows[at]! : at
    next[key]! += 1
  }
  return { starts, rows: placed, more: new Map() }
}

/** Adds one row to a key after the postings were built. */
export function postLater(postings: Postings, key: number, row: number): void {
  const list = postings.more.get(key)
  if (list) list.push(row)
  else postings.more.set(key, [row])
}

/** How many rows a key has. */
export function postingLength(postings: Postings, key: number): number {
  const later = postings.more.get(key)?.length ?? 0
  return key + 1 < postings.starts.length ? postings.starts[key + 1]! - postings.starts[key]! + later : later
}

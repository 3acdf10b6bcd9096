/** Numbers of any size in as few bytes as they need: seven bits a byte, the lowest first, the eighth says that more follow. */

/** A place in packed bytes; reading moves it on. */
export type PackedReader = { readonly bytes: Uint8Array; at: number }

/** Reads one number, 0 … 2^53. */
export function readGap(reader: PackedReader): number {
  let value = 0
  let factor = 1
  for (;;) {
    const byte = reader.bytes[reader.at]!
    reader.at += 1
    value += (byte & 127) * factor
    factor *= 128
    if (byte < 128) return value
  }
}

/** Appends one number, 0 … 2^53. */
export function writeGap(bytes: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

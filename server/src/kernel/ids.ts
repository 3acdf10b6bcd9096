import { randomBytes, randomUUID, randomUUIDv7 } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ' // Crockford base32: no I, L, O, U
const all = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * What names things. Row keys are UUIDv7 and stay inside a store, because a v7 tells when; `id` and record numbers are
 * random and may be seen (security.md 2.4, domain/08).
 */
export type Ids = { rowId(): string; id(): string; number(prefix: string): string }

export const randomIds: Ids = {
  rowId: () => randomUUIDv7(),
  id: () => randomUUID(),
  number: (prefix) => numberFrom(prefix, () => randomBytes(10)),
}

/** Ids that count, in the same forms: the same test gives the same bytes. */
export function countedIds(seed = 0): Ids {
  let count = seed
  const hex = (length: number) => {
    count += 1
    return count.toString(16).padStart(length, '0')
  }
  return {
    rowId: () => `01980000-0000-7000-8000-${hex(12)}`,
    id: () => `00000000-0000-4000-8000-${hex(12)}`,
    number: (prefix) =>
      numberFrom(prefix, () => {
        count += 1
        // Spread by a multiplier coprime to 2^40, so that counted numbers do not look alike in a test's output.
        let rest = (BigInt(count) * 0x9e37_79b9_7fn) % (1n << 50n)
        return Uint8Array.from({ length: 10 }, () => {
          const digit = Number(rest % 32n)
          rest /= 32n
          return digit
        })
      }),
  }
}

/** Prefix, ten Crockford characters and the ISO 7064 mod 37,36 check character; a check of I, L, O or U is drawn again. */
function numberFrom(prefix: string, draw: () => Uint8Array): string {
  for (;;) {
    const body = Array.from(draw(), (byte) => alphabet[byte % 32]).join('')
    const check = checkCharacter(body)
    if (alphabet.includes(check)) return `${prefix}-${body}${check}`
  }
}

/** ISO 7064 mod 37,36 over digits and capital letters. */
export function checkCharacter(body: string): string {
  let product = 36
  for (const character of body) {
    const sum = (product + all.indexOf(character)) % 36 || 36
    product = (sum * 2) % 37
  }
  return all[(37 - product) % 36]!
}

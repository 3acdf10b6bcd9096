import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** The form of what is sealed; old forms are read through upcasters (security.md 0.5). */
export const envelopeVersion = 1

/** AES-256-GCM: version 1, nonce 12, ciphertext, tag 16. */
export function encrypt(key: Buffer, plain: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  return Buffer.concat([Buffer.of(envelopeVersion), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws when the key, the place or a byte is not the one it was sealed with. */
export function decrypt(key: Buffer, sealed: Uint8Array, place: string): Buffer {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== envelopeVersion) throw new Error('an envelope of an unknown version')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(13, -16)), decipher.final()])
}

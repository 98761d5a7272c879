import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** AES-256-GCM: 12 bytes of nonce, 16 of tag, before what is sealed. */
const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/** Sealed under another purpose of the same secret, nothing of this can be opened. */
function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'sedikit certificates nip v1', 32))
}

/**
 * Seals a text under the organisation's secret.
 *
 * @param owner whose it is: what was sealed for one person is not opened for another
 */
export function seal(secret: string, owner: string, text: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, keyOf(secret), nonce).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** @returns undefined when it was sealed for another, under another secret, or was changed since */
export function openSealed(secret: string, owner: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < NONCE + TAG) return undefined
  const decipher = createDecipheriv(CIPHER, keyOf(secret), bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  try {
    const body = decipher.update(bytes.subarray(NONCE + TAG))
    return Buffer.concat([body, decipher.final()]).toString('utf8')
  } catch (error) {
    // The only way in which Node says that the tag does not fit.
    if (error instanceof Error) return undefined
    throw error
  }
}

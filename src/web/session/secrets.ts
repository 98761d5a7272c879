import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 128 bits: nobody guesses one, however often they try. */
const BYTES = 16

/** How a secret looks: 22 letters of base64url. */
export const SECRET = /^[A-Za-z0-9_-]{22}$/

export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url')
}

/** What of a secret is kept. One of full strength needs no salt, and no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/**
 * The code of a link by its random number and the bot's token. It stands in the message and nowhere
 * else: the ledger keeps the number alone, the table of links a hash.
 */
export function linkCode(token: string, linkId: string): string {
  const mac = createHmac('sha256', token).update(`page-link:${linkId}`).digest()
  return mac.subarray(0, BYTES).toString('base64url')
}

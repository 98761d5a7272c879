import { createHash, randomBytes } from 'node:crypto'

/** 128 random bits, as Telegram's start payload takes them (A-Z a-z 0-9 _ -): 22 characters. */
export function newInviteCode(): string {
  return randomBytes(16).toString('base64url')
}

/** Only this is stored. The code is random enough that a plain hash cannot be reversed. */
export function hashInviteCode(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}

/** Whether a text could be a code at all; anything else is not looked up and not counted as a guess. */
export function looksLikeInviteCode(text: string): boolean {
  return /^[A-Za-z0-9_-]{8,64}$/.test(text)
}

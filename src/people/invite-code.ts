import { createHash, randomBytes } from 'node:crypto'

/**
 * 128 random bits, as Telegram's start payload takes them (A-Z a-z 0-9 _ -): 22 characters. Drawn
 * anew in the rare case (1 in 90 000) that it could not be told from a word when it is typed.
 */
export function newInviteCode(): string {
  for (;;) {
    const code = randomBytes(16).toString('base64url')
    if (looksLikeInviteCode(code)) return code
  }
}

/** Only this is stored. The code is random enough that a plain hash cannot be reversed. */
export function hashInviteCode(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}

/**
 * Whether a typed text is meant as a code; anything else is not looked up and not counted as a
 * guess. The length alone does not tell: "mempertanggungjawabkan" has 22 letters too. But a code has
 * small letters, and digits or capitals after its first character, and no word has both.
 */
export function looksLikeInviteCode(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text) && /[a-z]/.test(text) && /^.+[A-Z0-9]/.test(text)
}

import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'

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

/** The same from a secret and what it is for: whoever knows both finds the same code again. */
export function inviteCodeFrom(secret: string, purpose: string): string {
  for (let draw = 0; ; draw++) {
    const bytes = createHmac('sha256', secret).update(`${purpose}, ${draw}`).digest()
    const code = bytes.subarray(0, 16).toString('base64url')
    if (looksLikeInviteCode(code)) return code
  }
}

/**
 * Letters and digits that nobody takes for another, read from a wall or heard: no 0 and O, 1, I and L,
 * 2 and Z, 5 and S, 8 and B, U and V, no Q, no G beside the 6, and no vowels but A and E.
 */
const UNMISTAKABLE = 'ACDEFHJKMNPRTWXY34679'

const TYPED_LENGTH = 8

/**
 * A code to be typed from a poster: 35 random bits. Too few to last: it is short-lived, guesses are
 * slowed, and whoever comes by it is looked at by a coordinator. With a digit and a letter in it, no
 * word is taken for one.
 */
export function newTypedCode(): string {
  for (;;) {
    const code = Array.from(
      { length: TYPED_LENGTH },
      () => UNMISTAKABLE[randomInt(UNMISTAKABLE.length)],
    ).join('')
    if (looksLikeTypedCode(code)) return code
  }
}

/** As it stands on a poster: two groups of four. */
export function typedCodeText(code: string): string {
  return `${code.slice(0, TYPED_LENGTH / 2)} ${code.slice(TYPED_LENGTH / 2)}`
}

function withoutGaps(text: string): string {
  return text.replaceAll(/[\s.-]/g, '')
}

/** Also a mistyped one, with a letter that no code has: it is answered as a wrong code. */
function looksLikeTypedCode(text: string): boolean {
  const code = withoutGaps(text)
  return /^[A-Za-z0-9]{8}$/.test(code) && /\d/.test(code) && /[A-Za-z]/.test(code)
}

/**
 * Only this is stored. A link's code is random enough that a plain hash cannot be reversed; a poster's
 * is over before that would be worth it. Typed codes are the same in capitals, with a gap or without.
 */
export function hashInviteCode(code: string): string {
  const plain = looksLikeTypedCode(code) ? withoutGaps(code).toUpperCase() : code
  return createHash('sha256').update(plain).digest('hex')
}

/**
 * Whether a typed text is meant as a code; anything else is not looked up and not counted as a
 * guess. The length alone does not tell: "mempertanggungjawabkan" has 22 letters too. But a code has
 * small letters, and digits or capitals after its first character, and no word has both.
 */
export function looksLikeInviteCode(text: string): boolean {
  if (looksLikeTypedCode(text)) return true
  return /^[A-Za-z0-9_-]{22}$/.test(text) && /[a-z]/.test(text) && /^.+[A-Z0-9]/.test(text)
}

/** Longest name that is printed, in characters: with titles before and behind it. */
export const NAME_LENGTH = 120

/** Latin letters with any diacritics, and the signs that stand in names and titles. */
const NAME = /^[\p{Script=Latin}\p{M}\d .,'’‘ʼ`\-–()/&]+$/u

export type NameRead =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'too_long' }
  /** No letter in it, or a sign that the sheet's font does not have. */
  | { readonly kind: 'unprintable' }

/** A name as it was typed, made ready for print: composed letters, single spaces, one line. */
export function readPrintedName(typed: string): NameRead {
  const name = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  if (name.length > NAME_LENGTH) return { kind: 'too_long' }
  return NAME.test(name) && /\p{L}{2}/u.test(name)
    ? { kind: 'name', name }
    : { kind: 'unprintable' }
}

import { lessonFault, phrase, type LessonFault } from './faults/lesson-fault.ts'
import type { PhraseKey } from './faults/phrases.ts'

/**
 * Numbers that may belong to a person: no lesson holds one, not even in a wrong answer. NIK has 16
 * digits, NIP 18 (8-6-1-3); both may be written in groups. Mobile numbers begin with 08 or 628,
 * fixed lines with an area code of 3-4 digits.
 */
const KINDS: readonly { readonly pattern: RegExp; readonly number: PhraseKey }[] = [
  {
    number: 'number-nip',
    pattern: /(?<!\d)(?:\d{18}|\d{8}[ .-]\d{6}[ .-]\d[ .-]\d{3})(?!\d)/,
  },
  {
    number: 'number-nik',
    pattern:
      /(?<!\d)(?:\d{16}|\d{6}[ .-]\d{6}[ .-]\d{4}|\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4})(?!\d)/,
  },
  {
    number: 'number-phone',
    pattern: /(?<!\d)(?:\+?62[ .-]?|0)8\d{1,2}[ .-]?\d{3,4}[ .-]?\d{2,5}(?!\d)/,
  },
  {
    number: 'number-phone',
    pattern:
      /(?<!\d)(?:\(0\d{2,3}\)[ .-]?|0\d{2,3}[ .-]|\+62[ .-]?\d{2,3}[ .-])\d{3,4}[ .-]?\d{3,4}(?!\d)/,
  },
]

/** Addresses of articles hold long numbers that are nobody's; links to a chat hold a person's. */
const HARMLESS_ADDRESS = /https?:\/\/(?!wa\.me|api\.whatsapp|t\.me)[^\s"'<>)]+/g

/** One fault a line, for any text. */
export function findPersonalData(text: string, firstLine = 1): LessonFault[] {
  return text.split('\n').flatMap((line, index) => {
    const searched = line.replaceAll(HARMLESS_ADDRESS, '')
    const kind = KINDS.find(({ pattern }) => pattern.test(searched))
    if (kind === undefined) return []
    return [lessonFault(firstLine + index, 'personal-data', { number: phrase(kind.number) })]
  })
}

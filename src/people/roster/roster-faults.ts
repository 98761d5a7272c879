/**
 * What can be wrong with a line of a roster, or worth a look: for the shell what it is and how to mend
 * it; in the chat a text of the locales under the same name (`import-…`).
 */
export const rosterProblems = {
  'formula-name': [
    'the name "$value" is a formula',
    'write the name itself, without a sign before it',
  ],
  'formula-unit': ['the unit "$value" is a formula', 'write its name, without a sign before it'],
  'header-missing': [
    'no row names the columns',
    'write nama, unit and jabatan (or name, unit and role) above the people',
  ],
  'name-empty': ['the name is empty', 'write it, or remove the row'],
  'name-none': ['"$value" is no name', 'a name has letters, and at most $other of them'],
  'nip-cut': [
    'the NIP has $value digits and not 18',
    'a zero before it or a digit after it was lost: make the column one of texts and type it again',
  ],
  'nip-none': ['the NIP is none', 'look at it again, or leave it empty'],
  'nip-rounded': [
    'the NIP was rounded to 15 digits ($value)',
    'make the column one of texts before typing: the lost digits cannot be read from the file',
  ],
  'nip-twice': ['the NIP stands in line $other too', 'remove one of the two'],
  'nip-unread': [
    'the column "$value" is not read',
    'NIPs are kept where DATA_SECRET is set; leave the column out',
  ],
  'number-unread': [
    'the column "$value" is not read',
    'such numbers are never kept; leave the column out',
  ],
  'parent-unknown': [
    'there is no unit "$value" above it',
    'write the name of a unit that is there',
  ],
  'phone-none': ['the phone number is none', 'write digits, or leave it empty'],
  'phone-zero': ['the phone number had lost its first zero', 'it was put back'],
  'role-unknown': [
    '"$value" is no kind of work known here',
    'left open; the person chooses at joining',
  ],
  'rows-many': ['there are $value people', 'import $other at a time'],
  'rows-none': ['nobody stands below it', 'add a row for each person'],
  'same-elsewhere': [
    '"$value" stands in line $other too, in another unit',
    'fine if they are two people; otherwise remove one',
  ],
  'same-name': [
    '"$value" stands in line $other too',
    'remove one, or write both names so that they can be told apart',
  ],
  'same-place': ['there are several "$value" in this unit', 'give the NIP, which tells them apart'],
  'two-columns': ['two columns say the $value', 'remove one of the two'],
  'unit-column': ['no column says the unit', 'add a column unit, or name it with --unit'],
  'unit-empty': ['the unit is empty', 'write its name'],
  'unit-long': ['"$value" is no name of a unit', 'a name has at most $other letters'],
  'unit-near': ['there is no unit "$value"', 'did you mean "$other"?'],
  'unit-unknown': ['there is no unit "$value"', 'add it first: unit add <name>'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>

export type RosterProblem = keyof typeof rosterProblems

export interface RosterFault {
  readonly line: number
  readonly what: string
  readonly mend: string
  readonly problem: RosterProblem
  readonly value: string
  readonly other: string | number
}

/** As much of what somebody typed as is shown of it. */
const SHOWN = 60

export function rosterFault(
  line: number,
  problem: RosterProblem,
  given: string | number = '',
  other: string | number = '',
): RosterFault {
  const [what, mend] = rosterProblems[problem]
  const value = String(given).slice(0, SHOWN)
  const fill = (text: string): string =>
    text.replaceAll(/\$(value|other)/g, (_, name) => (name === 'value' ? value : String(other)))
  return { line, what: fill(what), mend: fill(mend), problem, value, other }
}

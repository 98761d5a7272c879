import type { Problem } from '../../../content/index.ts'

/**
 * What may be wrong in a file of days, and how to mend it, as the shell says it; the chat has the same
 * under the same keys in its locales (`calendar-fault-…`). `{name}` is one of the fault's values.
 */
export const dayProblems = {
  binary: ['the file is binary, not text', 'save it as UTF-8 text, or export it again'],
  'broken-yaml': [
    'broken YAML ({message})',
    'put texts in double quotes, and indent with two spaces',
  ],
  'calendar-unknown': [
    '`calendar` is "{value}"',
    'write {known}; a new calendar is made with: calendar set <name>',
  ],
  'column-twice': ['the column "{value}" stands twice', 'remove one of the two'],
  'column-unknown': ['the column "{value}" is not known', 'name the columns {known}'],
  'date-missing': ['`date` is missing', 'write the day as {year}-MM-DD'],
  'date-wrong': ['`date` is "{value}"', 'write the day as {year}-MM-DD'],
  'day-doubled': ['{value} stands in line {other} already', 'remove one of the two'],
  'day-none': ['the day {value} does not exist', 'look at the source again'],
  'days-none': ['the file has no days', 'list them under `days`'],
  'days-no-list': ['`days` is no list', 'write one line a day, each with "- " before it'],
  'hidden-character': [
    'there is a character that cannot be shown (U+{value})',
    'save it as UTF-8 text, or export it again',
  ],
  'key-unknown': ['`{value}` is not known here', 'remove it, or write one of {known}'],
  'kind-missing': ['`kind` is missing', 'write one of {known}'],
  'kind-wrong': ['`kind` is "{value}"', 'write one of {known}'],
  'name-missing': ['`name` is missing', 'write what the day is called, at most {most} characters'],
  'name-wrong': ['`name` is "{value}"', 'write what the day is called, at most {most} characters'],
  'no-columns': ['no row names the columns', 'write date,name,kind,calendar above the days'],
  'no-day': ['this is no day', 'write { date: …, name: …, kind: … }'],
  'no-list': ['this is no list of days', 'write year, source and days'],
  'no-plain-text': ['`{field}` is no plain text', 'write it as plain text, without brackets'],
  'not-utf8': ['the file is not UTF-8', 'save it as UTF-8 text, or export it again'],
  'quote-followed': ['something follows a closed quote', 'write {value} between two cells'],
  'quote-open': ['a quote is not closed', 'close it'],
  'row-twice': ['{value} stands twice', 'remove one of the two'],
  'row-unknown': [
    'a row "{value}" is not known here',
    'above the names of the columns write year and source alone',
  ],
  'source-missing': [
    '`source` is missing',
    'write the decree or letter, at most {most} characters',
  ],
  'source-wrong': [
    '`source` is "{value}"',
    'write the decree or letter, at most {most} characters',
  ],
  'unknown-format': ['the name says neither YAML nor CSV', 'name it .yaml or .csv'],
  unreadable: ['{what}', '{mend}'],
  utf16: ['the file is UTF-16', 'save it as UTF-8 text, or export it again'],
  'year-missing': ['`year` is missing', 'write the year that the days are of, such as 2027'],
  'year-other': ['{value} is not in {year}: two years are mixed', 'make one file a year'],
  'year-wrong': ['`year` is "{value}"', 'write the year that the days are of, such as 2027'],
} as const satisfies Record<string, readonly [what: string, mend: string]>

export type DayFaultKey = keyof typeof dayProblems

export type FaultValues = Readonly<Record<string, string | number>>

/** Something wrong in a file, with the line, counted from 1, and how to mend it. */
export interface DayFault extends Omit<Problem, 'file'> {
  /** The same for people, by its key in the locales, with what it is about. */
  readonly key: DayFaultKey
  readonly values: FaultValues
}

export function dayFault(line: number, key: DayFaultKey, values: FaultValues = {}): DayFault {
  const [what, mend] = dayProblems[key]
  return { line, key, values, what: filled(what, values), mend: filled(mend, values) }
}

function filled(text: string, values: FaultValues): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

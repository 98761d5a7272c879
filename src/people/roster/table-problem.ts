import type { CsvRow } from '../../platform/split-csv.ts'

/** Why nothing can be read of a file: in words for the shell; in the chat a text of the locales. */
export const tableProblems = {
  damaged: 'the workbook is damaged, or it is protected by a password',
  'no-text': 'this is no text',
  'no-workbook': 'it is no XLSX workbook',
  'not-utf8': 'the encoding is mixed, or is not UTF-8: save it as CSV UTF-8',
  'quote-followed': 'something follows a closed quote',
  'quote-open': 'a quote is not closed',
  'rows-many': 'there are more rows than one file may have',
  'too-heavy': 'reading it took too long or too much memory',
  'too-large': 'it is larger than 20 MB',
  'too-many-parts': 'the workbook has more parts than any roster',
  'unpacks-too-large': 'unpacked, the workbook is far larger than a roster',
} as const

export type TableProblem = keyof typeof tableProblems

export type ReadTable =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | {
      readonly ok: false
      readonly problem: TableProblem
      /** Where, from 1; null: of the file as a whole. */
      readonly line: number | null
      readonly why: string
    }

export function problemOf(
  problem: TableProblem,
  line: number | null = null,
): Extract<ReadTable, { readonly ok: false }> {
  return { ok: false, problem, line, why: tableProblems[problem] }
}

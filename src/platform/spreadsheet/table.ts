/** What a cell holds; days and moments are texts, and become dates where the file has such. */
export type Cell = string | number | boolean | null

export interface Column {
  readonly title: string
  /** In characters. */
  readonly width: number
  /** `day`: texts like 2026-11-23; `moment`: like 2026-11-23 09:30, both civil time. */
  readonly kind?: 'day' | 'moment'
}

/** A table to be written: its rows come one after the other and are never held together. */
export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>
}

/**
 * Whether a spreadsheet would run a text as a formula (OWASP, "CSV Injection"): a name is typed by its
 * person. Also behind blanks, and with the wide signs that some spreadsheets read as the narrow ones.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[\s]*[=+\-@\t\r＝＋－＠]/.test(text)
}

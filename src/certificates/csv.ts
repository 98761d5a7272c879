/**
 * A table as CSV for a spreadsheet: comma, CRLF, and a byte order mark, by which Excel knows that it
 * is UTF-8. A cell that a spreadsheet would run as a formula is given an apostrophe first: a name is
 * typed by its person (OWASP, "CSV Injection").
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: string | number): string {
  const text = String(value)
  const defused =
    typeof value === 'string' && /^[\s]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused
}

/** Indonesia's three zones by the names that people use. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['wib', 'Asia/Jakarta'],
  ['wita', 'Asia/Makassar'],
  ['wit', 'Asia/Jayapura'],
])

/** "WITA" or any IANA name → the IANA name as it is written; undefined for what is no zone. */
export function parseZone(text: string): string | undefined {
  const wanted = text.trim()
  const short = SHORT.get(wanted.toLowerCase())
  if (short !== undefined) return short
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: wanted }).resolvedOptions()
    // An offset is accepted too, but it knows no summer time, and no person lives in one.
    return /^[+-]/.test(timeZone) ? undefined : timeZone
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/**
 * Whether `value` is a day that exists, YYYY-MM-DD; with `partial` also a month or a year, since
 * many sources say no more than that.
 */
export function isCalendarDate(value: string, precision: 'day' | 'partial'): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)
  if (match === null) return false
  const [, , month, day] = match
  if (precision === 'day' && day === undefined) return false
  const full = `${value}${month === undefined ? '-01' : ''}${day === undefined ? '-01' : ''}`
  const time = Date.parse(`${full}T00:00:00Z`)
  // The 30th of February is parsed as the 1st of March: only what comes back the same exists.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(full)
}

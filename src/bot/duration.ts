/** Longest pause that can be typed, in days. */
const MOST_DAYS = 90

/** "3 hari", "3 days", "3", "1 minggu", "2 weeks" → days; undefined when it is not understood. */
export function parseDays(text: string): number | undefined {
  const match = /^(\d{1,3})\s*(hari|days?|d|minggu|weeks?|w)?$/i.exec(text.trim())
  if (match === null) return undefined
  const days = Number(match[1]) * (/^(minggu|w)/i.test(match[2] ?? '') ? 7 : 1)
  return days >= 1 && days <= MOST_DAYS ? days : undefined
}

const FIRST_MINUTE = 7 * 60
const LAST_MINUTE = 18 * 60 - 1

/** "10", "10.30", "10:30" → minutes after midnight, within the day's open hours. */
export function parseHour(text: string): number | undefined {
  const match = /^(?:pukul|jam|at)?\s*(\d{1,2})(?:[.:](\d{2}))?$/i.exec(text.trim())
  if (match === null) return undefined
  const minutes = Number(match[2] ?? 0)
  const minute = Number(match[1]) * 60 + minutes
  return minutes < 60 && minute >= FIRST_MINUTE && minute <= LAST_MINUTE ? minute : undefined
}

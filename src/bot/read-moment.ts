import { addCivilDays, civilDay, momentOf } from '../learning/index.ts'
import { parseHour } from './clock-text.ts'
import { readLeave } from './leave-text/read-leave.ts'

/**
 * "13.30", "besok 09.00", "Senin jam 8", "2 Desember 09.30" → the next such moment; an hour alone
 * that is over today is tomorrow's. Undefined for what is none, and for what is past.
 */
export function readMoment(text: string, now: Date, timezone: string): Date | undefined {
  const match = /^(.*?)[\s,]*(?:\b(?:pukul|jam|at)\s*)?(\d{1,2}(?:[.:]\d{2})?)$/i.exec(text.trim())
  const minute = parseHour(match?.[2] ?? '')
  if (match === null || minute === undefined) return undefined
  const today = civilDay(timezone, now)
  const days = (match[1] ?? '').trim().replace(/^hari ini$|^today$/i, '')
  if (days === '') {
    const moment = momentOf(timezone, today, minute)
    if (moment > now) return moment
    return text.trim() === match[0] && match[1] === ''
      ? momentOf(timezone, addCivilDays(today, 1), minute)
      : undefined
  }
  const reading = readLeave(`${days} - ${days}`, today)
  if (reading.is !== 'days' || reading.days.first !== reading.days.last) return undefined
  const moment = momentOf(timezone, reading.days.first, minute)
  return moment > now ? moment : undefined
}

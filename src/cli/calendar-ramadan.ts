import { parseArgs } from 'node:util'
import { setRamadan, noteChange } from '../learning/index.ts'
import { UserError } from '../platform/errors.ts'
import { systemClock } from '../platform/clock.ts'
import { auditShell } from './audit-shell.ts'
import type { Run } from './command.ts'
import { replanAfter, replannedText, withCalendars } from './with-calendars.ts'

const mistakes = {
  no_such_day: 'one of the two days does not exist; write them as YYYY-MM-DD',
  ends_before_it_begins: 'it ends before it begins',
  no_month: 'a month of the Hijri calendar has 29 or 30 days, the first and the last included',
  overlaps: 'these days are part of the Ramadan of another year',
} as const

/** Sets the first and the last day of a Ramadan, as the government has set them. */
export const calendarRamadan: Run = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options: {
      hijri: { type: 'string' },
      source: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [first, last, ...more] = positionals
  if (first === undefined || last === undefined || more.length > 0) {
    throw new UserError('From when to when? calendar ramadan <first day> <last day>')
  }
  if (!/^1[45]\d\d$/.test(values.hijri ?? '')) {
    throw new UserError('Of which Hijri year? For example: --hijri 1448')
  }
  const source = (values.source ?? '').trim().slice(0, 500)
  if (source === '') throw new UserError('Who has set these days? --source "<decree or letter>"')
  const ramadan = { hijriYear: Number(values.hijri), first, last, source }
  return withCalendars(context, async (db) => {
    const fault = await db.transaction(async (tx) => {
      const wrong = await setRamadan(tx, ramadan)
      if (wrong !== undefined) return wrong
      const details = { year: ramadan.hijriYear, first, last }
      await auditShell(tx, 'calendar.ramadan', { details })
      await noteChange(tx, { everybody: true }, systemClock.now())
      return undefined
    })
    if (fault !== undefined) throw new UserError(`Nothing was changed: ${mistakes[fault]}.`)
    const replanned = await replanAfter(db)
    if (values.json) context.stdout(JSON.stringify({ ...ramadan, replanned }))
    else {
      context.stdout(`Ramadan ${ramadan.hijriYear} H: ${first} to ${last}`)
      context.stdout(replannedText(replanned))
    }
    return 0
  })
}

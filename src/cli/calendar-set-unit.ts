import { parseArgs } from 'node:util'
import { findCalendar, setUnitCalendar } from '../learning/index.ts'
import { findUnitByName } from '../people/index.ts'
import { UserError } from '../platform/errors.ts'
import type { Run } from './command.ts'
import { replanAfter, replannedText, withCalendars } from './with-calendars.ts'

/** Gives a unit, and all below it that have none of their own, a calendar; or takes it away again. */
export const calendarSetUnit: Run = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options: {
      inherit: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const calendarId = values.inherit ? null : (positionals.at(-1) ?? '')
  const name = (values.inherit ? positionals : positionals.slice(0, -1)).join(' ')
  if (name === '' || calendarId === '') {
    throw new UserError('Which unit, and which calendar? calendar set-unit <unit> <calendar>', {
      hint: 'With --inherit instead of a calendar, it has that of the unit above it again.',
    })
  }
  return withCalendars(context, async (db) => {
    if (calendarId !== null) await findCalendar(db, calendarId)
    const unit = await findUnitByName(db, name)
    if (unit === undefined) {
      throw new UserError(`There is no unit named "${name}".`, {
        hint: 'See the names with: npm run sedikit -- unit list',
      })
    }
    const holds = await db.transaction((tx) => setUnitCalendar(tx, unit.id, calendarId))
    const replanned = await replanAfter(db, { calendarIds: [holds] })
    const { json } = values
    if (json) context.stdout(JSON.stringify({ unit: unit.name, calendar: holds, replanned }))
    else {
      context.stdout(`${unit.name}: ${holds}`)
      context.stdout(replannedText(replanned))
    }
    return 0
  })
}

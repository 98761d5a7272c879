import { findCalendar, setUnitCalendar, noteChange } from '../learning/index.ts'
import { systemClock } from '../platform/clock.ts'
import { auditShell } from './audit-shell.ts'
import type { Run } from './command.ts'
import { readUnitAssignment, unitNamed } from './unit-assignment.ts'
import { replanAfter, replannedText, withCalendars } from './with-calendars.ts'

/** Gives a unit, and all below it that have none of their own, a calendar; or takes it away again. */
export const calendarSetUnit: Run = async (context) => {
  const command = { command: 'calendar set-unit', what: 'calendar' }
  const { unit: name, value: calendarId, json } = readUnitAssignment(context.args, command)
  return withCalendars(context, async (db) => {
    if (calendarId !== null) await findCalendar(db, calendarId)
    const unit = await unitNamed(db, name)
    const holds = await db.transaction(async (tx) => {
      const held = await setUnitCalendar(tx, unit.id, calendarId)
      const about = { unitId: unit.id, details: { calendar: held } }
      await auditShell(tx, 'unit.calendar', about)
      await noteChange(tx, { calendarIds: [held] }, systemClock.now())
      return held
    })
    const replanned = await replanAfter(db)
    if (json) context.stdout(JSON.stringify({ unit: unit.name, calendar: holds, replanned }))
    else {
      context.stdout(`${unit.name}: ${holds}`)
      context.stdout(replannedText(replanned))
    }
    return 0
  })
}

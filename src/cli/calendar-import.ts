import { parseArgs } from 'node:util'
import { formatProblem, type Problem } from '../content/index.ts'
import { importDays, listCalendars, readDayFile, noteChange } from '../learning/index.ts'
import { UserError } from '../platform/errors.ts'
import { systemClock } from '../platform/clock.ts'
import { auditShell } from './audit-shell.ts'
import type { Run } from './command.ts'
import { replanAfter, replannedText, withCalendars } from './with-calendars.ts'

/** The file is taken as a whole or not at all; what is wrong in it goes to stderr. */
export const calendarImport: Run = async (context) => {
  const { stdout, stderr } = context
  const { file, dryRun, json } = readArguments(context.args)
  return withCalendars(context, async (db) => {
    const ids = (await listCalendars(db)).map(({ id }) => id)
    const checked = await readDayFile(file, ids)
    if (!checked.ok) {
      const problems: Problem[] = checked.faults.map(({ line, what, mend }) => ({
        file,
        line,
        what,
        mend,
      }))
      for (const problem of problems) stderr(formatProblem(problem))
      stderr(`Nothing was imported: mend what is wrong in ${file}.`)
      if (json) stdout(JSON.stringify({ file, imported: false, problems }))
      return 1
    }
    const { list } = checked
    const outcome = await db.transaction(async (tx) => {
      const made = await importDays(tx, list, { dryRun })
      if (made.kind === 'closes' || dryRun) return made
      const { added, changed, removed } = made
      const details = { added: added.length, changed: changed.length, removed: removed.length }
      await auditShell(tx, 'calendar.imported', { details: { year: list.year, ...details } })
      await noteChange(tx, { everybody: true }, systemClock.now())
      return made
    })
    if (outcome.kind === 'closes') {
      throw new UserError(
        `Nothing was imported: calendar "${outcome.calendarId}" would have no working day in two months from ${outcome.from}.`,
        { hint: 'Look at the days again, or at the week of the calendar: calendar list' },
      )
    }
    const { added, changed, removed, unchanged } = outcome
    const replanned = dryRun ? undefined : await replanAfter(db)
    if (json) {
      const { year, source } = list
      const made = { file, imported: !dryRun, dryRun, year, source, problems: [] }
      stdout(JSON.stringify({ ...made, added, changed, removed, unchanged, replanned }))
      return 0
    }
    for (const day of removed) stdout(`- ${dayText(day)}`)
    for (const day of changed) stdout(`~ ${dayText(day)}`)
    for (const day of added) stdout(`+ ${dayText(day)}`)
    const counts = `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${unchanged} as they were`
    stdout(`${list.year}: ${counts}${dryRun ? ' (dry run: nothing was written)' : ''}`)
    if (replanned !== undefined) stdout(replannedText(replanned))
    return 0
  })
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) {
    throw new UserError('Which file? Name one, .yaml or .csv: calendar import <file>')
  }
  return { file, dryRun: values['dry-run'], json: values.json }
}

export function dayText(day: {
  readonly day: string
  readonly kind: string
  readonly name: string
  readonly calendarId: string | null
}): string {
  const scope = day.calendarId === null ? '' : ` (${day.calendarId})`
  return `${day.day}  ${day.kind.padEnd(16)}  ${day.name}${scope}`
}

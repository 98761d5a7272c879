import { loadLessons } from '../app.ts'
import { setUnitSector } from '../people/index.ts'
import { UserError } from '../platform/errors.ts'
import { auditShell } from './audit-shell.ts'
import type { Run } from './command.ts'
import { LESSONS_DIR } from './paths.ts'
import { readUnitAssignment, unitNamed } from './unit-assignment.ts'
import { withStore } from './with-store.ts'

/** Gives a unit, and all below it that have none of their own, a sector: its people take that track. */
export const unitSector: Run = async (context) => {
  const command = { command: 'unit sector', what: 'sector' }
  const { unit: name, value: sector, json } = readUnitAssignment(context.args, command)
  const sectors = await sectorsOf(LESSONS_DIR)
  if (sector !== null && !sectors.includes(sector)) {
    throw new UserError(`No track is for the sector "${sector}".`, {
      hint: `There are: ${sectors.join(', ')}`,
    })
  }
  const unit = await withStore(context, async (db) => {
    const found = await unitNamed(db, name)
    await db.transaction(async (tx) => {
      await setUnitSector(tx, found.id, sector)
      await auditShell(tx, 'unit.sector', { unitId: found.id, details: { sector } })
    })
    return found
  })
  context.stdout(
    json
      ? JSON.stringify({ unit: unit.name, sector })
      : `${unit.name}: ${sector ?? 'as the unit above it'}`,
  )
  return 0
}

async function sectorsOf(folder: string): Promise<string[]> {
  const { tracks } = await loadLessons(folder)
  return tracks.flatMap((track) => (track.for.kind === 'sector' ? [track.for.value] : []))
}

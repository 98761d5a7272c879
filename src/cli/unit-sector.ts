import { parseArgs } from 'node:util'
import { loadLessons } from '../app.ts'
import { findUnitByName, setUnitSector } from '../people/index.ts'
import { UserError } from '../platform/errors.ts'
import type { Run } from './command.ts'
import { LESSONS_DIR } from './paths.ts'
import { withStore } from './with-store.ts'

/** Gives a unit, and all below it that have none of their own, a sector: its people take that track. */
export const unitSector: Run = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options: {
      inherit: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const sector = values.inherit ? null : (positionals.at(-1) ?? '')
  const name = (values.inherit ? positionals : positionals.slice(0, -1)).join(' ')
  if (name === '' || sector === '') {
    throw new UserError('Which unit, and which sector? unit sector <unit> <sector>', {
      hint: 'With --inherit instead of a sector, it has that of the unit above it again.',
    })
  }
  const sectors = await sectorsOf(LESSONS_DIR)
  if (sector !== null && !sectors.includes(sector)) {
    throw new UserError(`No track is for the sector "${sector}".`, {
      hint: `There are: ${sectors.join(', ')}`,
    })
  }
  const unit = await withStore(context, async (db) => {
    const found = await findUnitByName(db, name)
    if (found === undefined) {
      throw new UserError(`There is no unit named "${name}".`, {
        hint: 'See the names with: npm run sedikit -- unit list',
      })
    }
    await setUnitSector(db, found.id, sector)
    return found
  })
  context.stdout(
    values.json
      ? JSON.stringify({ unit: unit.name, sector })
      : `${unit.name}: ${sector ?? 'as the unit above it'}`,
  )
  return 0
}

async function sectorsOf(folder: string): Promise<string[]> {
  const { tracks } = await loadLessons(folder)
  return tracks.flatMap((track) => (track.for.kind === 'sector' ? [track.for.value] : []))
}

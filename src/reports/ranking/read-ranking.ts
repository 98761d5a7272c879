import { readCalendars } from '../../learning/index.ts'
import { listUnits } from '../../people/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { isOnSchedule, limitsOf } from '../measures/on-schedule.ts'
import type { UnitCount } from './gather-units.ts'
import { rankUnits, type Ranking } from './rank-units.ts'
import { readScheduleRows } from './ranking-store.ts'

/** Units by the share of their people who are on schedule; `own` is the unit of who asks. */
export async function readRanking(db: Db, ownUnitId: string | null, now: Date): Promise<Ranking> {
  const limits = limitsOf(await readCalendars(db), now)
  const counts = new Map<string, { people: number; onSchedule: number }>()
  for (const row of await readScheduleRows(db, now)) {
    const { people, onSchedule } = counts.get(row.unitId) ?? { people: 0, onSchedule: 0 }
    const more = isOnSchedule(row, limits(row)) ? row.people : 0
    counts.set(row.unitId, { people: people + row.people, onSchedule: onSchedule + more })
  }
  const units = (await listUnits(db)).map(({ id, name, parentId }): UnitCount => ({
    unitId: id,
    name,
    parentId,
    ...(counts.get(id) ?? { people: 0, onSchedule: 0 }),
  }))
  return rankUnits(units, ownUnitId)
}

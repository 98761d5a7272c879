import type { Db } from '../../platform/db/index.ts'
import { findCalendar, listCalendars, saveCalendar } from './calendars-store.ts'
import { addDays, listDays, lockDays } from './days-store.ts'
import { listUnitCalendars, readUnitCalendar, setUnitCalendar } from './unit-calendars-store.ts'

/** Letters of a unit's name that its calendar's name keeps. */
const LONGEST = 30

/**
 * The calendar that a unit has for itself: the one that it has already, where no other unit has it
 * too; else a new one, like the one that holds for it now, with that one's own days.
 *
 * @returns its id
 */
export async function giveOwnCalendar(
  tx: Db,
  unit: { readonly id: string; readonly name: string },
): Promise<string> {
  await lockDays(tx)
  const { calendarId, own } = await readUnitCalendar(tx, unit.id)
  const shared = (await listUnitCalendars(tx)).filter((one) => one.calendarId === calendarId)
  if (own && shared.length === 1) return calendarId
  const like = await findCalendar(tx, calendarId)
  const taken = new Set((await listCalendars(tx)).map(({ id }) => id))
  const id = freeId(unit.name, taken)
  await saveCalendar(tx, { ...like, id, name: unit.name })
  for (const day of await listDays(tx)) {
    if (day.calendarId !== calendarId) continue
    const { day: on, kind, name } = day
    await addDays(tx, [{ day: on, kind, name, calendarId: id }], day.source)
  }
  await setUnitCalendar(tx, unit.id, id)
  return id
}

/** As an operator would type it: small letters, digits and hyphens. */
function freeId(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LONGEST)
  const base = plain === '' ? 'unit' : plain
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}

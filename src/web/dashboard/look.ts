import type { Catalogue } from '../../content/index.ts'
import { civilDay, type CivilDay } from '../../learning/index.ts'
import { findRootUnit, listUnits, type Unit } from '../../people/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import { NOBODY, seenIn, type Seen } from '../../reports/index.ts'
import type { Session } from '../session/index.ts'
import type { Asked, Start, View } from './contract.ts'
import { reachOf, type Reach } from './reach.ts'
import type { ReadAsked } from './read-asked.ts'
import { words, type Words } from './words/index.ts'

export interface LookDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly catalogue: () => Catalogue
  /** The organisation's. */
  readonly timezone: string
}

/** Who looks, and what they may see. */
export interface Viewer {
  readonly id: string
  readonly name: string
  readonly locale: 'id' | 'en'
  readonly words: Words
  readonly reach: Reach
  /** All of the organisation, whatever the reach: a measure needs the tree. */
  readonly allUnits: readonly Unit[]
  readonly now: Date
  readonly today: CivilDay
}

/** One look at a view. */
export interface Look extends Viewer, ReadAsked {
  readonly db: Db
  readonly catalogue: Catalogue
  readonly timezone: string
  /** The unit that was chosen. */
  readonly unit: Unit | undefined
  /** Whom it is about. */
  readonly seen: Seen
}

/** @returns undefined for whoever may see nothing */
export async function viewerOf(
  { person, roles }: Session,
  { db, clock, timezone }: LookDependencies,
): Promise<Viewer | undefined> {
  const allUnits = await listUnits(db)
  const reach = reachOf(roles, allUnits)
  if (reach === undefined) return undefined
  const { id, name, locale } = person
  const now = clock.now()
  const today = civilDay(timezone, now)
  return { id, name, locale, words: words[locale], reach, allUnits, now, today }
}

/** @returns undefined where the unit or the track is none, or none that this person may see */
export function lookAt(
  viewer: Viewer,
  asked: ReadAsked,
  { db, catalogue, timezone }: LookDependencies,
): Look | undefined {
  const { unitId, trackId } = asked
  const { reach } = viewer
  const unit = reach.units.find(({ id }) => id === unitId)
  if (unitId !== undefined && unit === undefined) return undefined
  const live = catalogue()
  if (trackId !== undefined && !live.tracks.some(({ id }) => id === trackId)) return undefined
  const seen = seenIn({ everybody: reach.everywhere, units: reach.units }, unitId) ?? NOBODY
  return { ...viewer, ...asked, db, catalogue: live, timezone, unit, seen }
}

export async function startOf(
  { name, locale, words: said, reach, today }: Viewer,
  { db }: LookDependencies,
): Promise<Start> {
  const known = new Set(reach.units.map(({ id }) => id))
  return {
    name,
    locale,
    organisation: (await findRootUnit(db))?.name ?? '',
    views: reach.views.map((view) => ({ name: view, title: said.titles[view] })),
    units: reach.units.map(({ id, name: unit, parentId }) => ({
      id,
      name: unit,
      parentId: parentId !== null && known.has(parentId) ? parentId : null,
    })),
    today,
  }
}

/** What every view says of itself. */
export function headOf(
  look: Look,
  name: View['name'],
): Pick<View, 'name' | 'title' | 'scope' | 'period'> {
  const { words: said, period } = look
  return {
    name,
    title: said.titles[name],
    scope: scopeOf(look),
    period: { ...period, words: periodWords(look) },
  }
}

function scopeOf({ unit, reach, words: said }: Look): string {
  if (unit !== undefined) return said.andBelow(unit.name)
  if (reach.everywhere) return said.everybody
  return said.ownUnits(reach.tops.map(({ name }) => name).join(', '))
}

/** "1–24 November 2026" */
function periodWords({ period: { from, to }, locale }: Look): string {
  return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
}

/** Where a row leads on keeps the period that was chosen. */
export function leadOn({ chosen, period }: Look, to: Asked): Asked {
  return chosen ? { ...period, ...to } : to
}

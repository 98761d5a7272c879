import { readReach, type JobRole, type Reach } from '../../../people/index.ts'
import {
  freshenRollups,
  FEWEST_PEOPLE,
  groupOfRole,
  periodNamed,
  readHeadcounts,
  seenIn,
  type Seen,
} from '../../../reports/index.ts'
import type { Place } from '../../stats/place.ts'
import { Html } from '../../texts.ts'
import { clip } from '../clip.ts'
import { plainText } from '../plain-text.ts'
import type { ViewContext } from '../view.ts'
import { periodText, todayOf, type StatsArgs } from './shared.ts'

/** Whom a page is about, as far as whoever asked reaches when it is sent. */
export interface SeenPage extends Seen {
  readonly reach: Reach
  readonly name: string
  /** A coordinator sees who took part, and never what was right; see docs/roles.md. */
  readonly withScores: boolean
}

/** What a page is when its unit is out of reach by now, or whoever asked has no role any more. */
export const OUT_OF_REACH = { cancel: 'out of reach of who asked' } as const

/**
 * As `seenBy`, of figures with what was answered a moment ago in them, where there is little of it;
 * what is more comes with the worker's next round.
 */
export async function seenFresh(
  view: ViewContext,
  place: Pick<Place, 'unitId' | 'role'>,
): Promise<SeenPage | undefined> {
  await freshenRollups(view.db)
  return seenBy(view, place)
}

/** @returns undefined where nothing of it is in reach */
export async function seenBy(
  view: ViewContext,
  { unitId, role }: Pick<Place, 'unitId' | 'role'>,
): Promise<SeenPage | undefined> {
  if (view.person === undefined) return undefined
  const reach = await readReach(view.db, view.person.id)
  if (role !== undefined) return ofRole(view, reach, role)
  const seen = seenIn(reach, unitId)
  if (seen === undefined) return undefined
  const all = view.t(seen.everybody ? 'stats-everybody' : 'stats-my-units')
  return { ...seen, reach, name: seen.unit?.name ?? all, withScores: reach.everybody }
}

/** People of one role, whatever their units: for who reaches everybody. */
function ofRole(view: ViewContext, reach: Reach, role: JobRole): SeenPage | undefined {
  if (!reach.everybody) return undefined
  return {
    group: groupOfRole(role),
    // How somebody stands is a matter of the unit's calendar, and not known by role.
    placed: { id: role, scopes: [] },
    unit: undefined,
    everybody: false,
    reach,
    name: plainText(view.t(`role-${role}`)),
    withScores: true,
  }
}

/** Says no more than how many they are, of a group of fewer than five; undefined of any other. */
export async function fewText(
  view: ViewContext,
  seen: SeenPage,
  args: StatsArgs,
): Promise<string | undefined> {
  if (seen.everybody) return undefined
  const ever = periodNamed('all', todayOf(view))
  const heads = await readHeadcounts(view.db, [seen.group], ever)
  const joined = heads.get(seen.group.id)?.joined ?? 0
  return joined < FEWEST_PEOPLE ? saidOfFew(view, seen, args, joined) : undefined
}

export function saidOfFew(
  view: ViewContext,
  { name }: Pick<SeenPage, 'name'>,
  args: StatsArgs,
  joined: number,
): string {
  return view.t('stats-few', { head: headOf(view, name, args), joined, least: FEWEST_PEOPLE })
}

export function headOf(view: ViewContext, name: string, args: StatsArgs): Html {
  return new Html(view.t('stats-head', { name, period: periodText(view, args) }))
}

/** "1–24 November 2026 · Dinas Kesehatan"; the period alone where the page is about everybody. */
export function whereText(view: ViewContext, seen: SeenPage, args: StatsArgs): string {
  return `${periodText(view, args)}${unitText(seen)}`
}

/** What stands largest in a picture: the page's name, or whom it is about where that is not everybody. */
export function titleOf(seen: SeenPage, page: string): string {
  return seen.everybody ? plainText(page) : seen.name
}

const NAME = 48

/** " · Dinas Kesehatan"; nothing where the page is about everybody. */
export function unitText({ everybody, name }: Pick<SeenPage, 'everybody' | 'name'>): string {
  return everybody ? '' : ` · ${clip(name, NAME)}`
}

/** The unit of a place alone: most pages know no roles, and a forged one is left out. */
export function unitOf({ unitId }: Place): Pick<Place, 'unitId'> {
  return unitId === undefined ? {} : { unitId }
}

/** The place of a page, for the buttons that lead on from it. */
export function placeOf({ unit }: Pick<Seen, 'unit'>, { period, role }: Place): Place {
  return {
    period,
    ...(unit === undefined ? {} : { unitId: unit.id }),
    ...(role === undefined ? {} : { role }),
  }
}

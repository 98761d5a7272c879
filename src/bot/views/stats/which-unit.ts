import { readReach } from '../../../people/index.ts'
import type { Callback } from '../../callback.ts'
import { placeData } from '../../stats/place.ts'
import { clip } from '../clip.ts'
import { textMessage, type View } from '../view.ts'
import { OUT_OF_REACH } from './seen.ts'
import type { StatsArgs } from './shared.ts'

/** Units that are offered where a name fits several. */
export const MOST_FITTING = 12

export interface WhichUnitArgs extends StatsArgs {
  readonly typed: string
  /** How many fit; of the first there is a button. */
  readonly count: number
  readonly unitIds: readonly string[]
  /** The page that each opens. */
  readonly page: Callback
}

/** Several units have the name that was typed: each is a button, with the one above it. */
export const statsWhichUnit: View<WhichUnitArgs> = async (view, args) => {
  const { typed, count, unitIds, period, page } = args
  if (view.person === undefined) return OUT_OF_REACH
  const reach = await readReach(view.db, view.person.id)
  const units = new Map(reach.units.map((unit) => [unit.id, unit]))
  const key = count > unitIds.length ? 'stats-which-unit-more' : 'stats-which-unit'
  return textMessage({
    html: view.t(key, { typed, count, shown: unitIds.length }),
    buttons: unitIds.flatMap((id) => {
      const unit = units.get(id)
      if (unit === undefined) return []
      const above = units.get(unit.parentId ?? '')
      const text = above === undefined ? unit.name : `${unit.name} · ${above.name}`
      return [[{ text: clip(text, 60), data: placeData(page, { period, unitId: id }) }]]
    }),
  })
}

import { listUnits } from '../../../people/index.ts'
import { clip } from '../clip.ts'
import { textMessage, type View } from '../view.ts'
import { placeData, type StatsArgs } from './shared.ts'

/** Units that are offered where a name fits several. */
export const MOST_FITTING = 12

export interface WhichUnitArgs extends StatsArgs {
  readonly typed: string
  /** How many fit; of the first there is a button. */
  readonly count: number
  readonly unitIds: readonly string[]
}

/** Several units have the name that was typed: each is a button, with the one above it. */
export const statsWhichUnit: View<WhichUnitArgs> = async (view, args) => {
  const { typed, count, unitIds, period } = args
  const units = new Map((await listUnits(view.db)).map((unit) => [unit.id, unit]))
  const key = count > unitIds.length ? 'stats-which-unit-more' : 'stats-which-unit'
  return textMessage({
    html: view.t(key, { typed, count, shown: unitIds.length }),
    buttons: unitIds.flatMap((id) => {
      const unit = units.get(id)
      if (unit === undefined) return []
      const above = units.get(unit.parentId ?? '')
      const text = above === undefined ? unit.name : `${unit.name} · ${above.name}`
      return [[{ text: clip(text, 60), data: placeData('statsOverview', { period, unitId: id }) }]]
    }),
  })
}

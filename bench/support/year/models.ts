import { activation, activationVariation } from './activation.ts'
import { chanceOf, draws, normal, type Chance } from './chance.ts'
import { halfLife, halfLifeVariation } from './half-life.ts'
import { calibrated, type MemoryModel, type Variation } from './memory-model.ts'
import { multiscale, multiscaleVariation } from './multiscale.ts'

export interface YearModel extends MemoryModel {
  readonly variation: Variation
}

/** The three models, each calibrated to one first day, see memory-model.ts. */
export function yearModels(): readonly YearModel[] {
  return [
    withBase(activation, activationVariation),
    withBase(halfLife, halfLifeVariation),
    withBase(multiscale, multiscaleVariation),
  ]
}

function withBase(make: (base: number) => MemoryModel, variation: Variation): YearModel {
  const chance = chanceOf(1)
  const drawn = Array.from({ length: 4000 }, (_, i) => strengthOf(variation, chance, i, i))
  return { ...make(calibrated(make, drawn, [-5, 10])), variation }
}

/** How well a person remembers a question, about 0: an effect of the person and one of the item. */
export function strengthOf(
  { person, item }: Variation,
  chance: Chance,
  personNumber: number,
  itemNumber: number,
): number {
  return (
    person * normal(chance, draws.person, personNumber) +
    item * normal(chance, draws.item, itemNumber)
  )
}

/** Mean recall so many days after reading, when nothing is asked in between. */
export function forgetting(model: YearModel, days: readonly number[]): number[] {
  const chance = chanceOf(2)
  const strengths = Array.from({ length: 20_000 }, (_, i) =>
    strengthOf(model.variation, chance, i % 200, i),
  )
  const memory = model.begin(strengths)
  for (const question of strengths.keys()) memory.read(question, 0)
  return days.map((day) => {
    const recalled = strengths.map((_, question) => memory.recall(question, day))
    return recalled.reduce((a, b) => a + b, 0) / recalled.length
  })
}

/**
 * How somebody's memory of one course behaves: another model than the scheduler's, with parameters
 * that it does not know. Times are in days. Questions are numbered within the course.
 */
export interface LivingMemory {
  /** The lesson of a question was read. */
  read(question: number, time: number): void
  /** The probability that it is recalled, without guessing. */
  recall(question: number, time: number): number
  /** It was asked; what was right was shown, so a failure teaches too. */
  asked(question: number, time: number, recalled: boolean): void
}

export interface MemoryModel {
  readonly name: 'activation' | 'half-life' | 'multiscale'
  readonly title: string
  /** @param strengths of each question for this person: effects of person and item, about 0 */
  begin(strengths: readonly number[]): LivingMemory
}

/** How far people and questions lie apart, in standard deviations of a strength. */
export interface Variation {
  readonly person: number
  readonly item: number
}

/** Every model starts alike: four of five questions of a lesson are recalled a day after reading. */
export const RECALLED_NEXT_DAY = 0.8

/**
 * The base of a model for which `RECALLED_NEXT_DAY` holds over many people and questions, found by
 * halving; the recall of a day later grows with the base.
 */
export function calibrated(
  make: (base: number) => Pick<MemoryModel, 'begin'>,
  strengths: readonly number[],
  [low, high]: readonly [number, number],
): number {
  let [from, to] = [low, high]
  for (let step = 0; step < 40; step++) {
    const base = (from + to) / 2
    const memory = make(base).begin(strengths)
    const recalled = strengths.map((_, question) => {
      memory.read(question, 0)
      return memory.recall(question, 1)
    })
    if (recalled.reduce((a, b) => a + b, 0) / recalled.length < RECALLED_NEXT_DAY) from = base
    else to = base
  }
  return (from + to) / 2
}

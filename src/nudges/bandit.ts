/** How often something was tried, and how often an answer followed within the working day. */
export interface Tally {
  readonly used: number
  readonly answered: number
}

/** A wording that may be said now; one that sleeps is no arm. */
export interface Arm {
  readonly id: string
  readonly tally: Tally
  /** What happened without it, among people for whom it was awake too. */
  readonly reference: Tally
  /** Days since this person last saw it; null: never. */
  readonly daysSince: number | null
}

export interface BanditSettings {
  /**
   * How sharply a better effect is preferred: of two wordings whose effects differ by this much, the
   * better one is said e times as often.
   */
  readonly temperature: number
  /** What having been seen a moment ago takes off a wording's effect. */
  readonly penalty: number
  /** Days after which half of that is left. */
  readonly halfLifeDays: number
  /** As many uses' say as what all wordings do together counts for, in each one's share. */
  readonly priorUses: number
}

/** Chosen for some thousands of people, where a share is known to a few hundredths: bench/nudges.ts. */
export const banditSettings: BanditSettings = {
  temperature: 0.02,
  penalty: 0.1,
  halfLifeDays: 15,
  priorUses: 100,
}

/**
 * How likely each arm is chosen: the recovering difference softmax algorithm of Yancey & Settles (2020),
 * "A Sleeping, Recovering Bandit Algorithm for Optimizing Recurring Notifications", KDD '20, 3008-3016.
 * With `share(a)` the part of the uses of `a` after which an answer came within the working day, and
 * `share(0)` that of those who were not told `a` though they might have been,
 *
 *     effect(a) = (share(a) - share(0)) / share(0)
 *     score(a)  = effect(a) - penalty * 0.5 ^ (days since this person saw a / half-life)
 *     p(a)      = exp(score(a) / temperature) / sum over the arms that are awake
 *
 * Comparing among those for whom the arm was awake keeps a wording that is for diligent people alone from
 * being praised for their diligence. Two things are ours: where there is a hold-out it is the reference,
 * and shares are drawn to what all do together, the more the less they rest on.
 */
export function chancesOf(
  arms: readonly Arm[],
  settings: BanditSettings = banditSettings,
): number[] {
  const { temperature, penalty, halfLifeDays, priorUses } = settings
  const used = sum(arms.map(({ tally }) => tally.used))
  const answered = sum(arms.map(({ tally }) => tally.answered))
  // Laplace's rule: nothing so far says as much as one of two.
  const together = (answered + 1) / (used + 2)
  const share = (tally: Tally): number =>
    (tally.answered + together * priorUses) / (tally.used + priorUses)
  const scores = arms.map(({ tally, reference, daysSince }) => {
    const none = share(reference)
    const tired = daysSince === null ? 0 : penalty * 0.5 ** (daysSince / halfLifeDays)
    return (share(tally) - none) / none - tired
  })
  const best = Math.max(...scores)
  const weights = scores.map((score) => Math.exp((score - best) / temperature))
  const total = sum(weights)
  return weights.map((weight) => weight / total)
}

/**
 * Draws an arm.
 *
 * @param random a number from 0 to 1, without 1
 * @throws RangeError without an arm
 */
export function drawArm(arms: readonly Arm[], random: number, settings?: BanditSettings): string {
  let left = random
  const chances = chancesOf(arms, settings)
  const drawn = arms.find((_, i) => {
    left -= chances[i] ?? 0
    return left < 0
  })
  // Rounding may leave a trace behind the last one.
  const arm = drawn ?? arms.at(-1)
  if (arm === undefined) throw new RangeError('No wording is awake')
  return arm.id
}

/** Fewer people cannot tell wordings apart in a year: theirs go round in turn, and nobody is held out. */
export const LEARNING_FROM = 300

/** The wording of whoever had `before` of this step so far, where nothing is learned. */
export function inTurn(ids: readonly string[], before: number): string {
  const id = ids[before % ids.length]
  if (id === undefined) throw new RangeError('No wording is awake')
  return id
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

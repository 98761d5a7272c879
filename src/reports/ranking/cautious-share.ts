/** A unit's people, and those of them who are on schedule. */
export interface Counted {
  readonly people: number
  readonly onSchedule: number
}

/** What is believed of a unit before its people are looked at: a beta distribution. */
export interface Prior {
  /** The share of all units together. */
  readonly mean: number
  /** As many people's say as it counts for: alpha + beta. */
  readonly weight: number
}

/** A prior never weighs less: a handful of people says little, however much units seem to differ. */
const LEAST_WEIGHT = 10
/** Nor more, where units hardly differ: a unit of a hundred still speaks for itself. */
const MOST_WEIGHT = 50

/**
 * The prior that fits these units (empirical Bayes). Its weight is (1 − r) / r, where r is how much
 * units differ beyond chance, by the moments of Kleinman (1973), "Proportions with extraneous
 * variance: single and independent samples", JASA 68:46-54, each unit weighing as its people.
 */
export function priorOf(units: readonly Counted[]): Prior {
  const people = sum(units.map((unit) => unit.people))
  if (people === 0) return { mean: 0.5, weight: MOST_WEIGHT }
  const mean = sum(units.map((unit) => unit.onSchedule)) / people
  const variance = mean * (1 - mean)
  const spread = sum(
    units.map((unit) => unit.people * (unit.onSchedule / Math.max(1, unit.people) - mean) ** 2),
  )
  const degrees = units.length - 1
  const beyond = spread - variance * degrees
  const most = variance * (people - sum(units.map((unit) => unit.people ** 2)) / people - degrees)
  const differ = most > 0 ? beyond / most : 0
  const weight = differ > 0 ? (1 - differ) / differ : MOST_WEIGHT
  return { mean, weight: Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, weight)) }
}

/** One-sided, nine in ten. */
const Z = 1.2816

/**
 * The share that a unit very likely has at least: its own, drawn to the prior by as much as it is
 * small, less the doubt that is left: Wilson's lower bound (1927, JASA 22:209-212) on as many people as
 * unit and prior have together. Unlike the mean less so many standard deviations it never falls as more
 * people are on schedule, nor below zero, however few they are. So three of three are not above 38 of
 * 40, and five of five are not below a large unit that does badly.
 */
export function cautiousShare({ people, onSchedule }: Counted, { mean, weight }: Prior): number {
  const expected = (onSchedule + mean * weight) / (people + weight)
  const all = people + weight
  const centre = expected + (Z * Z) / (2 * all)
  const half = Z * Math.sqrt((expected * (1 - expected)) / all + (Z * Z) / (4 * all * all))
  // Exactly zero where nobody is: rounding could leave a trace of either sign.
  return expected <= 0 ? 0 : (centre - half) / (1 + (Z * Z) / all)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

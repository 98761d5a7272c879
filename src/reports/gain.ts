/** Somebody's share of right answers on the form before and on the one after, in percent. */
export interface MatchedScore {
  readonly before: number
  readonly after: number
}

export interface Gain {
  /** People who answered all of both forms: nobody else says anything about a change. */
  readonly people: number
  readonly before: number
  readonly after: number
  /** Null where it is undefined: nobody, or everybody knew all of it before. */
  readonly normalised: number | null
  /** 95% interval of `normalised`; null below `LEAST_PEOPLE`. */
  readonly interval: readonly [low: number, high: number] | null
  readonly band: 'low' | 'medium' | 'high' | null
}

/** Fewer give an interval that says nothing. */
const LEAST_PEOPLE = 5

/**
 * The normalised gain of a group, ⟨g⟩ = (mean after - mean before) / (100 - mean before): which part
 * of what was not known before is known after (Hake 1998; low under 0.3, high from 0.7). It is a
 * quotient of two means of the same people, so its interval is that of a ratio estimator (delta
 * method) with Student's t.
 */
export function matchedGain(scores: readonly MatchedScore[]): Gain {
  const people = scores.length
  const before = mean(scores.map((score) => score.before))
  const after = mean(scores.map((score) => score.after))
  const room = 100 - before
  if (people === 0 || room <= 0) {
    return { people, before, after, normalised: null, interval: null, band: null }
  }
  const normalised = (after - before) / room
  const residues = scores.map((one) => one.after - one.before - normalised * (100 - one.before))
  const spread = Math.sqrt(residues.reduce((sum, e) => sum + e * e, 0) / Math.max(1, people - 1))
  const half = (studentT(people - 1) * spread) / (room * Math.sqrt(people))
  return {
    people,
    before,
    after,
    normalised,
    interval: people < LEAST_PEOPLE ? null : [normalised - half, normalised + half],
    band: normalised < 0.3 ? 'low' : normalised < 0.7 ? 'medium' : 'high',
  }
}

/** One person's own; undefined where all was known before. */
export function normalisedGain({ before, after }: MatchedScore): number | undefined {
  return before >= 100 ? undefined : (after - before) / (100 - before)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The two-sided 95% quantile for so many degrees of freedom (Cornish-Fisher; to 0.01 from four on). */
function studentT(freedom: number): number {
  const z = 1.959964
  const v = Math.max(1, freedom)
  return z + (z ** 3 + z) / (4 * v) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v * v)
}

/**
 * The analysis of questions once more, as slowly and as near to the textbook's words as can be:
 * lists of people, no sums that are kept. What the tests hold the real one against.
 */
export interface NaiveAnswer {
  readonly person: number
  readonly track: string
  readonly question: string
  readonly version: number
  readonly option: string
  readonly right: boolean
  readonly sure: boolean | null
  /** Moment, in any unit. */
  readonly at: number
  readonly kind: 'lesson' | 'review' | 'assessment'
}

export interface NaiveFigures {
  readonly people: number
  readonly right: number
  readonly later: number
  readonly scored: number
  readonly correlation: number | null
  readonly group: number
  readonly options: Readonly<Record<string, { people: number; upper: number; lower: number }>>
  readonly asked: number
  readonly sure: number
  readonly sureWrong: number
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Everybody's first answer to each question. */
function firstsOf(answers: readonly NaiveAnswer[]): NaiveAnswer[] {
  const counted = answers.filter(({ kind }) => kind !== 'assessment')
  return counted.filter(
    (one) =>
      !counted.some(
        (other) =>
          other.person === one.person && other.question === one.question && other.at < one.at,
      ),
  )
}

/** @returns by `question version` */
export function naiveItems(
  answers: readonly NaiveAnswer[],
  leastOthers: number,
): Map<string, NaiveFigures> {
  const firsts = firstsOf(answers)
  const nameOf = (one: NaiveAnswer): string => `${one.question} ${one.version}`
  const items = [...new Set(firsts.map(nameOf))]
  const ease = new Map(
    items.map((item) => [
      item,
      mean(firsts.filter((one) => nameOf(one) === item).map(({ right }) => (right ? 1 : 0))),
    ]),
  )
  const restOf = (one: NaiveAnswer): number | null => {
    const others = firsts.filter(
      (other) =>
        other.person === one.person && other.track === one.track && other.question !== one.question,
    )
    if (others.length < leastOthers) return null
    return mean(
      others.map((other) => (other.right ? 1 : 0) - (ease.get(nameOf(other)) ?? Number.NaN)),
    )
  }
  return new Map(items.map((item) => [item, figuresOf(item)]))

  function figuresOf(item: string): NaiveFigures {
    const own = firsts.filter((one) => nameOf(one) === item)
    const scored = own.flatMap((one) => {
      const rest = restOf(one)
      return rest === null ? [] : [{ one, rest }]
    })
    const group = Math.round(0.27 * scored.length)
    // In hundredths: whoever has the same stands equal.
    const placed = scored.map(({ one, rest }) => ({
      one,
      place: Math.floor(100 * rest + 0.5 + 1e-7),
    }))
    const partIn = (place: number, ahead: (other: number) => boolean): number => {
      const before = placed.filter((other) => ahead(other.place)).length
      const equal = placed.filter((other) => other.place === place).length
      return Math.max(0, Math.min(1, (group - before) / equal))
    }
    const options = [...new Set(own.map(({ option }) => option))].map((key) => {
      const chosen = placed.filter(({ one }) => one.option === key)
      const part = (sign: number): number =>
        chosen
          .map(({ place }) => partIn(place, (other) => sign * other > sign * place))
          .reduce((sum, value) => sum + value, 0)
      const people = own.filter(({ option }) => option === key).length
      return [key, { people, upper: part(1), lower: part(-1) }] as const
    })
    const asked = own.filter(({ sure }) => sure !== null)
    return {
      people: own.length,
      right: own.filter(({ right }) => right).length,
      later: own.filter(({ kind }) => kind === 'review').length,
      scored: scored.length,
      correlation: textbook(scored.map(({ one, rest }) => ({ right: one.right, rest }))),
      group,
      options: Object.fromEntries(options),
      asked: asked.length,
      sure: asked.filter(({ sure }) => sure === true).length,
      sureWrong: asked.filter(({ sure, right }) => sure === true && !right).length,
    }
  }
}

/** (mean of those who were right - mean of the others) / s · √(p q): the point-biserial coefficient. */
function textbook(pairs: readonly { right: boolean; rest: number }[]): number | null {
  const rests = (right: boolean): number[] =>
    pairs.filter((one) => one.right === right).map(({ rest }) => rest)
  const all = pairs.map(({ rest }) => rest)
  const deviation = Math.sqrt(mean(all.map((rest) => (rest - mean(all)) ** 2)))
  const p = rests(true).length / pairs.length
  if (pairs.length === 0 || p === 0 || p === 1 || deviation < 1e-6) return null
  return ((mean(rests(true)) - mean(rests(false))) / deviation) * Math.sqrt(p * (1 - p))
}

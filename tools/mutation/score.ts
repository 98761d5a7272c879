export interface Score {
  /** Those that could be judged: a mutant of what runs while a file is loaded is not tried. */
  readonly mutants: number
  /** A test failed, or ran without an end. */
  readonly killed: number
  /** No test failed, or none ran through it. */
  readonly survived: number
}

export function scoreOf(statuses: readonly string[]): Score {
  const count = (...wanted: readonly string[]): number =>
    statuses.filter((status) => wanted.includes(status)).length
  const killed = count('Killed', 'Timeout')
  const survived = count('Survived', 'NoCoverage')
  return { mutants: killed + survived, killed, survived }
}

export function sumOf(scores: readonly Score[]): Score {
  const sum = (key: keyof Score): number => scores.reduce((all, score) => all + score[key], 0)
  return { mutants: sum('mutants'), killed: sum('killed'), survived: sum('survived') }
}

/** Of a hundred mutants so many were killed; all, where there is none. */
export function percentOf({ mutants, killed }: Score): number {
  return mutants === 0 ? 100 : (100 * killed) / mutants
}

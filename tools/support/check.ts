/**
 * A check looks at the project below `root` (an absolute path) and says what is wrong. The tests
 * run each one on a scratch project, so nothing in it may assume where the project stands.
 */
export interface Check {
  readonly name: string
  run(root: string): Promise<Findings>
}

export interface Findings {
  /** How many files (for tests: test files) the check really looked at. */
  readonly looked: number
  /** How many there are to look at; a tool that silently skipped some has looked at fewer. */
  readonly expected: number
  /** What is wrong, for people, naming file and rule; empty when nothing is. */
  readonly problems: string
}

/**
 * The reason why a check fails, or undefined when it passes. Looking at nothing fails: several
 * tools exit with 0 when a wrong setting hides every file from them (dependency-cruiser says
 * "0 modules cruised"), and such a green light has to be red.
 */
export function failureOf({ looked, expected, problems }: Findings): string | undefined {
  if (problems !== '') return problems
  if (looked === 0 || expected === 0) return 'looked at no file'
  if (looked < expected) return `looked at ${looked} of ${expected} files`
  return undefined
}

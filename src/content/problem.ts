/** Something wrong in a text, and how to mend it. Lines count from 1. */
export interface Fault {
  readonly line: number
  readonly what: string
  readonly mend: string
}

/** A fault with its file: a path below the lessons' folder, with forward slashes. */
export interface Problem extends Fault {
  readonly file: string
}

/** `file:line: what: how to mend it`, as compilers and editors write it. */
export function formatProblem({ file, line, what, mend }: Problem): string {
  return `${file}:${line}: ${what}: ${mend}`
}

/** As an error, with the word in between that compilers and editors know it by. */
export function formatWarning({ file, line, what, mend }: Problem): string {
  return `${file}:${line}: warning: ${what}: ${mend}`
}

/** By file, then by line. */
export function compareProblems(a: Problem, b: Problem): number {
  return compareText(a.file, b.file) || a.line - b.line
}

/** By code units, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

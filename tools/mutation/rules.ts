import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'

/** A pure rule and the test that stands beside it, by their paths from the root. */
export interface Rule {
  readonly file: string
  readonly test: string
}

/** Readers of files and no rules: what they take and refuse is shown by files as people write them. */
const READERS = 'src/learning/calendar/import/'

/** Every rule of learning and messaging, in the order of their names: pure code has its test beside it. */
export function rulesIn(root: string): readonly Rule[] {
  return globSync('src/{learning,messaging}/**/*.test.ts', { cwd: root })
    .filter((test) => !test.startsWith(READERS))
    .map((test) => ({ file: test.replace(/\.test\.ts$/, '.ts'), test }))
    .filter(({ file }) => existsSync(join(root, file)))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
}

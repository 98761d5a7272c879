import { join } from 'node:path'
import type { Check } from '../support/check.ts'
import { sourcesOf } from '../support/files.ts'
import { run } from '../support/run.ts'

/** Counts the files for us: knip's own reporters do not say how many they saw. */
const counter = join(import.meta.dirname, '..', 'knip-reporter.ts')

/** knip: files, exports and dependencies that nobody uses, and dependencies that nobody listed. */
export const deadCode: Check = {
  name: 'dead-code',
  async run(root) {
    const expected = await sourcesOf(root)
    const ended = await run(
      'knip',
      ['--no-progress', '--no-config-hints', '--reporter', 'symbols', '--reporter', counter],
      root,
    )
    return {
      looked: Number(/^looked at (\d+) files$/m.exec(ended.stdout)?.[1] ?? 0),
      expected: expected.length,
      problems: ended.code === 0 ? '' : ended.output || `knip ended with ${ended.code}`,
    }
  },
}

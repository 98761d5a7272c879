import type { Check } from '../support/check.ts'
import { sourcesOf } from '../support/files.ts'
import { run } from '../support/run.ts'

/**
 * oxlint with the rules that need types: without those an un-awaited Drizzle write, which never
 * runs, goes unseen.
 */
export const lint: Check = {
  name: 'lint',
  async run(root) {
    const expected = await sourcesOf(root)
    const ended = await run('oxlint', ['--type-aware', '--deny-warnings', '.'], root)
    return {
      looked: Number(/ on (\d+) files? with \d+ rules/.exec(ended.output)?.[1] ?? 0),
      expected: expected.length,
      problems: ended.code === 0 ? '' : ended.output || `oxlint ended with ${ended.code}`,
    }
  },
}

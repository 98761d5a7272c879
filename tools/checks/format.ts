import type { Check } from '../support/check.ts'
import { sourcesOf } from '../support/files.ts'
import { run } from '../support/run.ts'

/** `oxfmt --check`; its last line says on how many files. */
export const format: Check = {
  name: 'format',
  async run(root) {
    const expected = await sourcesOf(root)
    const ended = await run('oxfmt', ['--check', '.'], root)
    return {
      looked: Number(/ on (\d+) files/.exec(ended.output)?.[1] ?? 0),
      expected: expected.length,
      problems: ended.code === 0 ? '' : ended.output || `oxfmt ended with ${ended.code}`,
    }
  },
}

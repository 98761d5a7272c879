import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check } from '../support/check.ts'
import { filesOf } from '../support/files.ts'
import { run } from '../support/run.ts'
import { withTempFolder } from '../support/temp.ts'

/** The tests that stand beside their code: pure rules, no server. */
export const unitTests: Check = {
  name: 'unit-tests',
  async run(root) {
    const expected = await filesOf(
      root,
      'src/**/*.test.ts',
      'tools/**/*.test.ts',
      'test/**/support/**/*.test.ts',
    )
    return await withTempFolder(async (folder) => {
      const results = join(folder, 'results.json')
      const ended = await run(
        'vitest',
        [
          'run',
          '--project',
          'unit',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${results}`,
        ],
        root,
      )
      return {
        looked: await countOf(results),
        expected: expected.length,
        problems: ended.code === 0 ? '' : ended.output || `vitest ended with ${ended.code}`,
      }
    })
  },
}

/** How many test files a results file of vitest names; 0 where there is none, as when it found none. */
async function countOf(results: string): Promise<number> {
  const text = await readFile(results, 'utf8').catch(() => '{}')
  const parsed = JSON.parse(text) as { testResults?: unknown[] }
  return parsed.testResults?.length ?? 0
}

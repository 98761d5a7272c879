import type { ICruiseResult } from 'dependency-cruiser'
import type { Check } from '../support/check.ts'
import { sourcesOf } from '../support/files.ts'
import { run } from '../support/run.ts'

/** dependency-cruiser: the rooms' one-way imports, and who may import which package. */
export const imports: Check = {
  name: 'imports',
  async run(root) {
    const expected = await sourcesOf(root)
    const ended = await run(
      'depcruise',
      ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'],
      root,
    )
    if (ended.code !== 0) return { looked: 0, expected: expected.length, problems: ended.output }

    const { modules, summary } = JSON.parse(ended.stdout) as ICruiseResult
    const seen = new Set(modules.map(({ source }) => source))
    const comments = new Map(
      summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment]),
    )
    return {
      looked: expected.filter((path) => seen.has(path)).length,
      expected: expected.length,
      problems: summary.violations
        .map(({ rule, from, to, cycle }) => {
          const target = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ')
          return `${rule.name}: ${from} → ${target}\n    ${comments.get(rule.name) ?? ''}`
        })
        .join('\n'),
    }
  },
}

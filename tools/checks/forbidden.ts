import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, isAllowed, type Violation } from '../forbidden/rules.ts'
import { violationsInSource } from '../forbidden/source.ts'
import { clockReadsIn } from '../forbidden/sql.ts'
import type { Check } from '../support/check.ts'
import { filesOf, sourcesOf } from '../support/files.ts'

/** Civil time, elapsed time, timers, the environment and SQL's clock, each in its one place. */
export const forbidden: Check = {
  name: 'forbidden',
  async run(root) {
    const sources = await sourcesOf(root)
    const migrations = sources.length === 0 ? [] : await filesOf(root, 'drizzle/**/*.sql')
    const violations: Violation[] = []
    let looked = 0
    for (const file of [...sources, ...migrations]) {
      const text = await readFile(join(root, file), 'utf8')
      violations.push(
        ...(file.endsWith('.sql') ? inMigration(file, text) : violationsInSource(file, text)),
      )
      looked += 1
    }
    return {
      looked,
      expected: sources.length + migrations.length,
      problems: violations.map(describe).join('\n'),
    }
  },
}

function inMigration(file: string, sql: string): Violation[] {
  if (isAllowed('sql-time', file)) return []
  return clockReadsIn(sql).map(({ at, found }) => {
    const before = sql.slice(0, at).split('\n')
    const column = (before.at(-1) ?? '').length + 1
    return { rule: 'sql-time', file, line: before.length, column, found }
  })
}

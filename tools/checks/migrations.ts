import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { driftOf } from '../migrations/drift.ts'
import { type Entry, problemsOfJournal } from '../migrations/journal.ts'
import type { Check } from '../support/check.ts'
import { filesOf } from '../support/files.ts'

/** The journal is in order and complete, and the migrations make the tables of src/schema.ts. */
export const migrations: Check = {
  name: 'migrations',
  async run(root) {
    const folder = join(root, 'drizzle')
    const sqlFiles = await filesOf(folder, '*.sql')
    const journal = await readFile(join(folder, 'meta', '_journal.json'), 'utf8').catch(
      () => undefined,
    )
    if (journal === undefined) {
      return {
        looked: 0,
        expected: sqlFiles.length,
        problems: 'drizzle/meta/_journal.json is missing',
      }
    }
    const { entries } = JSON.parse(journal) as { entries: Entry[] }
    const snapshots = (await filesOf(folder, 'meta/*_snapshot.json')).map((path) =>
      path.slice('meta/'.length),
    )
    const problems = [...problemsOfJournal(entries, sqlFiles, snapshots), ...(await driftOf(root))]
    return { looked: entries.length, expected: sqlFiles.length, problems: problems.join('\n') }
  },
}

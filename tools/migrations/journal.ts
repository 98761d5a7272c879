export interface Entry {
  readonly idx: number
  /** Epoch milliseconds; drizzle-orm compares it with the newest applied migration. */
  readonly when: number
  readonly tag: string
}

/**
 * What is wrong between drizzle's journal and the files beside it. `when` must only grow: the
 * migrator skips, without a word, an entry older than the newest applied one
 * (drizzle-team/drizzle-orm#5769), which is what two branches merged in the wrong order produce.
 */
export function problemsOfJournal(
  entries: readonly Entry[],
  sqlFiles: readonly string[],
  snapshots: readonly string[],
): string[] {
  const problems: string[] = []
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1]
    const number = String(index).padStart(4, '0')
    if (before !== undefined && entry.when <= before.when) {
      problems.push(
        `journal-grows: ${entry.tag} is not later than ${before.tag}, and would be skipped; generate it again`,
      )
    }
    if (entry.idx !== index)
      problems.push(`journal-order: ${entry.tag} has idx ${entry.idx}, expected ${index}`)
    if (!sqlFiles.includes(`${entry.tag}.sql`))
      problems.push(`journal-file: drizzle/${entry.tag}.sql is missing`)
    if (!snapshots.includes(`${number}_snapshot.json`)) {
      problems.push(`journal-snapshot: drizzle/meta/${number}_snapshot.json is missing`)
    }
  }
  const tags = new Set(entries.map(({ tag }) => `${tag}.sql`))
  for (const file of sqlFiles) {
    if (!tags.has(file))
      problems.push(`journal-entry: drizzle/${file} is not in the journal and would never run`)
  }
  return problems
}

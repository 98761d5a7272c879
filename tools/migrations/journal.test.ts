import { expect, test } from 'vitest'
import { problemsOfJournal } from './journal.ts'

const entries = [
  { idx: 0, when: 10, tag: '0000_a' },
  { idx: 1, when: 20, tag: '0001_b' },
]
const sqlFiles = ['0000_a.sql', '0001_b.sql']
const snapshots = ['0000_snapshot.json', '0001_snapshot.json']

test('has nothing against a journal in order', () => {
  expect(problemsOfJournal(entries, sqlFiles, snapshots)).toEqual([])
})

test.each([
  [
    'an equal time',
    [entries[0]!, { ...entries[1]!, when: 10 }],
    sqlFiles,
    snapshots,
    'journal-grows: 0001_b',
  ],
  [
    'a skipped number',
    [entries[0]!, { ...entries[1]!, idx: 2 }],
    sqlFiles,
    snapshots,
    'journal-order: 0001_b',
  ],
  ['a missing file', entries, ['0000_a.sql'], snapshots, 'journal-file: drizzle/0001_b.sql'],
  [
    'a file too many',
    entries,
    [...sqlFiles, '0002_c.sql'],
    snapshots,
    'journal-entry: drizzle/0002_c.sql',
  ],
  [
    'a missing snapshot',
    entries,
    sqlFiles,
    ['0000_snapshot.json'],
    'journal-snapshot: drizzle/meta/0001',
  ],
])('names %s', (_what, journal, sql, meta, problem) => {
  const problems = problemsOfJournal(journal, sql, meta)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(problem)
})

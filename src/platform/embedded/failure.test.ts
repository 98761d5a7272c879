import { expect, test } from 'vitest'
import { UserError } from '../errors.ts'
import { explainFileError, serverFailure } from './failure.ts'

const log = `2026-11-24 08:00:00.000 UTC [7] LOG:  starting PostgreSQL 18.4
2026-11-24 08:00:00.000 UTC [7] FATAL:  could not write lock file "postmaster.pid": No space left on device
2026-11-24 08:00:00.000 UTC [7] LOG:  database system is shut down
`

test.each([
  [log, 'disk space'],
  ['FATAL:  could not extend file "base/1/2691"\nHINT:  Check free disk space.', 'disk space'],
  ['initdb: error: could not access directory "/d": Permission denied', 'user that owns'],
  ['FATAL:  database files are incompatible with server', 'another major version'],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'memory'],
  ['FATAL:  something else', 'server.log'],
])('%j is explained with %j', (output, hint) => {
  const error = serverFailure('Postgres did not start', output, '/d')
  expect(error.hint).toContain(hint)
  expect(error.hint).toContain('DATABASE_URL')
})

test('the telling line is quoted and progress is not', () => {
  const { message } = serverFailure('Postgres did not start', log, '/d')
  expect(message).toContain('FATAL:  could not write lock file')
  expect(message).not.toContain('starting PostgreSQL')
})

test('a refusal of the file system becomes a UserError, a bug stays what it is', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  const explained = explainFileError(full, '/d')
  expect(explained).toBeInstanceOf(UserError)
  expect(explained).toHaveProperty('hint', expect.stringContaining('disk space'))
  expect(explained).toHaveProperty('cause', full)
  const bug = new TypeError('x is not a function')
  expect(explainFileError(bug, '/d')).toBe(bug)
})

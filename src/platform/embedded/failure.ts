import { UserError, messageOf } from '../errors.ts'

const databaseUrlHint = 'or set DATABASE_URL to use a Postgres of your own.'

/** The system's code of an error (`ENOENT`, `EACCES`, …), when it has one. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT'
}

/**
 * Hints by the system's words: they stand alike in the errors of Node (`code`), of initdb and in
 * the server's log, since Postgres runs here with LC_ALL=C.
 */
const hints: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [
    /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|Check free disk space/,
    'Free some disk space (about 100 MB)',
  ],
  [
    /EACCES|EPERM|Permission denied|Operation not permitted|wrong ownership/,
    'Start as the user that owns this folder, or choose a folder that you may write to (DATA_DIR)',
  ],
  [/EROFS|Read-only file system/, 'Choose a folder that can be written to (DATA_DIR)'],
  [/ENOTDIR|EEXIST|Not a directory/, 'A file is in the way: choose another folder (DATA_DIR)'],
  [
    /incompatible with server|was initialized by PostgreSQL version/,
    'The data was written by another major version of Postgres: use the version of this program that wrote it to export the data',
  ],
  [
    /Cannot allocate memory|could not (?:create|map) (?:anonymous )?shared memory|ENOMEM/,
    'Free some memory (about 200 MB)',
  ],
]

function hintFor(text: string): string | undefined {
  return hints.find(([pattern]) => pattern.test(text))?.[1]
}

/**
 * Makes an error of initdb or of the server one that a person can mend: what failed, the first
 * lines that say why (those after are mostly consequences), and what to do.
 */
export function serverFailure(what: string, output: string, dataDir: string): UserError {
  const lines = output.split('\n').map((line) => line.trim())
  // Without the time, number and progress that stand before the severity.
  const telling = lines.flatMap(
    (line) => /\b(?:FATAL|PANIC|ERROR|error|HINT): .*$/.exec(line) ?? [],
  )
  const shown =
    telling.length > 0 ? telling.slice(0, 2) : lines.filter((line) => line !== '').slice(-3)
  const why = shown.length > 0 ? shown.join('; ') : 'it said nothing'
  return new UserError(`${what} in ${dataDir}: ${why}`, {
    hint: `${hintFor(output) ?? 'Look into server.log in the data folder'}, ${databaseUrlHint}`,
  })
}

/** Turns the file system's refusals into UserErrors; anything else passes through unchanged. */
export function explainFileError(error: unknown, dataDir: string): unknown {
  if (error instanceof UserError) return error
  const code = codeOf(error)
  const hint = code === undefined ? undefined : hintFor(code)
  if (hint === undefined) return error
  return new UserError(`The database folder ${dataDir} cannot be used: ${messageOf(error)}`, {
    hint: `${hint}, ${databaseUrlHint}`,
    cause: error,
  })
}

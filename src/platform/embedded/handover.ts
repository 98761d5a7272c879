import { createHash } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../errors.ts'
import { isMissing } from './failure.ts'
import { clusterIn, settledHome } from './home.ts'
import { exists } from './shelter.ts'

/**
 * A new major version of Postgres does not read the files of the old one, and the old binaries are gone
 * when the new ones are installed. So the last backup that was made of a server at rest is noted, with
 * the state of its control file, which Postgres writes at each start and stop: as long as that is the
 * same, the backup holds all that the files hold, and can take their place.
 */
const noteShape = z.object({
  backup: z.string(),
  /** SHA-256 of `global/pg_control`. */
  control: z.string(),
  /** Set while the new server is being filled: where the old files are. */
  kept: z.string().optional(),
})
type Note = z.infer<typeof noteShape>

/** That a server of another major version was put aside, and what takes its place. */
export interface Handover {
  readonly backup: string
  /** The old files. */
  readonly kept: string
}

function noteFile(dataDir: string): string {
  return join(dataDir, 'handover.json')
}

/** To be called when the server has stopped after the backup, and nothing else has run meanwhile. */
export async function noteHandover(dataDir: string, backup: string): Promise<void> {
  const home = await settledHome(dataDir)
  if (home === undefined) return
  await writeNote(dataDir, { backup, control: await controlOf(clusterIn(home)) })
}

/**
 * Puts a cluster of another major version aside when its last state is in a backup; it is kept.
 *
 * @returns undefined where the cluster is of this version, or there is none
 * @throws UserError where no backup holds its last state, with what to do
 */
export async function handOver(
  dataDir: string,
  clusterDir: string,
  version: number,
): Promise<Handover | undefined> {
  const note = await readNote(dataDir)
  if (note?.kept !== undefined) {
    if (!(await exists(note.kept))) await rename(clusterDir, note.kept)
    return { backup: note.backup, kept: note.kept }
  }
  const found = await versionOf(clusterDir)
  if (found === undefined || found === version) return undefined
  const matches =
    note !== undefined &&
    (await exists(note.backup)) &&
    note.control === (await controlOf(clusterDir))
  if (!matches) throw notCarried(clusterDir, found, version)
  const kept = await freeName(`${clusterDir}-${found}`)
  // Noted before it is done: whatever ends this process, the next start goes on from here.
  await writeNote(dataDir, { ...note, kept })
  await rename(clusterDir, kept)
  return { backup: note.backup, kept }
}

/** One that was begun and has not ended, whatever ended the process. */
export async function pendingHandover(dataDir: string): Promise<Handover | undefined> {
  const note = await readNote(dataDir)
  return note?.kept === undefined ? undefined : { backup: note.backup, kept: note.kept }
}

/** The new server holds what the old one did. */
export async function endHandover(dataDir: string): Promise<void> {
  await rm(noteFile(dataDir), { force: true })
}

async function versionOf(clusterDir: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(join(clusterDir, 'PG_VERSION'), 'utf8'), 10)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function controlOf(clusterDir: string): Promise<string> {
  const bytes = await readFile(join(clusterDir, 'global/pg_control'))
  return createHash('sha256').update(bytes).digest('hex')
}

async function readNote(dataDir: string): Promise<Note | undefined> {
  try {
    return noteShape.parse(JSON.parse(await readFile(noteFile(dataDir), 'utf8')))
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError || error instanceof z.ZodError) {
      return undefined
    }
    throw error
  }
}

async function writeNote(dataDir: string, note: Note): Promise<void> {
  const file = noteFile(dataDir)
  const text = `${JSON.stringify(note, null, 2)}\n`
  await writeFile(`${file}.new`, text, { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
}

async function freeName(path: string): Promise<string> {
  for (let count = 1; ; count++) {
    const name = count === 1 ? path : `${path}-${count}`
    if (!(await exists(name))) return name
  }
}

function notCarried(clusterDir: string, found: number, version: number): UserError {
  return new UserError(
    `The database in ${clusterDir} was written by Postgres ${found}, and this version of the program brings Postgres ${version}, which does not read its files. No backup holds its last state, so nothing was changed`,
    {
      hint: `Go back to the version of the program that brought Postgres ${found}, stop the bot, and run there:
  npm run sedikit -- backup
Then install this version again and start it: it takes the backup over and keeps the old files.`,
    },
  )
}

import { randomUUID } from 'node:crypto'
import { lstat, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  describeLosses,
  formatProblem,
  loadCatalogue,
  writeGift,
  writeJson,
  writeMoodleXml,
  type ExportFormat,
  type Track,
} from '../content/index.ts'
import { messageOf, UserError } from '../platform/errors.ts'
import type { Run } from './command.ts'
import { LESSONS_DIR } from './paths.ts'

const WRITERS: Readonly<Record<ExportFormat, (tracks: readonly Track[]) => string>> = {
  gift: writeGift,
  'moodle-xml': writeMoodleXml,
  json: writeJson,
}

/** The export goes to stdout or a new file, and every word about it to stderr. */
export const lessonsExport: Run = async ({ args, stdout, stderr }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { format: { type: 'string' }, track: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  })
  const format = formatOf(values.format)
  if (positionals.length > 1) throw new UserError('Name one folder of lessons.')
  const loaded = await loadCatalogue(positionals[0] ?? LESSONS_DIR)
  if (!loaded.ok) {
    for (const problem of loaded.problems) stderr(formatProblem(problem))
    stderr('Nothing was exported: mend the lessons first.')
    return 1
  }
  const tracks = tracksOf(loaded.catalogue.tracks, values.track)
  const text = WRITERS[format](tracks)
  if (values.out === undefined) stdout(text.trimEnd())
  else await save(values.out, text)
  for (const loss of describeLosses(tracks, format)) stderr(loss)
  return 0
}

function formatOf(given: string | undefined): ExportFormat {
  if (given === 'gift' || given === 'moodle-xml' || given === 'json') return given
  const what = given === undefined ? 'Which format?' : `There is no format ${given}.`
  throw new UserError(what, { hint: 'Give --format gift, moodle-xml or json.' })
}

function tracksOf(tracks: readonly Track[], id: string | undefined): readonly Track[] {
  if (id === undefined) return tracks
  const found = tracks.filter((track) => track.id === id)
  if (found.length > 0) return found
  throw new UserError(`There is no track ${id}.`, {
    hint: `There are ${tracks.map((track) => track.id).join(', ')}.`,
  })
}

/**
 * A file that is there already stays: it may be somebody's work. The new one is written beside it
 * and takes the name as a whole.
 */
async function save(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}-${randomUUID()}`)
  try {
    if (await lstat(path).then(() => true, isMissing)) {
      throw new UserError(`${path} is there already.`, {
        hint: 'Nothing is written over: name a new file, or remove this one first.',
      })
    }
    await writeFile(temporary, text, { flag: 'wx' })
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    if (error instanceof UserError) throw error
    throw new UserError(`${path} cannot be written: ${messageOf(error)}`, {
      hint: 'Name a file in a folder that is there and may be written to.',
      cause: error,
    })
  }
}

/** @returns false for a path that leads to nothing; throws what is wrong with it otherwise */
function isMissing(error: unknown): false {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
  throw error
}

import { randomUUID } from 'node:crypto'
import { lstat, mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from '../../platform/errors.ts'
import { codeOf } from '../code-of.ts'
import { slugOf } from './slug.ts'

export interface TrackPlace {
  readonly folder: string
  readonly name: string
}

/**
 * Where a new track is to stand: `to` is its name, or a path, directly below the lessons' folder.
 * @throws UserError when it is elsewhere, is no name of a track, or is there already
 */
export async function placeTrack(lessons: string, to: string): Promise<TrackPlace> {
  const folder = await realpath(lessons).catch((error: unknown) => {
    throw new UserError(`The lessons' folder ${lessons} cannot be used (${codeOf(error)}).`, {
      hint: 'Name the folder that holds the tracks.',
      cause: error,
    })
  })
  const path = to.replace(/\/+$/, '')
  const name = basename(path)
  if (name !== slugOf(name) || name === '') {
    throw new UserError(`${JSON.stringify(to)} cannot be the name of a track.`, {
      hint: 'Name it in small letters, digits and hyphens, at most 60.',
    })
  }
  const around =
    path === name ? folder : await realpath(dirname(resolve(path))).catch(() => undefined)
  if (around !== folder) {
    throw new UserError(`${to} is not directly below the lessons' folder ${lessons}.`, {
      hint: `Give the name of a new track alone: --to ${name}`,
    })
  }
  await refuseExisting({ folder, name })
  return { folder, name }
}

/**
 * Writes a new track's folder as a whole or not at all: its files come into a hidden folder beside
 * it, which every reader of lessons passes over, and that one then takes the name.
 * @throws UserError when the folder is there already or cannot be written
 */
export async function saveTrack(
  { folder, name }: TrackPlace,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const temporary = join(folder, `.${name}-${randomUUID()}`)
  try {
    await mkdir(temporary)
    for (const [file, text] of files) await writeFile(join(temporary, file), text)
    // `rename` puts a folder in the place of an empty one: somebody's, made in between.
    await refuseExisting({ folder, name })
    await rename(temporary, join(folder, name))
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    if (error instanceof UserError) throw error
    throw new UserError(`The track ${name} cannot be written (${codeOf(error)}).`, {
      hint: 'See that the folder may be written to and that the disk has room; nothing was changed.',
      cause: error,
    })
  }
}

async function refuseExisting({ folder, name }: TrackPlace): Promise<void> {
  const found = await lstat(join(folder, name)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (found === undefined) return
  throw new UserError(`${name} is there already.`, {
    hint: 'Nothing that exists is written over: choose another name, or remove it first.',
  })
}

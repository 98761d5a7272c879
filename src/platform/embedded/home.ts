import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../errors.ts'
import { isMissing } from './failure.ts'
import { canEnter } from './server-user.ts'
import type { ServerUser } from './run.ts'
import { exists, openShelter } from './shelter.ts'

/** Present in `dataDir` when the cluster lies elsewhere: one line, the absolute path of its home. */
export const pointerName = 'cluster.path'

/** Present in a home outside of `dataDir`: which folder it belongs to, for people and for removal. */
export const originName = 'origin'

export function clusterIn(home: string): string {
  return join(home, 'cluster')
}

/** The folder that holds (or will hold) the folder `cluster`, as far as it is settled already. */
export async function settledHome(dataDir: string): Promise<string | undefined> {
  const pointer = await readPointer(dataDir)
  if (pointer === undefined) return (await exists(clusterIn(dataDir))) ? dataDir : undefined
  if (await exists(pointer)) return pointer
  // To begin anew in silence would look like a loss of all data.
  throw new UserError(`The database of ${dataDir} should lie in ${pointer}, which is gone`, {
    hint: `Restore it, or remove ${join(dataDir, pointerName)} to begin with an empty database.`,
  })
}

/**
 * Settles where a new cluster goes: into `dataDir` when the server's user can get there, else into
 * a folder of its own in `shelter`, with a pointer in `dataDir`. Of the folders on the way only
 * `dataDir` itself is ours to open, and only for passing through; no parent is ever touched.
 */
export async function settleHome(
  dataDir: string,
  user: ServerUser | undefined,
  shelter: string,
): Promise<string> {
  if (user === undefined || (await canEnter(dataDir, user))) return dataDir
  const { uid, mode } = await stat(dataDir)
  if (uid === 0 && (await canEnter(dirname(dataDir), user))) {
    await chmod(dataDir, (mode & 0o777) | 0o001)
    if (await canEnter(dataDir, user)) return dataDir
  }
  await openShelter(shelter)
  // A random name: a copied or moved dataDir and a new one in its place must not share a cluster.
  const home = join(shelter, `data-${randomBytes(6).toString('hex')}`)
  await mkdir(home)
  await chmod(home, 0o711)
  await writeFile(join(home, originName), `${dataDir}\n`)
  await writeFile(join(dataDir, pointerName), `${home}\n`, { flush: true })
  return home
}

async function readPointer(dataDir: string): Promise<string | undefined> {
  try {
    return (await readFile(join(dataDir, pointerName), 'utf8')).trim()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

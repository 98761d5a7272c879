import { stat } from 'node:fs/promises'
import { UserError } from '../errors.ts'
import { isMissing } from './failure.ts'
import { run } from './run.ts'
import type { ServerUser } from './run.ts'

/**
 * Who runs the server: ourselves (undefined) unless we are root. As root it is the owner of
 * `paths`, the first that exists and is not root's (an existing cluster, or a checkout that belongs
 * to a developer who used sudo); else `postgres`, else `nobody`, one of which every system has, so
 * that we never add an account to a machine. initdb needs an account with a name, not a bare number.
 */
export async function chooseServerUser(paths: readonly string[]): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owners: string[] = []
  for (const path of paths) {
    const uid = await ownerOf(path)
    if (uid !== undefined && uid !== 0) owners.push(String(uid))
  }
  for (const candidate of [...owners, 'postgres', 'nobody']) {
    const user = await lookUp(candidate)
    if (user !== undefined) return user
  }
  throw new UserError('Postgres does not run as root, and there is no other user to run it as', {
    hint: 'Add a user named postgres, start as an ordinary user, or set DATABASE_URL.',
  })
}

/** True when `user` may enter `folder`; asked of the system itself, so that ACLs count too. */
export async function canEnter(folder: string, user: ServerUser): Promise<boolean> {
  return (await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { user })).code === 0
}

async function ownerOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).uid
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function lookUp(nameOrUid: string): Promise<ServerUser | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', nameOrUid]), run('id', ['-g', nameOrUid])])
  if (uid.code !== 0 || gid.code !== 0) return undefined
  return { uid: Number(uid.output), gid: Number(gid.output) }
}

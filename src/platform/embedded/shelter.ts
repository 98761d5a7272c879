import { createHash, randomBytes } from 'node:crypto'
import {
  chmod,
  copyFile,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { codeOf, isMissing } from './failure.ts'

/**
 * Where things go that the server's user cannot reach where they belong, because a folder above is
 * root's alone (a clone under /root). It outlives reboots and, unlike /var/tmp, no cleaner sweeps
 * it. See docs/decisions/embedded-postgres.md.
 */
export const defaultShelter = '/var/lib/sedikit'

/** Makes the shelter if need be. Refused when others than root could put something there. */
export async function openShelter(shelter: string): Promise<void> {
  try {
    await mkdir(shelter)
    await chmod(shelter, 0o755) // whatever our umask is
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const { uid, mode } = await stat(shelter)
  if (uid === 0 && (mode & 0o022) === 0) return
  throw new UserError(`${shelter} can be written to by others than root`, {
    hint: `Remove it, or \`chown root ${shelter} && chmod 755 ${shelter}\`.`,
  })
}

/** Copies the binaries once a build and returns the copy's folder. `content` tells builds apart. */
export async function shelterBinaries(
  from: string,
  shelter: string,
  content: Uint8Array,
): Promise<string> {
  await openShelter(shelter)
  const build = createHash('sha256').update(content).digest('hex').slice(0, 16)
  const target = join(shelter, `postgres-${build}`)
  if (await exists(target)) return target
  const half = `${target}.${randomBytes(6).toString('hex')}`
  try {
    await copyOpen(from, half)
    await rename(half, target)
  } catch (error) {
    // Another process was faster: a folder that holds something is not replaced.
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error
  } finally {
    await rm(half, { recursive: true, force: true })
  }
  return target
}

/** Copies a tree so that everybody may read and run it, whatever umask it was installed with. */
async function copyOpen(from: string, to: string): Promise<void> {
  await mkdir(to)
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyOpen(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    // Static libraries are for compiling against.
    else if (!entry.name.endsWith('.a')) {
      await copyFile(source, target)
      await chmod(target, ((await stat(source)).mode & 0o100) === 0 ? 0o644 : 0o755)
    }
  }
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

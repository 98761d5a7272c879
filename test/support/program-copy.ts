import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { removeEmbeddedPostgres } from '../../src/platform/embedded/index.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const run = promisify(execFile)

/** The program as somebody else installed it, with a data folder of its own. */
export interface ProgramCopy {
  /** For `startCommand` and `runCommand`. */
  readonly entry: string
  readonly lessons: string
  readonly data: string
  /** Puts a file system of so many megabytes below the data folder, or makes it larger; root alone may. */
  mountData(megabytes: number, options?: string): Promise<void>
  remove(): Promise<void>
}

/** Whether this process may mount a file system: root, and not in every container. */
export async function canMount(): Promise<boolean> {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return false
  const folder = await mkdtemp(join(tmpdir(), 'sedikit-mount-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
    await run('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function copyProgram(): Promise<ProgramCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'sedikit-copy-'))
  // The embedded Postgres of root runs as somebody else, who has to get there.
  await chmod(folder, 0o755)
  for (const name of ['bin', 'src', 'drizzle', 'lessons', 'package.json']) {
    await cp(join(ROOT, name), join(folder, name), { recursive: true })
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const data = join(folder, '.data')
  let mounted = false
  return {
    entry: join(folder, 'bin/sedikit.mjs'),
    lessons: join(folder, 'lessons'),
    data,
    async mountData(megabytes, options) {
      await mkdir(data, { recursive: true })
      const all = [...(mounted ? ['remount'] : []), `size=${megabytes}m`, 'mode=755']
      const more = options === undefined ? [] : [options]
      await run('mount', ['-t', 'tmpfs', '-o', [...all, ...more].join(), 'tmpfs', data])
      mounted = true
    },
    async remove() {
      if (mounted) await run('mount', ['-o', 'remount,rw', data])
      await removeEmbeddedPostgres(join(data, 'postgres'))
      if (mounted) await run('umount', [data])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

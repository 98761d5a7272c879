import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type * as Vite from 'vite'

import { UserError } from '../../platform/errors.ts'

const SOURCES = join(import.meta.dirname, 'client')
/** Beside the sources of the project and ignored by git; an image takes it along once it is there. */
const BUILT = join(import.meta.dirname, '..', '..', '..', 'dist', 'page')

/**
 * The folder of the built phone page. Its name is a hash of the sources, so that a build is made
 * once for each state of them, by whoever comes first; several at a time do not disturb each other.
 * Nothing comes from the network.
 *
 * @throws UserError when it has to be built and Vite is not installed (`npm ci --omit=dev`)
 */
export async function buildPage(folder = BUILT): Promise<string> {
  const target = join(folder, await hashOfSources())
  if (await exists(target)) return target
  const scratch = join(folder, `.${randomUUID()}`)
  try {
    await build(scratch)
    await mkdir(folder, { recursive: true })
    await rename(scratch, target)
  } catch (error) {
    // Another process has built the same meanwhile; a folder that is not empty cannot be replaced.
    if (!(await exists(target))) throw error
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  await forgetOlder(folder, target)
  return target
}

async function build(outDir: string): Promise<void> {
  const vite = await loadVite()
  await vite.build({
    root: SOURCES,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    publicDir: false,
    base: '/',
    build: {
      outDir,
      emptyOutDir: true,
      target: ['chrome111', 'firefox114', 'safari16.4'],
      // Everything is a file of its own: the page's policy allows no data: address.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  })
}

async function loadVite(): Promise<typeof Vite> {
  try {
    return await import('vite')
  } catch (cause) {
    throw new UserError('the phone page is not built yet, and Vite, which builds it, is missing', {
      hint: 'run `npm ci` without --omit=dev once; the built page is then kept in dist/page',
      cause,
    })
  }
}

async function hashOfSources(): Promise<string> {
  const here = import.meta.dirname
  const files = (await readdir(here, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(file.slice(here.length)).update('\0')
    hash.update(await readFile(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

/** Running servers hold their files in memory, so that older builds can go at once. */
async function forgetOlder(folder: string, kept: string): Promise<void> {
  const names = await readdir(folder)
  const older = names.filter((name) => !name.startsWith('.') && join(folder, name) !== kept)
  await Promise.all(older.map((name) => rm(join(folder, name), { recursive: true, force: true })))
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type * as Vite from 'vite'
import { UserError } from '../errors.ts'

export interface PageToBuild {
  /** What the page is called where it cannot be built: "the phone page". */
  readonly name: string
  /** The folder with `index.html`. */
  readonly client: string
  /** Folders and files that the page is made of, `client` among them: they decide whether it is new. */
  readonly sources: readonly string[]
  /** Where builds are kept. */
  readonly folder: string
  /** Address of the page, or `./` for a page that does not know where it will stand. */
  readonly base: string
}

/** Beside the sources of the project and ignored by git; an image takes it along once it is there. */
export const builtFolder = (name: string): string =>
  join(import.meta.dirname, '..', '..', '..', 'dist', name)

/**
 * The folder of the built page. Its name is a hash of the sources, so that a build is made once for
 * each state of them, by whoever comes first; several at a time do not disturb each other. Nothing
 * comes from the network.
 *
 * @throws UserError when it has to be built and Vite is not installed (`npm ci --omit=dev`)
 */
export async function buildPage(page: PageToBuild): Promise<string> {
  const { folder } = page
  const target = join(folder, await hashOf(page.sources))
  if (await exists(target)) return target
  const scratch = join(folder, `.${randomUUID()}`)
  try {
    await build(page, scratch)
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

async function build(page: PageToBuild, outDir: string): Promise<void> {
  const vite = await loadVite(page.name)
  await vite.build({
    root: page.client,
    configFile: false,
    envDir: false,
    // The one beside the sources is the checker's, and goes on to that of the project, which need not be
    // there where the program is only run.
    tsconfig: join(import.meta.dirname, 'tsconfig.page.json'),
    // A server's log has lines of its own form alone; what fails is thrown.
    logLevel: 'silent',
    publicDir: false,
    base: page.base,
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

async function loadVite(name: string): Promise<typeof Vite> {
  try {
    return await import('vite')
  } catch (cause) {
    throw new UserError(`${name} is not built yet, and Vite, which builds it, is missing`, {
      hint: 'run `npm ci` without --omit=dev once; the built page is then kept in dist/',
      cause,
    })
  }
}

async function hashOf(sources: readonly string[]): Promise<string> {
  const files = (await Promise.all(sources.map(filesOf))).flat()
  const hash = createHash('sha256')
  for (const { name, path } of files) {
    hash.update(name).update('\0')
    hash.update(await readFile(path)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

/** Sorted; the names are those below the folder, so that two places of the project hash alike. */
async function filesOf(source: string): Promise<readonly { name: string; path: string }[]> {
  if (source.endsWith('.ts')) return [{ name: source.slice(dirname(source).length), path: source }]
  const entries = await readdir(source, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: path.slice(source.length), path }))
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

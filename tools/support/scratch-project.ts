import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readLock, readManifest } from '../dependencies/lock.ts'
import { run } from './run.ts'

const home = join(import.meta.dirname, '..', '..')

/** The project's own settings, so that the tests try what really guards it. */
const settings = [
  'tsconfig.json',
  'vitest.config.ts',
  'drizzle.config.ts',
  'knip.json',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  '.dependency-cruiser.mjs',
  'bin/sedikit.mjs',
]

/** In the versions that the project has, since its packages are the ones that are there. */
const uses = {
  dependencies: ['drizzle-orm'],
  devDependencies: ['drizzle-kit', 'fast-check', 'typescript', 'vitest'],
}

const files = {
  'src/main.ts':
    "import { name } from './messaging/index.ts'\n\n" +
    'export function main(): Promise<number> {\n  return Promise.resolve(name.length)\n}\n',
  'src/messaging/index.ts': "export { name } from './name.ts'\n",
  'src/messaging/name.ts': "export const name = 'outbox'\n",
  'src/messaging/name.test.ts':
    "import { sample, string } from 'fast-check'\nimport { expect, test } from 'vitest'\n" +
    "import { name } from './name.ts'\n\ntest('has a name', () => {\n" +
    "  expect(sample(string(), 2)).toHaveLength(2)\n  expect(name).toBe('outbox')\n})\n",
  'src/messaging/schema.ts':
    "import { integer, pgTable } from 'drizzle-orm/pg-core'\n\n" +
    "export const outbox = pgTable('outbox', { id: integer().primaryKey() })\n",
  'src/schema.ts': "export * from './messaging/schema.ts'\n",
}

/** A folder with the project's settings and packages, and no code at all. */
export async function makeEmptyProject(root: string): Promise<void> {
  for (const path of settings) await cp(join(home, path), join(root, path))
  await writeFiles(root, {
    'package.json': json(await scratchManifest()),
    'test/support/global-setup.ts': 'export default function setup(): void {}\n',
  })
  await symlink(join(home, 'node_modules'), join(root, 'node_modules'))
}

/** A small project that passes every check; the tests then spoil one thing in it. */
export async function makeCleanProject(root: string): Promise<void> {
  await makeEmptyProject(root)
  const { dependencies, devDependencies } = await scratchManifest()
  const packages = { ...(await readLock(home)), '': { dependencies, devDependencies } }
  await writeFiles(root, { ...files, 'package-lock.json': json({ packages }) })
  const { code, output } = await run('drizzle-kit', ['generate', '--name', 'first'], root)
  if (code !== 0) throw new Error(`drizzle-kit could not generate: ${output}`)
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

async function scratchManifest() {
  const { dependencies, devDependencies, allowScripts } = (await readManifest(home)) ?? {}
  const versions = { ...dependencies, ...devDependencies }
  const pinned = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, versions[name] ?? '']))
  return {
    name: 'scratch',
    private: true,
    type: 'module',
    bin: { scratch: 'bin/sedikit.mjs' },
    dependencies: pinned(uses.dependencies),
    devDependencies: pinned(uses.devDependencies),
    allowScripts,
  }
}

/** Writes each text to its path below `root`; undefined removes the file. */
export async function writeFiles(
  root: string,
  texts: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  for (const [path, text] of Object.entries(texts)) {
    const file = join(root, path)
    await mkdir(dirname(file), { recursive: true })
    await (text === undefined ? rm(file) : writeFile(file, text))
  }
}

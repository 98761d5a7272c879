import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded/index.ts'
import type { EmbeddedOptions, EmbeddedPostgres } from '../../src/platform/embedded/index.ts'
import { incarnationOf, serverProcesses } from '../../src/platform/embedded/processes.ts'

export const isRoot = process.getuid?.() === 0
export const settings = { fsync: 'off', shared_buffers: '16MB' }

/**
 * A Node process of its own that starts an embedded Postgres: for what only a process can show, to
 * be killed, to be interrupted, to be second.
 */
const program = `
  import { startEmbeddedPostgres } from './src/platform/embedded/index.ts'
  import postgres from 'postgres'
  const say = (report) => console.log(JSON.stringify(report))
  try {
    const server = await startEmbeddedPostgres(JSON.parse(process.argv[1]))
    process.on('SIGINT', async () => {
      const sql = postgres(server.appUrl, { max: 1 })
      for (let i = 0; i < 200; i++) await sql\`select \${i}::int\`
      await sql.end()
      await server.stop()
      say({ stopped: true })
      process.exit(0)
    })
    process.stdin.on('end', () => server.stop()).resume()
    say(server)
  } catch (error) {
    say({ error: error.name, message: error.message })
  }`

export interface Report {
  readonly pid?: number
  readonly port?: number
  readonly clusterDir?: string
  readonly adopted?: boolean
  readonly stopped?: boolean
  readonly error?: string
  readonly message?: string
}

export interface Host {
  readonly child: ChildProcessByStdio<Writable, Readable, null>
  /** What it says next. */
  next(): Promise<Report>
  kill(): Promise<void>
}

/** In a process group of its own, like a command in a terminal; stops its server when stdin ends. */
export function startHost(
  options: Omit<EmbeddedOptions, 'log'>,
  user: { uid?: number; gid?: number },
): Host {
  const args = ['--input-type=module', '-e', program, JSON.stringify(options)]
  const child = spawn(process.execPath, args, {
    ...user,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    next: async () => {
      const line = await lines.next()
      if (line.done === true) throw new Error('the process ended without a word')
      return JSON.parse(line.value) as Report
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

export interface Fixture {
  /** A folder of its own that others may enter, as /var/lib or a home is. */
  readonly base: string
  readonly shelter: string
  /** Where `start` and `host` keep their database; a test may choose another. */
  dataDir: string
  start(): Promise<EmbeddedPostgres>
  host(user?: { uid?: number; gid?: number }): Host
}

/** Ends after each test what it started; the cluster stays for the next unless processes had it. */
export function useEmbedded(): Fixture {
  const servers: EmbeddedPostgres[] = []
  const hosts: Host[] = []
  let base = ''
  let dataDir = ''
  const fixture: Fixture = {
    get base() {
      return base
    },
    get shelter() {
      return join(base, 'shelter')
    },
    get dataDir() {
      return dataDir
    },
    set dataDir(folder) {
      dataDir = folder
    },
    start: async () => {
      const { shelter } = fixture
      const server = await startEmbeddedPostgres({ dataDir, settings, shelter })
      servers.push(server)
      return server
    },
    host: (user = {}) => {
      const { shelter } = fixture
      const started = startHost({ dataDir, settings, shelter }, user)
      hosts.push(started)
      return started
    },
  }
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'sedikit-embedded-'))
    await chmod(base, 0o755)
  })
  beforeEach(() => {
    dataDir = join(base, 'data')
  })
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop()
    const killed = hosts.splice(0)
    for (const host of killed) await host.kill()
    if (killed.length > 0) await removeEmbeddedPostgres(dataDir)
  })
  afterAll(async () => {
    await rm(base, { recursive: true, force: true })
  })
  return fixture
}

export async function query<T extends postgres.Row>(
  url: string,
  text: string,
): Promise<readonly T[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return await sql.unsafe<T[]>(text)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

export async function expectGone(clusterDir: string, pid: number): Promise<void> {
  expect(await incarnationOf(pid)).toBeUndefined()
  expect(await serverProcesses(clusterDir)).toEqual([])
}

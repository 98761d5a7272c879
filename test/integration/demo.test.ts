import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HeadlessResult } from '../../src/cli/demo/headless.ts'
import { removeEmbeddedPostgres } from '../../src/platform/embedded/index.ts'
import { until } from '../support/until.ts'

const BIN = fileURLToPath(new URL('../../bin/sedikit.mjs', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sedikit-demo-'))
})
afterAll(async () => {
  for (const name of await readdir(folder)) {
    await removeEmbeddedPostgres(join(folder, name, 'postgres'))
  }
  await rm(folder, { recursive: true, force: true })
})

interface Running {
  /** Ctrl-C. */
  stop(): void
  /** What it has written so far. */
  readonly out: { stdout: string; stderr: string }
  readonly ended: Promise<number | null>
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [BIN, 'demo', ...args], {
    // Nothing of ours: a token or a database of whoever runs the tests is none of the demo's.
    env: { PATH: '/usr/bin:/bin', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const out = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (out.stderr += text))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code))
  })
  return { stop: () => child.kill('SIGINT'), out, ended }
}

async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const running = start(args, env)
  const code = await running.ended
  return { code, ...running.out }
}

/** What it said is what one wants to read when it did not end well. */
function expectSuccess({ code, stderr }: { code: number | null; stderr: string }): void {
  if (code !== 0) throw new Error(`The demo ended with ${String(code)}:\n${stderr}`)
}

/** The processes whose command line names the folder: a Postgres that was left behind. */
async function processesOf(data: string): Promise<string[]> {
  const found: string[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (line.includes(data) && Number(pid) !== process.pid) found.push(line.replaceAll('\0', ' '))
  }
  return found
}

interface Clock {
  readonly now: string
  readonly moving: boolean
}

describe('three days of sixteen people, headless', () => {
  let result: HeadlessResult
  let ran: Awaited<ReturnType<typeof run>>
  let data: string

  beforeAll(async () => {
    data = join(folder, 'headless')
    ran = await run(
      ['--headless', '--people', '16', '--days', '3', '--json', '--seed', '7', '--data', data],
      {
        BOT_TOKEN: '987654321:AA-a-real-looking-token',
        DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z',
      },
    )
    result = JSON.parse(ran.stdout) as HeadlessResult
  }, 180_000)

  it('prints one JSON object on stdout and ends well', () => {
    expectSuccess(ran)
    expect(ran.stdout.trim().split('\n')).toHaveLength(1)
    expect(result).toMatchObject({ people: 16, days: 3, seed: 7, limits: 'off', sendRate: 1000 })
    expect(result.wallSeconds).toBeGreaterThan(0)
    expect(result.peakRssMb).toBeGreaterThan(50)
  })

  it('counts the same in the ledgers as in what arrived', () => {
    const { ledger, received, differences } = result.checked
    expect(differences).toEqual([])
    expect(received).toEqual(ledger)
    expect(ledger).toMatchObject({ people: 16, duplicates: 0, lost: 0, uncertain: 0, unhandled: 0 })
  })

  it('teaches everybody, asks as often as it teaches, and hears from most', () => {
    expect(result.lessonsSent).toBeGreaterThanOrEqual(16)
    expect(result.lessonsSent).toBeLessThanOrEqual(16 * 4)
    expect(result.quizzesSent).toBe(result.lessonsSent)
    expect(result.answers).toBeGreaterThan(16)
    expect(result.correct).toBeLessThan(result.answers)
    expect(result.correct).toBeGreaterThan(0)
    expect(result.nudges).toBeGreaterThan(0)
  })

  it('tells its progress on stderr, the lifted limits too, and no token', () => {
    expect(ran.stderr).toContain('limits are off')
    expect(ran.stderr).toContain('day 3 of 3')
    expect(ran.stderr).toContain('ignores BOT_TOKEN, DATABASE_URL')
    expect(ran.stderr + ran.stdout).not.toContain('real-looking')
  })

  it('leaves no process behind', async () => {
    expect(await processesOf(data)).toEqual([])
    expect(existsSync(join(data, 'postgres'))).toBe(true)
  })

  it('goes on from what it left with --keep, and begins anew without', async () => {
    const again = ['--headless', '--people', '16', '--days', '1', '--json', '--keep']
    const kept = await run([...again, '--data', data])
    expectSuccess(kept)
    const more = JSON.parse(kept.stdout) as HeadlessResult
    expect(more.checked.differences).toEqual([])
    expect(kept.stderr).toContain('(2026-11-26)')

    const anew = await run(['--headless', '--people', '3', '--days', '1', '--data', data])
    expectSuccess(anew)
    expect(anew.stderr).toContain('(2026-11-23)')
    expect(anew.stdout).toContain('3 people, 1 working days')
    expect(anew.stdout).toContain('The ledgers and what arrived agree.')
  }, 240_000)
})

describe('in a browser', () => {
  it('moves on from a taken port, serves the demo, and stops without a trace', async () => {
    const data = join(folder, 'page')
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const demo = start(['--people', '4', '--data', data], { PORT: String(port) })
    try {
      let code: number | null | undefined
      demo.ended.then((value) => (code = value)).catch(() => undefined)
      const answers = (): boolean => demo.out.stdout.includes("Sedikit's demo:")
      await until(() => answers() || code !== undefined, 'the address', 120_000)
      expectSuccess({ code: code ?? 0, stderr: demo.out.stderr })
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(demo.out.stdout)?.[0] ?? ''
      expect(demo.out.stdout).toContain(`Port ${port} is taken`)
      expect(url).not.toContain(`:${port}`)
      expect(demo.out.stdout).toContain('123456:demo')
      const get = async (path: string): Promise<Response> => fetch(new URL(path, url))
      expect((await get('/')).headers.get('content-type')).toContain('text/html')
      const state = (await (await get('/demo/state')).json()) as Record<string, unknown>
      expect(state).toMatchObject({ timezone: 'Asia/Makassar', playing: false, cohort: 8 })
      expect(state['gallery']).toHaveLength(5)
      expect(await (await get('/demo/ledgers')).json()).toMatchObject({
        lost: 0,
        queue: { kind: 'postgres' },
        outbox: { uncertain: 0 },
      })
      expect((await get('/demo/nothing')).status).toBe(404)
      const forged = await fetch(new URL('/demo/play', url), {
        method: 'POST',
        body: '{"playing":true}',
        headers: { origin: 'http://elsewhere.example' },
      })
      expect(forged.status).toBe(403)
    } finally {
      demo.stop()
      await new Promise((resolve) => taken.close(resolve))
    }
    expectSuccess({ code: await demo.ended, stderr: demo.out.stderr })
    expect(demo.out.stderr).toBe('')
    expect(await processesOf(data)).toEqual([])
  }, 180_000)
})

describe('while the history is still lived', () => {
  /** The demo's address, once it is open. */
  async function opened(demo: Running): Promise<URL> {
    let code: number | null | undefined
    demo.ended.then((value) => (code = value)).catch(() => undefined)
    const says = (): string | undefined => /http:\/\/127\.0\.0\.1:\d+/.exec(demo.out.stdout)?.[0]
    await until(() => says() !== undefined || code !== undefined, 'the address', 120_000)
    expectSuccess({ code: code ?? 0, stderr: demo.out.stderr })
    return new URL(says() ?? '')
  }

  const state = async (url: URL): Promise<Clock & { gallery: { id: number; role: string }[] }> =>
    (await (await fetch(new URL('/demo/state', url))).json()) as never

  it('lets the admin see the statistics from the day on which she joined', async () => {
    const data = join(folder, 'history')
    const demo = start(['--people', '30', '--data', data], { PORT: '0' })
    try {
      const url = await opened(demo)
      const admin = (await state(url)).gallery.find(({ role }) => role === 'admin')?.id ?? 0
      await until(async () => (await state(url)).now > '2026-11-03', 'her first day', 120_000)
      const { now } = await state(url)
      await fetch(new URL(`/sim/people/${admin}/actions`, url), {
        method: 'POST',
        body: JSON.stringify({ action: 'text', text: '/statistik' }),
        headers: { 'content-type': 'application/json' },
      })
      const messages = async (): Promise<{ text?: string; caption?: string }[]> =>
        (await (await fetch(new URL(`/sim/people/${admin}/messages`, url))).json()) as never
      // A picture with its words, or the words alone.
      const answers = async (): Promise<string[]> =>
        (await messages())
          .map(({ text, caption }) => text ?? caption ?? '')
          .filter((words) => /^Statistik ·|hanya untuk admin/.test(words))
      await until(async () => (await answers()).length > 0, 'an answer', 120_000)
      expect((await answers())[0]).toContain('Bergabung:')
      expect(now < '2026-11-23').toBe(true)
    } finally {
      demo.stop()
    }
    expectSuccess({ code: await demo.ended, stderr: demo.out.stderr })
    expect(await processesOf(data)).toEqual([])
  }, 240_000)

  it('ends on Ctrl-C also when its Postgres is gone', async () => {
    const data = join(folder, 'gone')
    const demo = start(['--people', '30', '--data', data], { PORT: '0' })
    try {
      const url = await opened(demo)
      await until(async () => (await state(url)).moving, 'the clock to move', 120_000)
      // Root's cluster lies elsewhere, where the server's own user can get at it.
      const home = await readFile(join(data, 'postgres/cluster.path'), 'utf8').catch(
        () => undefined,
      )
      const cluster = join(home?.trim() ?? join(data, 'postgres'), 'cluster')
      const [pid] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')
      process.kill(Number(pid), 'SIGKILL')
    } finally {
      demo.stop()
    }
    await demo.ended
    expect(await processesOf(data)).toEqual([])
  }, 120_000)
})

describe('what cannot be', () => {
  it.each([
    [['--headless', '--people', '0'], 1, /^--people: given "0"; expected a whole number/],
    [['--headless', '--people', '20001'], 1, /^--people: given "20001"/],
    [['--headless', '--days', 'five'], 1, /^--days: given "five"/],
    [['--json'], 1, /^--json is for the demo without a page/],
    [['--headles'], 2, /--headles/],
  ] as const)('demo %j is refused in one clear message', async (args, code, message) => {
    const { stderr, stdout, ...refused } = await run(args)
    expect(refused.code).toBe(code)
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('    at ')
    expect(stdout).toBe('')
  })

  it('refuses the real Telegram', async () => {
    const root = 'https://api.telegram.org'
    const refused = await run(['--headless'], { TELEGRAM_API_ROOT: root })
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('TELEGRAM_API_ROOT names the real Telegram')
  })
})

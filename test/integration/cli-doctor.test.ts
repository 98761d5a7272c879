import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { movableClock, systemClock } from '../../src/platform/clock.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { ownRedis } from '../chaos/support/servers.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { callInProcess, runCommand, type Finished } from '../support/journey-process.ts'
import { canMount, copyProgram } from '../support/program-copy.ts'
import { until } from '../support/until.ts'

const stack = /^\s+at /m
const TOKEN = '123456:demo'
const SECRET = '9f2c4e7ab81d03f65c9e24d7b1a8f360'

interface Report {
  readonly ok: boolean
  readonly findings: readonly { id: string; state: string; what: string; how: string | null }[]
}

let database: ClonedDatabase
let simulator: Simulator
let env: Record<string, string>
let polls: Record<string, string>
beforeEach(async () => {
  database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  simulator = await startSimulator({ clock: systemClock })
  polls = {
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: simulator.url,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  }
  // By webhook, where nobody has to listen for a rival.
  env = { ...polls, PUBLIC_URL: 'https://bot.example', WEBHOOK_SECRET: SECRET }
  await call('setWebhook?url=https://bot.example/telegram')
})
afterEach(async () => {
  await simulator.close()
  await database.drop()
})

/** What is not well; and what was expected to be, with `ids`. */
function read({ code, stdout, stderr }: Finished): {
  bad: string[]
  ids: string[]
  report: Report
} {
  expect(stderr).toBe('')
  expect(stdout).not.toMatch(stack)
  const report = JSON.parse(stdout) as Report
  expect(code).toBe(report.ok ? 0 : 1)
  for (const { what, how } of report.findings) {
    expect(`${what}${how}`).not.toMatch(/hunter2|123456:demo|9f2c4e7a/)
  }
  const bad = report.findings.filter(({ state }) => state === 'failed' || state === 'warning')
  return {
    bad: bad.map(({ id }) => id),
    ids: report.findings.map(({ id }) => id),
    report,
  }
}

const call = (query: string): Promise<unknown> => fetch(`${simulator.url}/bot${TOKEN}/${query}`)

/** For a bot that polls. */
const whilePolling = async (): Promise<ReturnType<typeof read>> =>
  read(await callInProcess(['doctor', '--json'], polls))

const examined = async (over: Record<string, string> = {}): Promise<ReturnType<typeof read>> =>
  read(await callInProcess(['doctor', '--json'], { ...env, ...over }))

const asProcess = async (over: Record<string, string> = {}): Promise<ReturnType<typeof read>> =>
  read(await runCommand(['doctor', '--json'], { ...env, ...over }))

const noRedis = spawnSync('redis-server', ['--version']).error !== undefined

describe('sedikit doctor', () => {
  it.skipIf(noRedis)(
    'finds a healthy set-up well, in either language, and changes nothing',
    async () => {
      const redis = await ownRedis(['--maxmemory-policy', 'noeviction', '--appendonly', 'yes'])
      try {
        const well = { ...env, REDIS_URL: redis.url }
        const before = simulator.ledger.counts()
        const { code, stdout, stderr } = await runCommand(['doctor', '--language', 'en'], well)
        expect({ code, stderr, bad: stdout.match(/^[!✗].*$/gm) }).toEqual({
          code: 0,
          stderr: '',
          bad: null,
        })
        expect(stdout).toMatch(/^✓ Bot token +Telegram knows it: @/m)
        expect(stdout).toMatch(/^✓ Webhook +Set to https:\/\/bot\.example\/telegram/m)
        expect(stdout).toMatch(/^✓ Migrations +Up to date/m)
        expect(stdout).toMatch(/^✓ Redis persistence +AOF is on\./m)
        expect(stdout).toMatch(/^0 to mend, 0 to look at, \d+ well, 1 skipped\.$/m)
        expect(simulator.ledger.counts()).toEqual({ ...before, getMe: 1, getWebhookInfo: 1 })
        const inIndonesian = await callInProcess(['doctor'], well)
        expect(inIndonesian.stdout).toMatch(/^✓ Token bot +Telegram mengenalnya: @/m)
      } finally {
        await redis.stop()
      }
    },
  )

  it('tells a token that is refused from one that is misspelt, missing or malformed', async () => {
    const wrong = await asProcess({ BOT_TOKEN: '654321:hunter2' })
    expect(wrong.bad).toEqual(['token/refused'])
    expect(wrong.ids).toContain('network/fine')
    const misspelt = await examined({ BOT_TOKEN: '', BOT_TOKN: '654321:hunter2' })
    expect(misspelt.bad).toEqual(['configuration/tokenMissing', 'configuration/near'])
    expect(misspelt.ids).toEqual(expect.arrayContaining(['network/fine', 'token/missing']))
    const malformed = await examined({ BOT_TOKEN: 'hunter2', DATABASE_URL: 'mysql://a:hunter2@b' })
    expect(malformed.bad).toEqual([
      'configuration/malformedSecret',
      'configuration/malformedSecret',
    ])
    expect(malformed.ids).toEqual(expect.arrayContaining(['token/malformed', 'database/malformed']))
  })

  it.skipIf(noRedis)(
    'sees a Redis that evicts and keeps nothing, and one that is not there',
    async () => {
      const redis = await ownRedis(['--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru'])
      const { bad, report } = await asProcess({ REDIS_URL: redis.url })
      await redis.stop()
      expect(bad).toEqual(['redis.eviction/evicts', 'redis.persistence/none'])
      const { how } = report.findings.find(({ id }) => id === 'redis.eviction/evicts') ?? {}
      expect(how).toContain('config set maxmemory-policy noeviction')
      expect((await examined({ REDIS_URL: redis.url })).bad).toEqual(['redis/refused'])
      expect((await examined({ REDIS_URL: 'redis://redis.invalid' })).bad).toEqual([
        'redis/unknownHost',
      ])
    },
  )

  it('tells DNS, a closed port and a proxy apart', async () => {
    const [dns, closed, proxy] = await Promise.all([
      asProcess({ TELEGRAM_API_ROOT: 'http://telegram.invalid' }),
      asProcess({ TELEGRAM_API_ROOT: 'http://127.0.0.1:1' }),
      asProcess({
        TELEGRAM_API_ROOT: 'https://telegram.invalid',
        HTTPS_PROXY: 'http://ani:hunter2@127.0.0.1:1',
      }),
    ])
    expect(['network/unknownHost', 'network/noResolver']).toContain(dns.bad.join())
    expect(dns.ids).toEqual(expect.arrayContaining(['token/unreached', 'clock.telegram/untold']))
    expect(closed.bad).toEqual(['network/refused'])
    expect(proxy.bad).toEqual(['proxy/refused'])
    expect(proxy.ids).toContain('network/behindProxy')
    expect((await examined({ HTTPS_PROXY: 'proxy:3128' })).bad).toEqual(['proxy/malformed'])
  })

  it('sees a database that is behind, ahead, empty or away, and one whose rights are wrong', async () => {
    const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined })
    await owner`delete from drizzle.__drizzle_migrations
      where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`
    expect((await asProcess()).bad).toEqual(['migrations/behind'])
    await owner`insert into drizzle.__drizzle_migrations (hash, created_at)
      values ('of a newer version', ${String(Date.parse('2030-01-01'))})`
    const appRole = new URL(database.appUrl).username
    await owner.unsafe(`revoke update on outbox from ${appRole}`)
    const ahead = await asProcess()
    expect(ahead.bad).toEqual(['database.rights/missing', 'migrations/ahead'])
    const asOwner = await examined({ DATABASE_URL: database.ownerUrl })
    expect(asOwner.bad).toEqual(['database.rights/trail', 'migrations/ahead'])
    await owner.end({ timeout: 2 })
    const gone = new URL(database.appUrl)
    gone.pathname = '/nobody_made_this'
    expect((await examined({ DATABASE_URL: gone.href })).bad).toEqual(['database/absent'])
    gone.password = 'hunter2'
    expect((await examined({ DATABASE_URL: gone.href })).bad).toEqual(['database/password'])
    const closed = { DATABASE_URL: 'postgres://a:hunter2@127.0.0.1:1/d' }
    expect((await examined(closed)).bad).toEqual(['database/refused'])
  })

  it('sees a clock that is years off, by Telegram’s', async () => {
    const later = await startSimulator({ clock: movableClock(new Date('2033-01-01T00:00:00Z')) })
    const { bad } = await examined({ TELEGRAM_API_ROOT: later.url })
    await later.close()
    expect(bad).toContain('clock.telegram/wrong')
  })

  it('sees two bots on one token, and does not disturb its own', async () => {
    await call('deleteWebhook')
    let running = true
    const rival = (async () => {
      while (running) await call('getUpdates?timeout=20')
    })()
    await until(() => simulator.isPolling(), 'somebody else polls')
    expect((await whilePolling()).bad).toEqual(['polling/other'])
    running = false
    await call('getUpdates?timeout=0')
    await rival
    const holder = postgres(database.appUrl, { max: 1 })
    await holder`select pg_advisory_lock(hashtextextended('poller-123456', 0))`
    const asked = simulator.ledger.counts()['getUpdates']
    expect((await whilePolling()).ids).toContain('polling/own')
    expect(simulator.ledger.counts()['getUpdates']).toBe(asked)
    await holder.end({ timeout: 2 })
    expect((await whilePolling()).ids).toContain('polling/fine')
    simulator.person({ id: 4711, firstName: 'Rina' }).start()
    expect((await whilePolling()).ids).toContain('polling/waiting')
    expect(simulator.pendingUpdates()).toBe(1)
  })

  it('sees a webhook of somebody else, and a push that fails', async () => {
    expect((await whilePolling()).bad).toEqual(['webhook/foreign'])
    expect((await examined({ PUBLIC_URL: 'http://127.0.0.1:2' })).bad).toEqual([
      'webhook/elsewhere',
    ])
    await call('setWebhook?url=http://127.0.0.1:1/telegram')
    simulator.person({ id: 4711, firstName: 'Rina' }).start()
    await until(async () => {
      const answer = await fetch(`${simulator.url}/bot${TOKEN}/getWebhookInfo`)
      return (await answer.text()).includes('last_error_message')
    }, 'a push that fails')
    const { bad } = await examined({ PUBLIC_URL: 'http://127.0.0.1:1', WEBHOOK_SECRET: 'pendek' })
    expect(bad).toEqual(['secrets/short', 'webhook/failing'])
  })

  it('refuses a language that it does not speak', async () => {
    const { code, stderr } = await callInProcess(['doctor', '--language', 'fr'], env)
    expect(stderr).toContain('--language is fr')
    expect(code).toBe(1)
  })
})

it('sees a mistake in the lessons, a full disk and a read-only folder', async () => {
  const copy = await copyProgram()
  const run = async (): Promise<ReturnType<typeof read>> =>
    read(await runCommand(['doctor', '--json'], env, copy.entry))
  try {
    await writeFile(join(copy.lessons, 'fondasi', '02-apa-itu-ai.md'), 'no front matter')
    // Who may mount nothing sees the lessons alone.
    if (!(await canMount())) {
      expect((await run()).bad).toEqual(['content/broken'])
      return
    }
    await copy.mountData(1)
    await writeFile(join(copy.data, 'filler'), Buffer.alloc(2 ** 20)).catch(() => undefined)
    const full = await run()
    expect(full.bad).toEqual(['folders/full', 'disk/full', 'content/broken'])
    const { what } = full.report.findings.find(({ id }) => id === 'content/broken') ?? {}
    expect(what).toContain('fondasi/02-apa-itu-ai.md:1')
    await copy.mountData(1, 'ro')
    expect((await run()).bad).toEqual(['folders/readOnly', 'disk/full', 'content/broken'])
  } finally {
    await copy.remove()
  }
})

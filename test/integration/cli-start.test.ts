import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { end, startCommand, type Running } from '../support/journey-process.ts'
import { until } from '../support/until.ts'

/** Elapsed milliseconds within which a service manager expects a process to be gone. */
const STOP_MS = 10_000

const LINK = /https:\/\/t\.me\/\w+\?start=[\w-]+/

describe('a real start', () => {
  let database: ClonedDatabase
  let simulator: Simulator
  let running: Running[]
  beforeEach(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    simulator = await startSimulator({ clock: systemClock })
    running = []
  })
  afterEach(async () => {
    for (const one of running) await end(one)
    await simulator.close()
    await database.drop()
  })

  function start(env: Record<string, string> = {}, args: readonly string[] = []): Running {
    const one = startCommand(['start', ...args], {
      BOT_TOKEN: '123456:demo',
      TELEGRAM_API_ROOT: simulator.url,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      PORT: '0',
      ...env,
    })
    running.push(one)
    return one
  }

  async function stop(one: Running, signal: 'SIGTERM' | 'SIGINT'): Promise<number | null> {
    const began = performance.now()
    one.process.kill(signal)
    await until(() => one.process.exitCode !== null, `the process to end on ${signal}`, STOP_MS)
    expect(performance.now() - began).toBeLessThan(STOP_MS)
    return (await one.finished).code
  }

  async function opened(id: number, link: string): Promise<string> {
    const person = simulator.person({ id, firstName: 'Ahmad', languageCode: 'id' })
    const code = new URL(link).searchParams.get('start') ?? ''
    const before = person.messages().length
    person.start(code)
    await until(() => person.messages().length > before + 1, 'an answer to /start')
    return person.messages().at(-1)?.text ?? ''
  }

  it('prints a link for the first admin that works once, and stops on SIGTERM with 0', async () => {
    const first = start()
    const link = await first.says(LINK)
    expect(first.stdout()).toContain(`@${simulator.botUsername} is running`)
    expect(await opened(1701, link)).toContain('soal data Anda')
    expect(await opened(1702, link)).toContain('sudah terpakai')
    expect(await stop(first, 'SIGTERM')).toBe(0)
    expect(() => process.kill(first.process.pid ?? 0, 0)).toThrow('ESRCH')
    expect(first.stdout() + first.stderr()).not.toContain('123456:demo')
    const sql = postgres(database.ownerUrl, { max: 1 })
    const left = await sql`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
    await sql.end()
    expect([...left]).toEqual([{ n: 0 }])
    expect(simulator.isPolling()).toBe(false)

    const again = start()
    await again.says(/is running/)
    expect(await stop(again, 'SIGINT')).toBe(0)
    expect(again.stdout()).not.toMatch(LINK)
  })

  it('several that start at once show one link, which a restart shows again while it is good', async () => {
    const both = [start({}, ['--only', 'bot']), start({}, ['--only', 'bot'])]
    const [link = '', other] = await Promise.all(both.map((one) => one.says(LINK)))
    expect(other).toBe(link)
    for (const one of both) expect(await stop(one, 'SIGTERM')).toBe(0)
    const again = start()
    expect(await again.says(LINK)).toBe(link)
    expect(await opened(1703, link)).toContain('soal data Anda')
    expect(await opened(1704, link)).toContain('sudah terpakai')
    expect(await stop(again, 'SIGTERM')).toBe(0)
  })

  it('does a part alone, and says which', async () => {
    const one = start({}, ['--only', 'bot'])
    expect(await one.says(/is running.*: /)).toContain('is running (bot): ')
    await until(() => simulator.isPolling(), 'that it polls')
    expect(await stop(one, 'SIGTERM')).toBe(0)
  })

  it('refuses a role that there is not, and a part of what has the embedded Postgres', async () => {
    const boot = await start({}, ['--only', 'boot,web']).finished
    expect(boot.code).toBe(1)
    expect(boot.stderr).toContain('--only "boot": no such role.')
    expect(boot.stderr).toContain('There are: bot, worker, web.')
    const alone = await start({ DATABASE_URL: '', DATABASE_OWNER_URL: '' }, ['--only', 'web'])
      .finished
    expect(alone.code).toBe(1)
    expect(alone.stderr).toContain('the embedded Postgres belongs to one process')
    expect(alone.stderr).toContain('Set DATABASE_URL')
  })

  it('breaks off after ten seconds what does not end, says what, and the next start settles it', async () => {
    const first = start()
    await first.says(/is running/)
    const keep = simulator.faults.add({
      fault: { kind: 'delay', ms: 60_000 },
      methods: ['sendMessage'],
    })
    simulator.person({ id: 1710, firstName: 'Ahmad' }).start()
    const sql = postgres(database.ownerUrl, { max: 1 })
    const states = async (): Promise<string[]> =>
      (await sql`select state from outbox where chat_id = 1710`).map((row) => String(row['state']))
    await until(async () => (await states())[0] === 'sending', 'a reply in flight')
    const began = performance.now()
    first.process.kill('SIGTERM')
    expect((await first.finished).code).toBe(75)
    expect(performance.now() - began).toBeLessThan(STOP_MS + 3000)
    expect(first.stdout() + first.stderr()).toContain('messages in flight')
    keep()
    const next = start()
    await next.says(/is running/)
    await until(async () => (await states())[0] === 'sent', 'the reply sent once more')
    await sql.end()
    expect(await stop(next, 'SIGTERM')).toBe(0)
  })

  it('receives by webhook when it has an address and a secret', async () => {
    const one = start({ PUBLIC_URL: 'http://127.0.0.1:1', WEBHOOK_SECRET: 'abc_123' })
    await one.says(/is running/)
    expect(simulator.ledger.counts()).toMatchObject({ setWebhook: 1 })
    expect(simulator.isPolling()).toBe(false)
    expect(await stop(one, 'SIGTERM')).toBe(0)
  })

  it('sets the webhook again after a 5xx, and ends in words where Telegram will not have it', async () => {
    const webhook = { PUBLIC_URL: 'http://127.0.0.1:1', WEBHOOK_SECRET: 'abc_123' }
    const methods = ['setWebhook']
    simulator.faults.add({ fault: { kind: 'error', code: 502 }, methods, times: 2 })
    const one = start(webhook)
    await one.says(/is running/)
    expect(simulator.faults.list()).toMatchObject([{ fired: 2 }])
    expect(simulator.ledger.counts()).toMatchObject({ setWebhook: 1 })
    expect(await stop(one, 'SIGTERM')).toBe(0)
    const description = 'Bad Request: bad webhook: an HTTPS URL must be provided for webhook'
    simulator.faults.add({ fault: { kind: 'error', code: 400, description }, methods })
    const refused = await start(webhook).finished
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain(`Telegram refuses setWebhook: ${description}.`)
    expect(refused.stderr).toContain('PUBLIC_URL must be an address that Telegram itself reaches')
    expect(refused.stdout + refused.stderr).not.toContain('123456:demo')
    expect(refused.stderr).not.toMatch(/^\s+at /m)
  })

  it('waits for a Telegram that is away, says so without the token, and still stops on SIGTERM', async () => {
    const one = start({ TELEGRAM_API_ROOT: 'http://127.0.0.1:1' })
    await one.says(/cannot be reached/i)
    await stop(one, 'SIGTERM')
    expect(one.stdout() + one.stderr()).not.toContain('123456:demo')
  })
})

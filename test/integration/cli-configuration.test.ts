import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startApp } from '../../src/app.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { parseConfig } from '../../src/platform/config.ts'
import { UserError } from '../../src/platform/errors.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { callInProcess, runCommand, type Finished } from '../support/journey-process.ts'

const stack = /^\s+at /m

/** Nothing listens on port 1. */
const CLOSED = '127.0.0.1:1'

function expectRefusal({ code, stdout, stderr }: Finished, words: RegExp): void {
  expect(stderr).toMatch(words)
  expect(stderr).not.toMatch(stack)
  expect(stdout).toBe('')
  expect(code).toBe(1)
}

describe('start refuses in words', () => {
  let database: ClonedDatabase
  let simulator: Simulator
  let env: Record<string, string>
  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    simulator = await startSimulator({ clock: systemClock })
    env = {
      BOT_TOKEN: '123456:demo',
      TELEGRAM_API_ROOT: simulator.url,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      PORT: '0',
    }
  })
  afterAll(async () => {
    await simulator.close()
    await database.drop()
  })

  it('without BOT_TOKEN: names it, BotFather and the demo', async () => {
    const finished = await runCommand(['start'])
    expectRefusal(finished, /BOT_TOKEN/)
    expect(finished.stderr).toContain('@BotFather')
    expect(finished.stderr).toContain('npm run demo')
  })

  it('every malformed variable at once, and no secret', async () => {
    const finished = await runCommand(['start'], {
      BOT_TOKEN: 'sangat-rahasia',
      DATABASE_URL: 'mysql://u:rahasia-juga@h/d',
      REDIS_URL: 'http://:rahasia-redis@h',
      WEBHOOK_SECRET: 'rahasia web!',
      PORT: '99999',
      ADMIN_IDS: 'ahmad',
      ORG_TIMEZONE: 'Mars/Olympus',
      ORG_LOCALE: 'fr',
      SEND_RATE: '0',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'ftp://x',
      TELEGRAM_API_ROOT: 'api',
      HOST: ' ',
    })
    expectRefusal(finished, /12 mistake/)
    for (const name of ['BOT_TOKEN', 'DATABASE_URL', 'REDIS_URL', 'WEBHOOK_SECRET', 'PORT']) {
      expect(finished.stderr).toMatch(new RegExp(`${name}: given .*; expected `))
    }
    for (const given of [
      '"99999"',
      '"ahmad"',
      '"Mars/Olympus"',
      '"fr"',
      '"0"',
      '"loud"',
      '"api"',
    ]) {
      expect(finished.stderr).toContain(given)
    }
    expect(finished.stderr).not.toMatch(/rahasia/)
  })

  it('WEBHOOK_SECRET without PUBLIC_URL, and an owner without a database', async () => {
    const finished = await callInProcess(['start'], {
      BOT_TOKEN: '1:a',
      WEBHOOK_SECRET: 'abc',
      DATABASE_OWNER_URL: 'postgres://o:rahasia@h/d',
    })
    expectRefusal(finished, /2 mistake/)
    expect(finished.stderr).toContain('PUBLIC_URL')
    expect(finished.stderr).not.toMatch(/rahasia/)
  })

  it.each([
    ['start', ['start']],
    ['migrate', ['migrate']],
    ['unit add', ['unit', 'add', 'Dinas']],
  ])('%s: a database that cannot be reached, without its password', async (_, args) => {
    // Starting listens for signals, which a test's own process must not.
    const run = args[0] === 'start' ? runCommand : callInProcess
    const finished = await run(args, {
      ...env,
      DATABASE_URL: `postgres://sedikit:rahasia@${CLOSED}/sedikit`,
      DATABASE_OWNER_URL: '',
    })
    expectRefusal(finished, /database cannot be reached at 127\.0\.0\.1:1/i)
    expect(finished.stderr).not.toContain('rahasia')
  })

  it('a wrong password of the database, which is not printed', async () => {
    const url = new URL(database.ownerUrl)
    url.password = 'rahasia'
    const finished = await callInProcess(['migrate'], { ...env, DATABASE_OWNER_URL: url.href })
    expectRefusal(finished, /database/i)
    expect(finished.stderr).not.toContain('rahasia')
  })

  it('a Redis that cannot be reached', async () => {
    const finished = await runCommand(['start'], {
      ...env,
      REDIS_URL: `redis://:rahasia@${CLOSED}`,
    })
    expectRefusal(finished, /Redis/)
    expect(finished.stderr).not.toContain('rahasia')
  })

  it('a token that Telegram refuses, which is not printed', async () => {
    const finished = await runCommand(['start'], { ...env, BOT_TOKEN: '654321:rahasia' })
    expectRefusal(finished, /Telegram refuses BOT_TOKEN/)
    expect(finished.stderr).not.toContain('654321:rahasia')
  })

  it.each([
    ['a folder that nobody may write to', '/sys/sedikit', /EPERM|EACCES|EROFS|ENOENT/],
    ['a file where the folder should be', import.meta.filename, /ENOTDIR|EEXIST/],
  ])('%s, for a database of its own', async (_what, folder, code) => {
    const own = { ...env, DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined, DATA_DIR: folder }
    const refused = await callInProcess(['unit', 'list'], own)
    expectRefusal(refused, /^The database folder .*\/postgres cannot be used: /)
    expect(refused.stderr).toMatch(code)
    expect(refused.stderr).toContain('DATA_DIR')
    expect(refused.stderr).toContain('or set DATABASE_URL')
  })

  it('a folder that is no whole path', async () => {
    const refused = await callInProcess(['unit', 'list'], { ...env, DATA_DIR: 'data' })
    expectRefusal(refused, /DATA_DIR: given "data"; expected the whole path of a folder/)
  })

  it('a port that is taken', async () => {
    const taken = await listening()
    const address = taken.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const finished = await runCommand(['start'], { ...env, PORT: String(port) })
    taken.close()
    expectRefusal(finished, new RegExp(`Port ${port} .* is taken`))
  })

  it('broken lessons, before anything else is touched', async () => {
    const refused = startApp({
      config: parseConfig({ BOT_TOKEN: '1:a', DATABASE_URL: `postgres://u:p@${CLOSED}/d` }),
      clock: systemClock,
      log: silentLogger,
      dataDir: '/nonexistent',
      lessonsDir: '/nonexistent/lessons',
    })
    await expect(refused).rejects.toThrow(UserError)
    await expect(refused).rejects.toThrow(/lessons have 1 problem/)
  })
})

function listening(): Promise<Server> {
  const server = createServer()
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

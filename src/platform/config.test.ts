import { expect, it } from 'vitest'
import { parseConfig } from './config.ts'
import { UserError } from './errors.ts'

function mistakes(env: Record<string, string>): string {
  try {
    parseConfig(env)
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  return ''
}

it('needs nothing and fills in the defaults of the contract', () => {
  expect(parseConfig({})).toEqual({
    botToken: undefined,
    telegramApiRoot: 'https://api.telegram.org',
    databaseUrl: undefined,
    databaseOwnerUrl: undefined,
    redisUrl: undefined,
    publicUrl: undefined,
    webhookSecret: undefined,
    port: 8080,
    host: '127.0.0.1',
    adminIds: [],
    timezone: 'Asia/Makassar',
    locale: 'id',
    sendRate: 28,
    updatesPerMinute: 60,
    requestsPerMinute: 120,
    trustedProxies: 'loopback',
    logLevel: 'info',
    retentionMessagesDays: 90,
    retentionStrangerDays: 30,
    retentionWithdrawnDays: 30,
    retentionAwayDays: 1095,
    retentionRemovalDays: 90,
    backupAt: 150,
    backupKeep: 14,
  })
})

it('takes the address of a Bot API server with a slash at its end as without', () => {
  for (const given of ['http://bot-api:8081', 'http://bot-api:8081/', 'http://bot-api:8081//']) {
    const { telegramApiRoot } = parseConfig({ TELEGRAM_API_ROOT: given })
    expect(telegramApiRoot).toBe('http://bot-api:8081')
  }
  expect(parseConfig({ TELEGRAM_API_ROOT: 'https://proxy.example/tg/' }).telegramApiRoot).toBe(
    'https://proxy.example/tg',
  )
})

it('takes whole days for periods, within bounds', () => {
  expect(parseConfig({ RETENTION_AWAY_DAYS: '30' }).retentionAwayDays).toBe(30)
  const text = mistakes({ RETENTION_AWAY_DAYS: '29', RETENTION_WITHDRAWN_DAYS: '1.5' })
  expect(text).toContain('RETENTION_AWAY_DAYS: given "29"; expected whole days, from 30 to 3650')
  expect(text).toContain('RETENTION_WITHDRAWN_DAYS: given "1.5"; expected whole days')
})

it('takes limits a minute, or none', () => {
  expect(parseConfig({ UPDATES_PER_MINUTE: 'off', REQUESTS_PER_MINUTE: '10' })).toMatchObject({
    updatesPerMinute: Number.POSITIVE_INFINITY,
    requestsPerMinute: 10,
  })
  const text = mistakes({ UPDATES_PER_MINUTE: '0', TRUSTED_PROXIES: 'everybody' })
  expect(text).toContain('UPDATES_PER_MINUTE: given "0"; expected a whole number a minute, from 10')
  expect(text).toContain('TRUSTED_PROXIES: given "everybody"; expected addresses or networks')
})

it('treats an empty variable as not given', () => {
  expect(parseConfig({ SEND_RATE: '', BOT_TOKEN: ' ' })).toMatchObject({
    sendRate: 28,
    botToken: undefined,
  })
})

it('reports every mistake at once, with what was given and what is expected', () => {
  const text = mistakes({ PORT: '99999', ORG_TIMEZONE: 'Mars/Olympus', SEND_RATE: 'fast' })
  expect(text).toContain('3 mistake(s)')
  expect(text).toContain('PORT: given "99999"; expected a port')
  expect(text).toContain('ORG_TIMEZONE: given "Mars/Olympus"; expected an IANA time zone')
  expect(text).toContain('SEND_RATE: given "fast"; expected bulk messages a second')
})

it('never prints a secret', () => {
  const text = mistakes({
    BOT_TOKEN: 'my secret token',
    DATABASE_URL: 'mysql://root:hunter2@db/x',
    REDIS_URL: 'hunter3',
    WEBHOOK_SECRET: 'hunter 4',
  })
  expect(text).toContain('BOT_TOKEN: given a value that is not shown')
  expect(text).not.toMatch(/my secret|hunter/)
})

it('knows which variables need each other', () => {
  expect(mistakes({ WEBHOOK_SECRET: 'abc' })).toContain('PUBLIC_URL: nothing given')
  expect(mistakes({ DATABASE_OWNER_URL: 'postgres://a:b@c/d' })).toContain('DATABASE_URL')
})

it('says of what cannot be read no more than that', () => {
  const text = mistakes({ PUBLIC_URL: 'ftp://x', WEBHOOK_SECRET: 'abc' })
  expect(text).toContain('1 mistake(s)')
  expect(text).toContain('PUBLIC_URL: given "ftp://x"; expected')
})

it('reads a list of admins', () => {
  expect(parseConfig({ ADMIN_IDS: '12, 345' }).adminIds).toEqual([12, 345])
  expect(mistakes({ ADMIN_IDS: '12;x' })).toContain('ADMIN_IDS')
})

it('takes the names of a proxy as everybody writes them, and never prints one', () => {
  const [proxy, exempt] = ['http://user:hunter2@proxy:3128', 'localhost']
  const found = { httpsProxy: proxy, noProxy: exempt }
  expect(parseConfig({ https_proxy: proxy, no_proxy: exempt })).toMatchObject(found)
  expect(
    parseConfig({ HTTPS_PROXY: proxy, https_proxy: 'http://x:1', NO_PROXY: exempt }),
  ).toMatchObject(found)
  const text = mistakes({ HTTPS_PROXY: 'socks5://user:hunter2@proxy:1080' })
  expect(text).toContain('HTTPS_PROXY: given a value that is not shown; expected http://proxy:port')
  expect(text).not.toContain('hunter2')
})

it('has no port for health but where one is named, and no short token for metrics', () => {
  expect(parseConfig({ HEALTH_PORT: '8081' }).healthPort).toBe(8081)
  expect(parseConfig({}).healthPort).toBeUndefined()
  expect(mistakes({ METRICS_TOKEN: 'short' })).toContain('METRICS_TOKEN: given a value that is not')
})

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/platform/config.ts'
import { readCompose, readEnvExample, variablesOf } from './compose.ts'

const root = join(import.meta.dirname, '..', '..')
const text = await readFile(join(root, 'compose.yaml'), 'utf8')
const example = readEnvExample(await readFile(join(root, '.env.example'), 'utf8'))

/** What compose.yaml alone reads. */
const forCompose = [
  'POSTGRES_PASSWORD',
  'OWNER_PASSWORD',
  'APP_PASSWORD',
  'WORKERS',
  'LISTEN',
  'SEDIKIT_VERSION',
]

const isExplained = (name: string): boolean => name in example

/** What an operator has to fill in. */
const filled = {
  BOT_TOKEN: '123456:demo',
  POSTGRES_PASSWORD: 'a1',
  OWNER_PASSWORD: 'b2',
  APP_PASSWORD: 'c3',
}
const { services, volumes } = readCompose(text, filled)
const ours = Object.entries(services).filter(([, { build }]) => build !== undefined)

describe('compose.yaml', () => {
  test('needs the token and the passwords, says so, and nothing else', () => {
    for (const name of Object.keys(filled)) {
      expect(() => readCompose(text, { ...filled, [name]: '' })).toThrow(`${name}: `)
    }
  })

  test('has the parts, each of them once, of one image', () => {
    expect(Object.keys(services).slice(0, 7)).toEqual([
      'migrate',
      'bot',
      'worker',
      'web',
      'cli',
      'postgres',
      'redis',
    ])
    expect(services['bot']?.command).toEqual(['start', '--only', 'bot'])
    expect(services['worker']?.command).toEqual(['start', '--only', 'worker'])
    expect(services['web']?.command).toEqual(['start', '--only', 'web'])
    expect(new Set(ours.map(([, { image }]) => image)).size).toBe(1)
  })

  test('takes nothing from .env that .env.example does not explain', () => {
    expect(variablesOf(text).filter((name) => !isExplained(name))).toEqual([])
  })

  test.each(ours)('%s: every setting reaches it, and is one that the bot reads', (_, one) => {
    // What the image itself sets, the folder of what is embedded, and who owns the tables, which only
    // some are told.
    const elsewhere = ['PORT', 'HEALTH_PORT', 'HOST', 'DATA_DIR', 'DATABASE_OWNER_URL']
    const settings = Object.keys(example).filter(
      (name) => !elsewhere.includes(name) && !forCompose.includes(name),
    )
    const given = Object.keys(one.environment)
    expect(settings.filter((name) => !given.includes(name))).toEqual([])
    expect(given.filter((name) => !isExplained(name))).toEqual([])
    expect(parseConfig(one.environment)).toMatchObject({
      botToken: '123456:demo',
      databaseUrl: 'postgres://sedikit_app:c3@postgres:5432/sedikit',
      redisUrl: 'redis://redis:6379',
      timezone: 'Asia/Makassar',
    })
  })

  test('only what migrates or is called by hand knows the owner of the tables', () => {
    const owners = ours.filter(([, one]) => 'DATABASE_OWNER_URL' in one.environment)
    expect(owners.map(([name]) => name)).toEqual(['migrate', 'cli'])
    expect(JSON.stringify([services['bot'], services['worker'], services['web']])).not.toMatch(
      /b2|a1/,
    )
  })

  test('the tables are migrated once, before anything works on them', () => {
    expect(services['migrate']).toMatchObject({ command: ['migrate'], restart: 'no' })
    for (const name of ['bot', 'worker', 'web']) {
      expect(services[name]?.depends_on).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      })
    }
  })

  test.each(Object.entries(services))('%s: closed, read-only, without rights', (name, one) => {
    expect(one).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
    expect(one.security_opt).toEqual(['no-new-privileges:true'])
    expect(one.tmpfs.some((path) => path === '/tmp')).toBe(true)
    expect(one.restart).toBe(one.healthcheck?.disable === true ? 'no' : 'unless-stopped')
    if (one.restart !== 'no') expect(one.mem_limit).toMatch(/^\d+m$/)
    // From outside it is reached by the web server alone, and on this machine.
    for (const port of one.ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/)
    if (['postgres', 'redis'].includes(name)) expect(one.ports).toEqual([])
  })

  test('all that go on running say how they are: ours as the image asks them', () => {
    for (const name of ['bot', 'worker', 'web']) expect(services[name]?.healthcheck).toBeUndefined()
    for (const name of ['postgres', 'redis']) {
      expect(services[name]?.healthcheck?.test?.[0]).toBe('CMD')
    }
  })

  test('ours have longer to end than they take', () => {
    for (const [, one] of ours) expect(one.stop_grace_period).toBe('20s')
  })

  test('Redis keeps what it is given: appended to a file, and nothing evicted', () => {
    expect(String(services['redis']?.command)).toContain('--appendonly,yes')
    expect(String(services['redis']?.command)).toContain('--maxmemory-policy,noeviction')
    expect(services['redis']?.volumes).toEqual(['redis:/data'])
  })

  test('what is mounted is there: a volume that is declared, or a path of the repository', () => {
    const mounted = Object.values(services).flatMap((one) =>
      one.volumes.map((v) => v.split(':')[0] ?? ''),
    )
    const isThere = (source: string): boolean =>
      source.startsWith('.') ? existsSync(join(root, source)) : source in volumes
    expect(mounted.filter((source) => !isThere(source))).toEqual([])
    expect(Object.keys(volumes).filter((name) => !mounted.includes(name))).toEqual([])
  })

  test('together they fit into 2 GB of memory', () => {
    const limits = Object.values(services)
      .filter(({ profiles }) => profiles.length === 0)
      .map(({ mem_limit: limit }) => Number.parseInt(limit ?? '0', 10))
    expect(limits.reduce((sum, limit) => sum + limit, 0)).toBeLessThanOrEqual(2048)
  })
})

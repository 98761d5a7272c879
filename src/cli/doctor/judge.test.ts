import { describe, expect, it } from 'vitest'
import type { BotAnswer } from './ask-bot.ts'
import { answered, byPolling, byWebhook, hookInfo, NOW, refused } from './fixture.ts'
import { HOOK, toldByRedis, wellDatabase, wellMachine } from './fixture.ts'
import { judgeClock } from './judge-clock.ts'
import { judgeConfiguration } from './judge-configuration.ts'
import { judgeDatabase, type DatabaseFacts, type DatabaseSight } from './judge-database.ts'
import { judgeMachine, type MachineFacts } from './judge-machine.ts'
import { judgeNetwork } from './judge-network.ts'
import { judgeRedis, type RedisFacts } from './judge-redis.ts'
import { judgeTelegram, type TelegramFacts } from './judge-telegram.ts'
import type { PathFault } from './open-path.ts'
import type { ProxySetting } from './read-proxy.ts'
import { reasons, stateOf, type Finding } from './reasons.ts'
import { reportOf } from './report.ts'

const seen = new Set<string>()

/** All that is not well; what is well and what was skipped only where it is asked for. */
function told(findings: readonly Finding[], all = false): string[] {
  for (const finding of findings) {
    seen.add(finding.reason)
    // Each finding can be said in both languages: no value is missing.
    for (const language of ['id', 'en'] as const) {
      expect(reportOf(finding, language).what).not.toBe('')
    }
  }
  const bad = findings.filter((one) => all || !['ok', 'skipped'].includes(stateOf(one)))
  return bad.map(({ reason }) => reason)
}

describe('the database', () => {
  const context = { zone: 'Asia/Makassar', needed: 25, oldest: 15 }
  const open = (facts: Partial<DatabaseFacts>): DatabaseSight => ({
    kind: 'open',
    where: 'db:5432/sedikit',
    facts: { ...wellDatabase, ...facts },
  })

  it.each<[string[], Partial<DatabaseFacts>]>([
    [[], {}],
    [['database.version/old'], { versionNumber: 140012 }],
    [['database.rights/missing'], { closedTables: ['outbox', 'people'] }],
    [['database.rights/queue'], { isQueueClosed: true }],
    [['database.rights/superuser'], { isSuperuser: true, changesTrail: true }],
    [['database.rights/trail'], { changesTrail: true }],
    [['database.extensions/absent'], { trigrams: 'available' }],
    [['database.extensions/unavailable'], { trigrams: 'unavailable' }],
    [['database.timezone/unknown'], { knowsZone: false }],
    [[], { connections: 50, ownConnections: 18 }],
    [['database.connections/tight'], { connections: 50, ownConnections: 10 }],
    [['database.connections/full'], { connections: 57 }],
    [['migrations/behind'], { schema: { applied: 17, missing: 2, unknown: 0, passedBy: 0 } }],
    [['migrations/ahead'], { schema: { applied: 20, missing: 0, unknown: 1, passedBy: 0 } }],
    [['migrations/passedBy'], { schema: { applied: 18, missing: 0, unknown: 0, passedBy: 1 } }],
    [['migrations/none'], { schema: { applied: 0, missing: 19, unknown: 0, passedBy: 0 } }],
    [['migrations/untold'], { schema: undefined }],
  ])('%j', (reasonsFound, facts) => {
    expect(told(judgeDatabase(open(facts), context))).toEqual(reasonsFound)
  })

  it('without tables has no rights to judge', () => {
    expect(told(judgeDatabase(open({ tables: 0 }), context), true)).toContain(
      'database.rights/empty',
    )
  })

  it.each([
    ['ENOTFOUND', 'unknownHost'],
    ['EAI_AGAIN', 'unknownHost'],
    ['ECONNREFUSED', 'refused'],
    ['ETIMEDOUT', 'silent'],
    ['28P01', 'password'],
    ['28000', 'password'],
    ['3D000', 'absent'],
    ['53300', 'full'],
    ['57P03', 'starting'],
    ['XX000', 'broken'],
  ])('that answers with %s is %s, and all else about it is skipped', (code, reason) => {
    const sight = { kind: 'shut', where: 'db:5432/x', code, said: 'why' } as const
    const all = told(judgeDatabase(sight, context), true)
    expect(all[0]).toBe(`database/${reason}`)
    expect(all.slice(1).every((one) => one.endsWith('/unreached'))).toBe(true)
    expect(all).toHaveLength(7)
  })

  it.each<DatabaseSight>([
    { kind: 'fresh' },
    { kind: 'malformed' },
    { kind: 'embeddedFailed', said: 'initdb failed' },
  ])('$kind', (sight) => {
    expect(told(judgeDatabase(sight, context), true)[0]).toBe(`database/${sight.kind}`)
  })
})

describe('Redis', () => {
  it.each<[string[], RedisFacts]>([
    [[], toldByRedis()],
    [[], toldByRedis({ valkey_version: '8.1.1', redis_version: '7.2.4' })],
    [['redis.version/old'], toldByRedis({ redis_version: '6.0.20' })],
    [['redis.version/old'], toldByRedis({ redis_version: '5.0.7' })],
    [['redis.eviction/evicts'], toldByRedis({ maxmemory_policy: 'allkeys-lru' })],
    [['redis.persistence/snapshots'], toldByRedis({ aof_enabled: '0' }, '3600 1')],
    [['redis.persistence/snapshots'], toldByRedis({ aof_enabled: '0' })],
    [['redis.persistence/none'], toldByRedis({ aof_enabled: '0' }, '')],
    [['redis.persistence/broken'], toldByRedis({ aof_last_write_status: 'err' })],
    [['redis.persistence/broken'], toldByRedis({ rdb_last_bgsave_status: 'err' })],
    [[], toldByRedis({ maxmemory: '4000000' })],
    [['redis.memory/tight'], toldByRedis({ maxmemory: '2500000' })],
    [['redis.memory/full'], toldByRedis({ maxmemory: '2000000' })],
    [['redis/replica'], toldByRedis({ role: 'slave' })],
    [['redis/loading'], toldByRedis({ loading: '1' })],
  ])('%j', (found, facts) => {
    expect(told(judgeRedis(facts))).toEqual(found)
  })

  it.each([
    ['ENOTFOUND', 'unknownHost'],
    ['ECONNREFUSED', 'refused'],
    ['ETIMEDOUT', 'silent'],
    ['NOAUTH', 'password'],
    ['WRONGPASS', 'password'],
    ['LOADING', 'loading'],
    ['ECONNRESET', 'broken'],
  ])('that answers with %s is %s', (code, reason) => {
    const answer = { kind: 'shut', code, message: 'why' } as const
    const facts = { at: { host: 'r', port: 6379 }, isMalformed: false, answer }
    expect(told(judgeRedis(facts), true)[0]).toBe(`redis/${reason}`)
  })

  it('that there is not is skipped, and so is one that cannot be read', () => {
    const none = { at: undefined, answer: undefined }
    expect(told(judgeRedis({ ...none, isMalformed: false }), true)[0]).toBe('redis/none')
    expect(told(judgeRedis({ ...none, isMalformed: true }), true)[0]).toBe('redis/malformed')
    const untold = toldByRedis()
    if (untold.answer?.kind !== 'told') throw new Error('not told')
    const { maxmemory_policy: _, ...info } = untold.answer.info
    const facts = { ...untold, answer: { ...untold.answer, info } }
    expect(told(judgeRedis(facts), true)).toContain('redis.eviction/untold')
  })
})

describe('the way to Telegram', () => {
  const apiRoot = 'https://api.telegram.org'
  const none: ProxySetting = { kind: 'none' }
  const proxy: ProxySetting = {
    kind: 'proxy',
    shown: 'http://proxy:3128',
    proxy: { host: 'proxy', port: 3128 },
  }
  const shut = (step: PathFault['step'], code: string, at: PathFault['at']): BotAnswer => ({
    kind: 'shut',
    fault: { step, code, at, issuer: 'FortiGate CA' },
  })

  it.each([
    ['lookup', 'ENOTFOUND', 'unknownHost'],
    ['lookup', 'EAI_AGAIN', 'noResolver'],
    ['lookup', 'ETIMEDOUT', 'noResolver'],
    ['connect', 'ECONNREFUSED', 'refused'],
    ['connect', 'ETIMEDOUT', 'silent'],
    ['http', 'ETIMEDOUT', 'silent'],
    ['connect', 'ENETUNREACH', 'unreachable'],
    ['connect', 'EHOSTUNREACH', 'unreachable'],
    ['tls', 'ECONNRESET', 'cut'],
    ['tls', 'SELF_SIGNED_CERT_IN_CHAIN', 'intercepted'],
    ['tls', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'intercepted'],
    ['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'intercepted'],
    ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'otherName'],
    ['tls', 'CERT_HAS_EXPIRED', 'certificateTime'],
    ['tls', 'CERT_NOT_YET_VALID', 'certificateTime'],
    ['tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'notTls'],
    ['http', 'HPE_INVALID_CONSTANT', 'noBotApi'],
    ['http', 'UNKNOWN', 'broken'],
  ] as const)('%s %s: %s', (step, code, reason) => {
    const answer = shut(step, code, 'target')
    expect(told(judgeNetwork({ apiRoot, proxy: none, answer }))).toEqual([`network/${reason}`])
    // Behind a proxy that leads on, it is the target all the same.
    expect(told(judgeNetwork({ apiRoot, proxy, answer }))).toEqual([`network/${reason}`])
  })

  it.each([
    ['lookup', 'ENOTFOUND', 'unknownHost'],
    ['connect', 'ECONNREFUSED', 'refused'],
    ['connect', 'ETIMEDOUT', 'silent'],
    ['proxy', 'ETIMEDOUT', 'silent'],
    ['proxy', '407', 'unauthorised'],
    ['proxy', '403', 'forbids'],
    ['proxy', '502', 'forbids'],
    ['proxy', 'EPROTO', 'noProxy'],
  ] as const)('at the proxy, %s %s: %s', (step, code, reason) => {
    const findings = judgeNetwork({ apiRoot, proxy, answer: shut(step, code, 'proxy') })
    expect(told(findings, true)).toEqual([`proxy/${reason}`, 'network/behindProxy'])
  })

  it.each<[string, string, ProxySetting, BotAnswer | undefined, string | undefined]>([
    ['proxy/none', 'network/fine', none, answered({}), apiRoot],
    ['proxy/fine', 'network/fine', proxy, answered({}), apiRoot],
    ['proxy/none', 'network/malformed', none, undefined, undefined],
    ['proxy/malformed', 'network/behindProxy', { kind: 'malformed' }, undefined, apiRoot],
    ['proxy/scheme', 'network/behindProxy', { kind: 'scheme', scheme: 's:' }, undefined, apiRoot],
    ['proxy/passedBy', 'network/fine', { kind: 'passedBy', shown: 'x' }, answered({}), apiRoot],
    ['proxy/none', 'network/noBotApi', none, { kind: 'foreign', status: 200 }, apiRoot],
  ])('%s, %s', (first, second, setting, answer, root) => {
    const findings = judgeNetwork({ apiRoot: root, proxy: setting, answer })
    expect(told(findings, true)).toEqual([first, second])
  })
})

describe('what Telegram says', () => {
  const failed = (minutes: number, said: string, pending = 3): BotAnswer =>
    hookInfo({
      pending_update_count: pending,
      last_error_date: NOW.getTime() / 1000 - minutes * 60,
      last_error_message: said,
    })
  const other = 'Conflict: terminated by other getUpdates request'

  it.each<[string[], TelegramFacts]>([
    [[], byWebhook],
    [[], byPolling],
    [['token/refused'], { ...byPolling, me: refused(401, 'Unauthorized') }],
    [['token/refused'], { ...byPolling, me: refused(404, 'Not Found') }],
    [['token/busy'], { ...byPolling, me: refused(429, 'Too Many Requests', 7) }],
    [['token/unavailable'], { ...byPolling, me: refused(502, 'Bad Gateway') }],
    [['webhook/notSet'], { ...byWebhook, webhook: hookInfo({ url: '' }) }],
    [['webhook/elsewhere'], { ...byWebhook, webhook: hookInfo({ url: 'https://x.example/t' }) }],
    [['webhook/foreign'], { ...byPolling, webhook: hookInfo({}), polling: undefined }],
    [['webhook/plain'], { ...byWebhook, webhookUrl: 'http://bot.example/telegram' }],
    [['webhook/failing'], { ...byWebhook, webhook: failed(2, 'Connection refused') }],
    [['webhook/certificate'], { ...byWebhook, webhook: failed(2, 'SSL error {x}') }],
    [['webhook/failedOnce'], { ...byWebhook, webhook: failed(600, 'SSL error') }],
    [['webhook/failedOnce'], { ...byWebhook, webhook: failed(2, 'Connection refused', 0) }],
    [['webhook/backlog'], { ...byWebhook, webhook: hookInfo({ pending_update_count: 100 }) }],
    [['polling/other'], { ...byPolling, polling: refused(409, other) }],
  ])('%j', (reasonsFound, facts) => {
    expect(told(judgeTelegram(facts))).toEqual(reasonsFound)
  })

  it.each<[string, TelegramFacts]>([
    ['token/missing', { ...byPolling, token: 'missing' }],
    ['token/malformed', { ...byPolling, token: 'malformed' }],
    ['token/unreached', { ...byPolling, me: undefined }],
    ['webhook/unreached', { ...byPolling, webhook: undefined }],
    ['webhook/none', byPolling],
    ['polling/own', { ...byPolling, isOursPolling: true }],
    ['polling/byWebhook', byWebhook],
    ['polling/unreached', { ...byPolling, polling: undefined }],
    ['polling/unreached', { ...byPolling, polling: refused(502, 'Bad Gateway') }],
    ['polling/waiting', { ...byPolling, polling: answered([{ update_id: 1 }]) }],
  ])('%s', (reason, facts) => {
    expect(told(judgeTelegram(facts), true)).toContain(reason)
  })

  it('shows of an address that is not ours no more than its host: the path may be a secret', () => {
    const webhook = hookInfo({ url: 'https://x.example/bot/123456:secret' })
    const findings = judgeTelegram({ ...byWebhook, webhook })
    expect(JSON.stringify(findings)).toContain('x.example')
    expect(JSON.stringify(findings)).not.toContain('secret')
    expect(JSON.stringify(findings)).toContain(HOOK)
  })
})

it.each<[string, number | undefined, number | undefined]>([
  ['right,right', 900, -60_000],
  ['off,off', 61_000, -1800_000],
  ['wrong,wrong', 5 * 365 * 86_400_000, -7200_000],
  ['untold,untold', undefined, undefined],
])('the clock: %s', (verdicts, aheadOfTelegramMs, aheadOfDatabaseMs) => {
  const all = told(judgeClock({ aheadOfTelegramMs, aheadOfDatabaseMs }), true)
  expect(all.map((reason) => reason.split('/')[1]).join()).toBe(verdicts)
})

it('the clock: less than a second is no distance, on whichever side', () => {
  const said = JSON.stringify(judgeClock({ aheadOfTelegramMs: -300, aheadOfDatabaseMs: 300 }))
  expect(said.match(/"distance":"0s"/g)).toHaveLength(2)
})

it.each<[string[], Partial<MachineFacts>]>([
  [[], {}],
  [['node/old'], { nodeVersion: '22.11.0' }],
  [['folders/readOnly'], { folder: { folder: '/d', fault: 'EROFS' } }],
  [['folders/denied'], { folder: { folder: '/d', fault: 'EACCES' } }],
  [['folders/full'], { folder: { folder: '/d', fault: 'ENOSPC' } }],
  [['folders/full'], { folder: { folder: '/d', fault: 'EDQUOT' } }],
  [['folders/broken'], { folder: { folder: '/d', fault: 'EIO' } }],
  [['disk/full'], { disk: { folder: '/d', freeBytes: 299e6, freeInodes: 9 } }],
  [['disk/low'], { disk: { folder: '/d', freeBytes: 1999e6, freeInodes: undefined } }],
  [[], { disk: { folder: '/d', freeBytes: 299e6, freeInodes: 9 }, isEmbedded: false }],
  [['disk/noInodes'], { disk: { folder: '/d', freeBytes: 9e9, freeInodes: 0 } }],
  [['content/broken'], { content: { tracks: 1, lessons: 1, errors: ['a.md:1: x: y'] } }],
  [[], { disk: undefined }],
])('this machine: %j', (found, facts) => {
  expect(told(judgeMachine({ ...wellMachine, ...facts }))).toEqual(found)
})

it.each<[string[], Record<string, string>]>([
  [['configuration/tokenMissing'], {}],
  [[], { BOT_TOKEN: '1:a' }],
  [['configuration/malformedSecret'], { BOT_TOKEN: 'x' }],
  [['configuration/malformed'], { BOT_TOKEN: '1:a', PORT: 'x' }],
  [['configuration/unset', 'secrets/short'], { BOT_TOKEN: '1:a', WEBHOOK_SECRET: 'Kd8_a' }],
  [['configuration/tokenMissing', 'configuration/near'], { BOT_TOKN: '1:a' }],
  [['secrets/guessable'], { BOT_TOKEN: '1:a', DATA_SECRET: 'x'.repeat(40) }],
])('the configuration: %j', (found, env) => {
  expect(told(judgeConfiguration(env))).toEqual(found)
})

it('nothing that can be said is out of reach of these facts', () => {
  // What nothing leads to is said by nobody, and a mistake of the program is its own business.
  const unseen = Object.keys(reasons).filter((reason) => !seen.has(reason))
  expect(unseen).toEqual(['doctor/stumbled'])
})

import type { RedisAnswer } from '../../platform/queue/index.ts'
import type { BotAnswer } from './ask-bot.ts'
import type { DatabaseFacts } from './judge-database.ts'
import type { MachineFacts } from './judge-machine.ts'
import type { RedisFacts } from './judge-redis.ts'
import type { TelegramFacts } from './judge-telegram.ts'

export const NOW = new Date('2026-11-24T01:00:00Z')

/** Facts of a set-up in which all is well; a test changes what it is about. */
export const wellDatabase: DatabaseFacts = {
  versionNumber: 180004,
  version: '18.4',
  isSuperuser: false,
  tables: 80,
  closedTables: [],
  changesTrail: false,
  isQueueClosed: false,
  trigrams: 'there',
  timezone: 'UTC',
  knowsZone: true,
  mostConnections: 57,
  connections: 20,
  ownConnections: 18,
  clockMs: NOW.getTime(),
  schema: { applied: 19, missing: 0, unknown: 0, passedBy: 0 },
  isOursPolling: false,
}

export const wellMachine: MachineFacts = {
  nodeVersion: '24.21.0',
  folder: { folder: '/srv/.data', fault: undefined },
  disk: { folder: '/srv/.data', freeBytes: 50e9, freeInodes: 1e6 },
  isEmbedded: true,
  content: { tracks: 10, lessons: 77, errors: [] },
}

export function toldByRedis(info: Record<string, string> = {}, save?: string): RedisFacts {
  const answer: RedisAnswer = {
    kind: 'told',
    save,
    info: {
      redis_version: '7.0.15',
      role: 'master',
      loading: '0',
      maxmemory_policy: 'noeviction',
      aof_enabled: '1',
      aof_last_write_status: 'ok',
      rdb_last_bgsave_status: 'ok',
      used_memory: '2000000',
      maxmemory: '0',
      ...info,
    },
  }
  return { at: { host: 'redis', port: 6379 }, isMalformed: false, answer }
}

export function answered(
  result: unknown,
  over: Partial<Extract<BotAnswer, { kind: 'answer' }>> = {},
): BotAnswer {
  return {
    kind: 'answer',
    ok: true,
    code: 200,
    description: '',
    result,
    retryAfterS: undefined,
    date: NOW,
    tookMs: 80.4,
    ...over,
  }
}

export function refused(code: number, description: string, retryAfterS?: number): BotAnswer {
  return answered(undefined, { ok: false, code, description, retryAfterS })
}

export const HOOK = 'https://bot.example.go.id/telegram'

/** What getWebhookInfo says. */
export function hookInfo(info: Record<string, unknown>): BotAnswer {
  return answered({ url: HOOK, pending_update_count: 0, ...info })
}

export const byWebhook: TelegramFacts = {
  token: 'there',
  webhookUrl: HOOK,
  isTelegram: true,
  me: answered({ username: 'maros_bot' }),
  webhook: hookInfo({}),
  polling: undefined,
  isOursPolling: false,
  now: NOW,
}

export const byPolling: TelegramFacts = {
  ...byWebhook,
  webhookUrl: undefined,
  webhook: hookInfo({ url: '' }),
  polling: answered([]),
}

/**
 * What a filter shows that opens TLS on the way: for localhost, by an issuer that nobody knows, from
 * 2020 to 2120. Made for these tests, known to everybody, good for nothing else.
 */
export const filter = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgUYS7wIPUElughneY
lE2IALXD8tQZdu4X4xOsrN5bNEahRANCAAT7BiQQuo2UjPiGj1UBHx9aaKChUUS7
JFP/mSzDtQVXyb+3birtbabMoptgemmSzT6dniz5oGzv7EWumHNlg5VY
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBkjCCATigAwIBAgIBATAKBggqhkjOPQQDAjAuMRswGQYDVQQKDBJQZW55YXJp
bmcgSmFyaW5nYW4xDzANBgNVBAMMBmZpbHRlcjAgFw0yMDAxMDEwMDAwMDBaGA8y
MTIwMDEwMTAwMDAwMFowLjEbMBkGA1UECgwSUGVueWFyaW5nIEphcmluZ2FuMQ8w
DQYDVQQDDAZmaWx0ZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT7BiQQuo2U
jPiGj1UBHx9aaKChUUS7JFP/mSzDtQVXyb+3birtbabMoptgemmSzT6dniz5oGzv
7EWumHNlg5VYo0UwQzAUBgNVHREEDTALgglsb2NhbGhvc3QwDAYDVR0TBAUwAwEB
/zAdBgNVHQ4EFgQUjRLcbdhEhgb2PYqke2csT/Txv+UwCgYIKoZIzj0EAwIDSAAw
RQIgL7C02VQ3xpdVGH45qZq3Z8Z46+wMQHt4ok0EmenKZecCIQDSC37aA5aWI6/0
gtSNOAZ22qRqcD23xerzecWsnGVuxw==
-----END CERTIFICATE-----`,
}

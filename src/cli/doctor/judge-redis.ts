import type { RedisAnswer } from '../../platform/queue/index.ts'
import { found, type Finding, type Reason } from './reasons.ts'

export interface RedisFacts {
  /** Undefined: REDIS_URL names none. */
  readonly at: { readonly host: string; readonly port: number } | undefined
  readonly isMalformed: boolean
  readonly answer: RedisAnswer | undefined
}

const parts = ['redis.version', 'redis.eviction', 'redis.persistence', 'redis.memory'] as const

/** Shares of its memory, in percent. */
const TIGHT = 75
const FULL = 95

export function judgeRedis({ at, isMalformed, answer }: RedisFacts): readonly Finding[] {
  const none = parts.map((part) => found(`${part}/unreached`))
  if (isMalformed) return [found('redis/malformed'), ...none]
  if (at === undefined || answer === undefined) return [found('redis/none'), ...none]
  const where = `${at.host}:${at.port}`
  if (answer.kind === 'shut') {
    const values = { where, said: answer.message }
    return [found(reasonOf(answer.code), values), ...none]
  }
  const { info, save } = answer
  return [
    judgeItself(info, where),
    judgeVersion(info),
    judgeEviction(info),
    judgePersistence(info, save),
    judgeMemory(info),
  ]
}

function reasonOf(code: string): Reason {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'redis/unknownHost'
    case 'ECONNREFUSED':
      return 'redis/refused'
    case 'ETIMEDOUT':
      return 'redis/silent'
    case 'NOAUTH':
    case 'WRONGPASS':
    case 'NOPERM':
      return 'redis/password'
    case 'LOADING':
      return 'redis/loading'
    default:
      return 'redis/broken'
  }
}

type Info = Readonly<Record<string, string>>

function judgeItself(info: Info, where: string): Finding {
  if (info['loading'] === '1') return found('redis/loading', { where })
  const isReplica = info['role'] === 'slave'
  return found(isReplica ? 'redis/replica' : 'redis/fine', { where })
}

function judgeVersion(info: Info): Finding {
  // Valkey says the version of Redis that it answers as, too.
  const version = info['redis_version'] ?? '0'
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < 6 || (major === 6 && minor < 2)
  const name = info['valkey_version'] === undefined ? 'Redis' : 'Valkey'
  const shown = info['valkey_version'] ?? version
  return found(isOld ? 'redis.version/old' : 'redis.version/fine', { name, version: shown })
}

function judgeEviction(info: Info): Finding {
  const policy = info['maxmemory_policy']
  if (policy === undefined) return found('redis.eviction/untold')
  return found(policy === 'noeviction' ? 'redis.eviction/fine' : 'redis.eviction/evicts', {
    policy,
  })
}

function judgePersistence(info: Info, save: string | undefined): Finding {
  const isBroken =
    (info['aof_enabled'] === '1' && info['aof_last_write_status'] === 'err') ||
    info['rdb_last_bgsave_status'] === 'err'
  if (isBroken) return found('redis.persistence/broken')
  if (info['aof_enabled'] === '1') return found('redis.persistence/fine')
  return found(save === '' ? 'redis.persistence/none' : 'redis.persistence/snapshots')
}

function judgeMemory(info: Info): Finding {
  const used = Number(info['used_memory'] ?? 0)
  const most = Number(info['maxmemory'] ?? 0)
  const usedMb = Math.ceil(used / 2 ** 20)
  if (most === 0) return found('redis.memory/unlimited', { used: usedMb })
  const percent = Math.round((used / most) * 100)
  const values = { used: usedMb, most: Math.round(most / 2 ** 20), percent }
  if (percent >= FULL) return found('redis.memory/full', values)
  return found(percent >= TIGHT ? 'redis.memory/tight' : 'redis.memory/fine', values)
}

import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { UserError } from './errors.ts'
import { isProxyList } from './proxies.ts'
import type { Config } from './config-shape.ts'

export type { Config }

interface Variable {
  readonly field: keyof Config
  readonly schema: z.ZodType
  readonly fallback?: string
  /** Completes "expected …". */
  readonly expected: string
  /** A secret's value is never printed, not even a part of it. */
  readonly secret?: true
}

const url = (protocol: RegExp): z.ZodType => z.url({ protocol })

/** Paths are put behind it: one that is written with a slash at its end means the same. */
const root = (protocol: RegExp): z.ZodType =>
  z.url({ protocol }).transform((given) => given.replace(/\/+$/, ''))

function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Ten years: what is to be kept for longer is no matter of a setting. */
const MOST_DAYS = 3650

const MOST_PER_MINUTE = 100_000

function days(field: keyof Config, fallback: number, least: number): Variable {
  return {
    field,
    schema: z.coerce.number().int().min(least).max(MOST_DAYS),
    fallback: String(fallback),
    expected: `whole days, from ${least} to ${MOST_DAYS}`,
  }
}

/** A rate above which something is not taken; `off`: there is none. */
function perMinute(field: keyof Config, fallback: number, least: number): Variable {
  return {
    field,
    schema: z.union([
      z.literal('off').transform(() => Number.POSITIVE_INFINITY),
      z.coerce.number().int().min(least).max(MOST_PER_MINUTE),
    ]),
    fallback: String(fallback),
    expected: `a whole number a minute, from ${least} to ${MOST_PER_MINUTE}, or off`,
  }
}

const variables: Readonly<Record<string, Variable>> = {
  BOT_TOKEN: {
    field: 'botToken',
    schema: z.string().regex(/^\d+:[A-Za-z0-9_-]+$/),
    expected: 'the token that @BotFather gave, like 123456:ABC-def',
    secret: true,
  },
  TELEGRAM_API_ROOT: {
    field: 'telegramApiRoot',
    schema: root(/^https?$/),
    fallback: 'https://api.telegram.org',
    expected: 'the http(s) address of a Bot API server',
  },
  DATABASE_URL: {
    field: 'databaseUrl',
    schema: url(/^postgres(ql)?$/),
    expected: 'postgres://user:password@host:port/database, or nothing for the embedded Postgres',
    secret: true,
  },
  DATABASE_OWNER_URL: {
    field: 'databaseOwnerUrl',
    schema: url(/^postgres(ql)?$/),
    expected: 'postgres://owner:password@host:port/database, the role that owns and migrates',
    secret: true,
  },
  DATA_DIR: {
    field: 'dataDir',
    schema: z.string().max(4096).refine(isAbsolute),
    expected: 'the whole path of a folder, like /var/lib/sedikit',
  },
  REDIS_URL: {
    field: 'redisUrl',
    schema: url(/^rediss?$/),
    expected: 'redis://host:port, or nothing for queues on Postgres',
    secret: true,
  },
  PUBLIC_URL: {
    field: 'publicUrl',
    schema: url(/^https?$/),
    expected: 'the https address under which Telegram and people reach this server',
  },
  WEBHOOK_SECRET: {
    field: 'webhookSecret',
    schema: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/),
    expected: '1 to 256 characters of A-Z a-z 0-9 _ -',
    secret: true,
  },
  DATA_SECRET: {
    field: 'dataSecret',
    schema: z.string().min(32).max(512),
    expected: 'at least 32 characters that nobody guesses, such as `openssl rand -base64 32` gives',
    secret: true,
  },
  METRICS_TOKEN: {
    field: 'metricsToken',
    schema: z.string().regex(/^[A-Za-z0-9._~+/=-]{16,512}$/),
    expected:
      'at least 16 characters of A-Z a-z 0-9 . _ ~ + / = -, such as `openssl rand -hex 32` gives',
    secret: true,
  },
  PORT: {
    field: 'port',
    schema: z.coerce.number().int().min(0).max(65_535),
    fallback: '8080',
    expected: 'a port from 0 (any free one) to 65535',
  },
  HOST: {
    field: 'host',
    schema: z.string().min(1),
    fallback: '127.0.0.1',
    expected: 'the address to listen on, like 127.0.0.1 or 0.0.0.0',
  },
  HEALTH_PORT: {
    field: 'healthPort',
    schema: z.coerce.number().int().min(0).max(65_535),
    expected: 'a port from 0 (any free one) to 65535, for processes without the role web',
  },
  HTTPS_PROXY: {
    field: 'httpsProxy',
    schema: url(/^https?$/),
    expected: 'http://proxy:port or http://user:password@proxy:port',
    secret: true,
  },
  NO_PROXY: {
    field: 'noProxy',
    schema: z.string().max(4096),
    expected: 'hosts that are reached without the proxy, separated by commas',
  },
  ADMIN_IDS: {
    field: 'adminIds',
    schema: z
      .string()
      .regex(/^\s*\d+(\s*,\s*\d+)*\s*$/)
      .transform((list) => list.split(',').map((id) => Number(id.trim())))
      .pipe(z.array(z.number().int().positive().max(Number.MAX_SAFE_INTEGER))),
    expected: "Telegram's numeric user ids, separated by commas",
  },
  ORG_TIMEZONE: {
    field: 'timezone',
    schema: z.string().refine(isTimezone),
    fallback: 'Asia/Makassar',
    expected: 'an IANA time zone, like Asia/Makassar or Asia/Jakarta',
  },
  ORG_LOCALE: {
    field: 'locale',
    schema: z.enum(['id', 'en']),
    fallback: 'id',
    expected: 'id or en',
  },
  SEND_RATE: {
    field: 'sendRate',
    schema: z.union([z.literal('auto'), z.coerce.number().min(1).max(1000)]),
    fallback: '28',
    expected:
      'bulk messages a second, from 1 to 1000 (above 30 each costs Stars), or auto to find the limit without paying',
  },
  UPDATES_PER_MINUTE: perMinute('updatesPerMinute', 60, 10),
  REQUESTS_PER_MINUTE: perMinute('requestsPerMinute', 120, 10),
  TRUSTED_PROXIES: {
    field: 'trustedProxies',
    schema: z.string().refine(isProxyList),
    fallback: 'loopback',
    expected: 'addresses or networks (10.0.0.0/8), loopback, linklocal or uniquelocal, with commas',
  },
  RETENTION_MESSAGES_DAYS: days('retentionMessagesDays', 90, 7),
  RETENTION_STRANGER_DAYS: days('retentionStrangerDays', 30, 1),
  RETENTION_WITHDRAWN_DAYS: days('retentionWithdrawnDays', 30, 1),
  RETENTION_AWAY_DAYS: days('retentionAwayDays', 1095, 30),
  RETENTION_REMOVAL_DAYS: days('retentionRemovalDays', 90, 1),
  BACKUP_FOLDER: {
    field: 'backupFolder',
    schema: z.string().regex(/^\//),
    expected: 'the absolute path of a folder for nightly backups, or nothing for none',
  },
  BACKUP_AT: {
    field: 'backupAt',
    schema: z
      .string()
      .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/)
      .transform((time) => {
        const [hour = 0, minute = 0] = time.split(/[:.]/).map(Number)
        return hour * 60 + minute
      }),
    fallback: '02:30',
    expected: 'a time of the day in ORG_TIMEZONE, like 02:30',
  },
  BACKUP_KEEP: {
    field: 'backupKeep',
    schema: z.coerce.number().int().min(2).max(MOST_DAYS),
    fallback: '14',
    expected: `whole nights, from 2 to ${MOST_DAYS}`,
  },
  LOG_LEVEL: {
    field: 'logLevel',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    fallback: 'info',
    expected: 'fatal, error, warn, info, debug, trace or silent',
  },
}

/** A variable that says what it must not, or nothing where it must say something. */
export interface Mistake {
  readonly name: string
  /** As it may be shown: never a secret's value. Undefined: nothing was given. */
  readonly given: string | undefined
  /** Completes "expected …". */
  readonly expected: string
  /** `given` holds nothing of the value. */
  readonly isSecret: boolean
}

/** Every variable that there is. */
export const variableNames: readonly string[] = Object.keys(variables)

/** Variables that are no invention of ours: their names in small letters are as usual. */
const conventional: readonly string[] = ['HTTPS_PROXY', 'NO_PROXY']

/** Fields that are empty lists, not undefined, when their variable is not set. */
const emptyLists: readonly (keyof Config)[] = ['adminIds']

function printable(variable: Variable, given: string): string {
  return variable.secret === true ? 'a value that is not shown' : JSON.stringify(given.slice(0, 80))
}

function crossChecks(config: Partial<Config>): Mistake[] {
  const mistakes: Mistake[] = []
  if (config.webhookSecret !== undefined && config.publicUrl === undefined) {
    const expected = 'an https address, because WEBHOOK_SECRET is set'
    mistakes.push({ name: 'PUBLIC_URL', given: undefined, expected, isSecret: false })
  }
  if (config.databaseOwnerUrl !== undefined && config.databaseUrl === undefined) {
    const expected = 'a database, because DATABASE_OWNER_URL is set'
    mistakes.push({ name: 'DATABASE_URL', given: undefined, expected, isSecret: true })
  }
  return mistakes
}

type Environment = Readonly<Record<string, string | undefined>>

function readFields(env: Environment): { fields: Record<string, unknown>; mistakes: Mistake[] } {
  const mistakes: Mistake[] = []
  const fields: Record<string, unknown> = {}
  for (const [name, variable] of Object.entries(variables)) {
    const given = (
      env[name] ?? (conventional.includes(name) ? env[name.toLowerCase()] : undefined)
    )?.trim()
    const value = given === undefined || given === '' ? variable.fallback : given
    if (value === undefined) {
      fields[variable.field] = emptyLists.includes(variable.field) ? [] : undefined
      continue
    }
    const parsed = variable.schema.safeParse(value)
    if (parsed.success) fields[variable.field] = parsed.data
    else {
      const { expected, secret: isSecret = false } = variable
      mistakes.push({ name, given: printable(variable, value), expected, isSecret })
    }
  }
  // What cannot be read is not missing besides.
  const missing = crossChecks(fields).filter(
    ({ name }) => !mistakes.some((mistake) => mistake.name === name),
  )
  return { fields, mistakes: [...mistakes, ...missing] }
}

/** All that is wrong with the environment, without throwing: for whoever examines it. */
export function findMistakes(env: Environment): readonly Mistake[] {
  return readFields(env).mistakes
}

/**
 * Parses the environment once. Every mistake is reported at once, each with the variable, what was
 * given (secrets excepted) and what is expected.
 *
 * @throws UserError listing all mistakes, one a line
 */
export function parseConfig(env: Environment): Config {
  const { fields, mistakes } = readFields(env)
  if (mistakes.length > 0) {
    const lines = mistakes.map(({ name, given, expected }) => {
      const found = given === undefined ? 'nothing given' : `given ${given}`
      return `${name}: ${found}; expected ${expected}`
    })
    throw new UserError(
      `The configuration has ${mistakes.length} mistake(s):\n  ${lines.join('\n  ')}`,
      {
        hint: 'Mend the variables above in the environment; .env.example explains each.',
      },
    )
  }
  return fields as unknown as Config
}

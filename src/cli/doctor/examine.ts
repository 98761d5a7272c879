import { join } from 'node:path'
import { connectionsOf, openDatabases, webhookUrl } from '../../app.ts'
import type { Clock } from '../../platform/clock.ts'
import { parseConfig, type Config } from '../../platform/config.ts'
import { messageOf, UserError } from '../../platform/errors.ts'
import { silentLogger } from '../../platform/logger.ts'
import { askRedis } from '../../platform/queue/index.ts'
import { askBot, type BotAnswer } from './ask-bot.ts'
import { lookAtDatabase } from './database-facts-store.ts'
import { judgeClock } from './judge-clock.ts'
import { judgeConfiguration, soundPart } from './judge-configuration.ts'
import { judgeDatabase, type DatabaseSight } from './judge-database.ts'
import { judgeMachine } from './judge-machine.ts'
import { judgeNetwork } from './judge-network.ts'
import { judgeRedis } from './judge-redis.ts'
import { judgeTelegram, type TelegramFacts } from './judge-telegram.ts'
import { measureDisk, readContent, tryFolder } from './look-at-machine.ts'
import { readProxy, type ProxySetting } from './read-proxy.ts'
import { checkOf, checks, found, type Check, type Finding } from './reasons.ts'

export interface ExamineOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  readonly dataDir: string
  readonly lessonsDir: string
  readonly nodeVersion: string
}

/** Elapsed milliseconds that Redis may take to answer. */
const REDIS_MS = 5000

/** Postgres before this one lacks what our migrations use. */
const OLDEST_POSTGRES = 15

/** Seconds for which we listen whether somebody else polls: those that do try again sooner. */
const LISTEN_S = 3

/** A name that no bot has: its refusal shows that a Bot API server is there. */
const NOBODY = '1:nobody'

/**
 * Examines everything that the bot needs, side by side where one does not need the other, and changes
 * nothing: no migration, no webhook, no folder is made or mended. An embedded Postgres that stands
 * still is started for it and stopped again.
 */
export async function examine(options: ExamineOptions): Promise<readonly Finding[]> {
  const { env } = options
  const { sound, broken } = soundPart(env)
  const config = parseConfig(sound)
  const context = { ...options, config, broken }
  const database = seeDatabase(context)
  const outside = await Promise.all([
    settle('database', async () =>
      judgeDatabase((await database).sight, {
        zone: config.timezone,
        needed: connectionsOf(config.redisUrl),
        oldest: OLDEST_POSTGRES,
      }),
    ),
    settle('redis', () => examineRedis(context)),
    settle('network', async () => {
      const { findings, aheadMs } = await examineTelegram(context, database)
      const { aheadMs: aheadOfDatabaseMs } = await database.catch(() => ({ aheadMs: undefined }))
      return [...findings, ...judgeClock({ aheadOfTelegramMs: aheadMs, aheadOfDatabaseMs })]
    }),
  ])
  // After what has time limits: reading all lessons gives nothing else a turn.
  const inside = await Promise.all([
    settle('configuration', () => Promise.resolve(judgeConfiguration(env))),
    settle('node', () => examineMachine(context)),
  ])
  const rank = ({ reason }: Finding): number => checks.indexOf(checkOf(reason))
  return [...outside, ...inside].flat().toSorted((a, b) => rank(a) - rank(b))
}

/** What nobody thought of is a finding too: the other examinations go on. */
async function settle(
  check: Check,
  work: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await work()
  } catch (error) {
    return [found('doctor/stumbled', { check, said: messageOf(error) })]
  }
}

async function examineMachine(context: Context): Promise<readonly Finding[]> {
  const { config, broken, clock, dataDir, lessonsDir, nodeVersion } = context
  const today = clock.now().toISOString().slice(0, 10)
  return judgeMachine({
    nodeVersion,
    folder: await tryFolder(dataDir),
    disk: await measureDisk(dataDir),
    content: await readContent(lessonsDir, today),
    isEmbedded: config.databaseUrl === undefined && !broken.has('DATABASE_URL'),
  })
}

interface Context extends ExamineOptions {
  readonly config: Config
  /** Variables that cannot be read. */
  readonly broken: ReadonlySet<string>
}

interface Seen {
  readonly sight: DatabaseSight
  /** By how much this machine's clock is ahead, in milliseconds. */
  readonly aheadMs: number | undefined
}

async function seeDatabase(context: Context): Promise<Seen> {
  const { config, broken, dataDir } = context
  if (broken.has('DATABASE_URL')) return { sight: { kind: 'malformed' }, aheadMs: undefined }
  if (config.databaseUrl !== undefined) return look(config.databaseUrl, context)
  try {
    // Loaded here alone: the image is built without it.
    const { findEmbedded } = await import('../../platform/embedded/index.ts')
    const embedded = await findEmbedded(join(dataDir, 'postgres'))
    if (embedded.kind === 'running') return await look(embedded.appUrl, context)
    if (embedded.kind === 'absent') return { sight: { kind: 'fresh' }, aheadMs: undefined }
    const started = await openDatabases({ config, dataDir, log: silentLogger })
    try {
      return await look(started.appUrl, context)
    } finally {
      await started.stop()
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const said = error.hint === undefined ? error.message : `${error.message}. ${error.hint}`
    return { sight: { kind: 'embeddedFailed', said }, aheadMs: undefined }
  }
}

async function look(url: string, { config, clock }: Context): Promise<Seen> {
  const sight = await lookAtDatabase({ url, zone: config.timezone, botId: botIdOf(config) })
  const aheadMs = sight.kind === 'open' ? clock.now().getTime() - sight.facts.clockMs : undefined
  return { sight, aheadMs }
}

async function examineRedis({ config, broken }: Context): Promise<readonly Finding[]> {
  const isMalformed = broken.has('REDIS_URL')
  const { redisUrl } = config
  if (redisUrl === undefined) return judgeRedis({ at: undefined, isMalformed, answer: undefined })
  const { hostname, port } = new URL(redisUrl)
  return judgeRedis({
    at: { host: hostname, port: Number(port || 6379) },
    isMalformed,
    answer: await askRedis(redisUrl, REDIS_MS),
  })
}

async function examineTelegram(
  context: Context,
  database: Promise<Seen>,
): Promise<{ findings: readonly Finding[]; aheadMs: number | undefined }> {
  const { config, broken, clock, env } = context
  const apiRoot = broken.has('TELEGRAM_API_ROOT') ? undefined : config.telegramApiRoot
  const proxy = readProxy(env, config.telegramApiRoot)
  const ask = asker(config, apiRoot, proxy)
  const me = await ask('getMe')
  const askedAt = clock.now().getTime()
  const answers = me?.kind === 'answer' && me.ok && config.botToken !== undefined
  const webhook = answers ? await ask('getWebhookInfo') : undefined
  const { sight } = await database.catch(() => ({ sight: undefined }))
  const facts: TelegramFacts = {
    token: broken.has('BOT_TOKEN')
      ? 'malformed'
      : config.botToken === undefined
        ? 'missing'
        : 'there',
    webhookUrl: webhookUrlOf(config),
    isTelegram: new URL(config.telegramApiRoot).protocol === 'https:',
    me,
    webhook,
    isOursPolling: sight?.kind === 'open' && sight.facts.isOursPolling,
    polling: undefined,
    now: clock.now(),
  }
  const polling = mayListen(facts) ? await ask('getUpdates') : undefined
  const date = me?.kind === 'answer' ? me.date : undefined
  return {
    findings: [
      ...judgeNetwork({ apiRoot, proxy, answer: me }),
      ...judgeTelegram({ ...facts, polling }),
    ],
    // The header is cut to the second: on average it is half a second older.
    aheadMs: date === undefined ? undefined : askedAt - date.getTime() - 500,
  }
}

/** Who listens ends the waiting call of whoever polls: ours is left alone, and so is a webhook's bot. */
function mayListen({ webhookUrl, webhook, isOursPolling }: TelegramFacts): boolean {
  if (webhookUrl !== undefined || isOursPolling || webhook?.kind !== 'answer') return false
  const info = webhook.result
  return typeof info === 'object' && info !== null && 'url' in info && info.url === ''
}

function asker(config: Config, apiRoot: string | undefined, proxy: ProxySetting) {
  return async (
    method: 'getMe' | 'getWebhookInfo' | 'getUpdates',
  ): Promise<BotAnswer | undefined> => {
    if (apiRoot === undefined || proxy.kind === 'malformed' || proxy.kind === 'scheme')
      return undefined
    return askBot({
      apiRoot,
      token: config.botToken ?? NOBODY,
      method,
      ...(proxy.kind === 'proxy' ? { proxy: proxy.proxy } : {}),
      // Without an offset nothing is confirmed: whoever polls gets it all the same.
      ...(method === 'getUpdates'
        ? { parameters: { limit: 1, timeout: LISTEN_S }, heldMs: LISTEN_S * 1000 }
        : {}),
    })
  }
}

function webhookUrlOf({ publicUrl, webhookSecret }: Config): string | undefined {
  if (publicUrl === undefined || webhookSecret === undefined) return undefined
  return webhookUrl(publicUrl)
}

function botIdOf({ botToken }: Config): number | undefined {
  return botToken === undefined ? undefined : Number(botToken.split(':', 1)[0])
}

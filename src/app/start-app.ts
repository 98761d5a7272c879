import { randomBytes } from 'node:crypto'
import { createAnnouncer, earliestScheduled } from '../announcements/index.ts'
import {
  createHandler,
  createRender,
  lockInvitesOf,
  loadTexts,
  profileCalls,
} from '../bot/index.ts'
import { checkCode, createPrinter } from '../certificates/index.ts'
import type { Catalogue, Reloaded } from '../content/index.ts'
import { earliestDue, storeCalendar } from '../learning/index.ts'
import {
  createFeeder,
  createInboxRunner,
  createSender,
  earliestHeld,
  feedAgain,
  describeUpdate,
  forgetWorker,
  areLedgersIdle,
  limitsOf,
  preparePace,
  reconcile,
  storeUpdates,
  type ReceivedUpdate,
  type RecordDependencies,
} from '../messaging/index.ts'
import { firstNudgeAt } from '../nudges/index.ts'
import { grantAdmins } from '../people/index.ts'
import { maskUpdate } from '../privacy/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { holdSignOfLife, type Db } from '../platform/db/index.ts'
import { messageOf, UserError } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import { openQueues } from '../platform/queue/index.ts'
import { createTelegram, identify } from '../platform/telegram/index.ts'
import { openInfrastructure, type Infrastructure } from './infrastructure.ts'
import { keepScheduled } from './keep-scheduled.ts'
import { holdCatalogue } from './live-catalogue.ts'
import { loadLessons } from './load-lessons.ts'
import { keepNip } from './keep-nip.ts'
import { receiveUpdates } from './receive-updates.ts'
import { createLessonReloads } from './reload-lessons.ts'
import { sweep, type SweepDependencies } from './sweeps.ts'
import { tellEnded } from './tell-ended.ts'
import { watchLessons } from './watch-lessons.ts'
import { startWeb } from '../web/index.ts'

export interface AppOptions {
  readonly config: Config
  readonly clock: Clock
  readonly log: Logger
  /** Where an embedded Postgres keeps its data. */
  readonly dataDir: string
  /** The folder with the lessons. */
  readonly lessonsDir: string
  /** Takes up the lessons whenever their files change: for whoever writes them. */
  readonly watchLessons?: boolean
  /** Ends a start that waits, e.g. for a Telegram that cannot be reached. */
  readonly signal?: AbortSignal
  /** Elapsed milliseconds between two messages to one chat; Telegram's own pace by default. */
  readonly chatGapMs?: number
  /** Elapsed milliseconds between two looks at what has become due. */
  readonly tickMs?: number
  /** People whose updates are handled side by side. */
  readonly handlers?: number
  readonly queuePrefix?: string
  readonly postgresSettings?: Readonly<Record<string, string>>
}

export interface App {
  readonly db: Db
  readonly botUsername: string
  readonly ownerUrl: string
  readonly queueKind: 'redis' | 'postgres'
  readonly webPort: number
  /** The lessons as they are taught now. */
  readonly catalogue: () => Catalogue
  /** Everything that time alone brings about, once; for a clock that is moved by hand. */
  tick(): Promise<void>
  /** The next civil moment at which anything is due. */
  nextDueAt(): Promise<Date | undefined>
  /** Nothing received is unhandled, and nothing due is unsent. */
  isIdle(): Promise<boolean>
  /** Takes up the lessons as they stand in the folder, whole or not at all; for a signal. */
  reloadLessons(): Promise<Reloaded>
  /** Ends what is in flight, begins nothing new, and stops the embedded parts last. */
  stop(): Promise<void>
}

/** Telegram's own pace: about one message a second to one chat. */
const CHAT_GAP_MS = 1000
const TICK_MS = 5000
const HANDLERS = 4

/** Jobs side by side in one worker: enough to hide Telegram's latency, little enough to stop soon. */
const CONCURRENCY = { outbox: 4, ticks: 1 }

/**
 * The composition root: parses nothing, reads no environment, and wires every part to the others.
 * `start`, tests and the demo use this same one.
 *
 * @throws UserError for what a person can mend: token, database, Redis, port, lessons
 */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, log } = options
  if (config.botToken === undefined) {
    throw new UserError('BOT_TOKEN is not set: there is no bot to run.', {
      hint: 'Get a token from @BotFather and set BOT_TOKEN; or try everything without one: npm run demo',
    })
  }
  const catalogue = await loadLessons(options.lessonsDir)
  const infrastructure = await openInfrastructure(options)
  const closing: (() => Promise<void>)[] = [() => closeInfrastructure(infrastructure)]
  try {
    return await wire(options, config.botToken, catalogue, infrastructure, closing)
  } catch (error) {
    await closeAll(closing, log)
    throw error
  }
}

async function closeInfrastructure({ database, queues, databases }: Infrastructure): Promise<void> {
  await queues.close()
  await database.close()
  await databases.stop()
}

/** Closes in the opposite order of opening; one that fails does not keep the others open. */
async function closeAll(closing: readonly (() => Promise<void>)[], log: Logger): Promise<void> {
  for (const close of closing.toReversed()) {
    await close().catch((error: unknown) => {
      log.error({ err: error }, 'closing')
    })
  }
}

async function wire(
  options: AppOptions,
  token: string,
  catalogue: Catalogue,
  infrastructure: Infrastructure,
  closing: (() => Promise<void>)[],
): Promise<App> {
  const { config, clock, log } = options
  const { db } = infrastructure.database
  const { ownerUrl, appUrl } = infrastructure.databases
  const texts = loadTexts()
  const telegram = createTelegram({ token, apiRoot: config.telegramApiRoot })
  const { botId } = telegram
  const botInfo = await identify(telegram, log, options.signal ?? new AbortController().signal)
  const lessons = await holdCatalogue(catalogue, { db, clock, folder: options.lessonsDir })
  const live = lessons.current
  await storeCalendar(db)
  await preparePace(db, botId)
  await grantAdmins(db, config.adminIds, clock.now())

  const worker = `w-${randomBytes(6).toString('hex')}`
  const signOfLife = await holdSignOfLife(appUrl, worker, log)
  closing.push(() => signOfLife.stop())
  closing.push(() => forgetWorker(db, worker))

  const recording: RecordDependencies = {
    db,
    clock,
    botId,
    worker,
    chatGapMs: options.chatGapMs ?? CHAT_GAP_MS,
    onEnded: tellEnded(live, clock),
    onReady: () => {
      feeder.wake()
    },
  }
  const render = createRender({
    db,
    clock,
    texts,
    catalogue: live,
    botUsername: botInfo.username,
    locale: config.locale,
    printer: createPrinter({ ...config, botUsername: botInfo.username }),
    timezone: config.timezone,
    sendRate: config.sendRate,
    log,
  })
  const sender = createSender({
    ...recording,
    telegram,
    render,
    limits: limitsOf(config.sendRate),
    log,
  })
  const queues = openQueues(infrastructure.queues, log)
  const feeder = createFeeder({ db, clock, queues, sendRate: config.sendRate, log })
  const announcer = createAnnouncer({
    db,
    clock,
    log,
    sendReplies: (rows) => sender.reply(rows),
    onWritten: () => {
      feeder.wake()
    },
  })
  const reloads = createLessonReloads({
    db,
    clock,
    live: lessons,
    log,
    onWritten: () => {
      feeder.wake()
    },
  })
  const sweeping: SweepDependencies = { db, clock, catalogue: live, recording }
  const tick = async (): Promise<void> => {
    await sweep(sweeping)
    await announcer.round()
    feeder.wake()
  }

  const inbox = createInboxRunner({
    db,
    clock,
    botId,
    handle: createHandler({
      token,
      botInfo,
      api: telegram.api,
      log,
      deps: {
        clock,
        texts,
        catalogue: live,
        botUsername: botInfo.username,
        adminIds: config.adminIds,
        timezone: config.timezone,
        locale: config.locale,
        dataSecret: config.dataSecret,
        firstNudgeAt,
        reloadLessons: reloads.askedBy,
        wakeAnnouncer: () => {
          announcer.wake()
          return Promise.resolve()
        },
      },
    }),
    prepare: lockInvitesOf,
    sendReplies: (rows) => sender.reply(rows),
    log,
    concurrency: options.handlers ?? HANDLERS,
  })
  const receive = async (updates: readonly unknown[]): Promise<void> => {
    // Before anything is written: what a person typed about a person is stored nowhere.
    const masked = updates.map((update) => keepNip(update, maskUpdate(update), config.dataSecret))
    const described = masked.map(describeUpdate).filter((update) => update !== undefined)
    await storeUpdates(db, botId, described satisfies ReceivedUpdate[], clock.now())
    inbox.wake()
  }

  // What a killed process left in flight is settled before anything new begins.
  while ((await reconcile(recording)) > 0);
  const web = await startWeb({
    host: config.host,
    port: config.port,
    webhookSecret: config.webhookSecret,
    receive: (update) => receive([update]),
    onRefused: (error) => {
      log.error({ error: messageOf(error) }, 'an update was not stored; Telegram brings it again')
    },
    checkCertificate: (code) => checkCode(db, code, config.timezone),
    locale: config.locale,
    ready: async () => {
      await areLedgersIdle(db, clock.now())
    },
  })
  closing.push(() => web.close())
  // What stays in the queue need not wait there for its hold to run out.
  closing.push(() => feedAgain(db))
  closing.push(() => queues.close())
  closing.push(() => sender.stop())
  await queues.work(
    {
      send: async ({ rows }) => {
        await sender.send(rows)
        feeder.wake()
      },
      reply: ({ rows }) => sender.reply(rows),
      tick,
    },
    CONCURRENCY,
  )
  feeder.start()
  closing.push(() => feeder.stop())
  announcer.start()
  closing.push(() => announcer.stop())
  inbox.start()
  closing.push(() => inbox.stop())
  for (const call of profileCalls(texts)) {
    const outcome = await telegram.call(call)
    if (outcome.kind !== 'ok') log.warn({ outcome, method: call.method }, 'profile not set')
  }
  const receiving = await receiveUpdates({ config, log, telegram, store: receive })
  closing.push(() => receiving.stop())
  const scheduling = keepScheduled(queues, options.tickMs ?? TICK_MS, log)
  closing.push(() => scheduling.stop())
  if (options.watchLessons === true) {
    const onChange = () => reloads.prompted('files')
    const watching = watchLessons({ folder: options.lessonsDir, log, onChange })
    closing.push(() => watching.stop())
  }

  return {
    db,
    botUsername: botInfo.username,
    ownerUrl,
    queueKind: queues.kind,
    webPort: web.port,
    catalogue: live,
    tick,
    nextDueAt: async () => {
      const moments = [
        await earliestDue(db),
        await earliestHeld(db, clock.now()),
        await earliestScheduled(db),
      ]
      return moments.filter((moment) => moment !== undefined).toSorted((a, b) => +a - +b)[0]
    },
    isIdle: () => areLedgersIdle(db, clock.now()),
    reloadLessons: () => reloads.prompted('signal'),
    stop: () => closeAll(closing, log),
  }
}

import type { Catalogue, Reloaded } from '../content/index.ts'
import { areLedgersIdle, reconcile } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { UserError } from '../platform/errors.ts'
import { openQueues } from '../platform/queue/index.ts'
import type { AppOptions } from './app-options.ts'
import { createClosing } from './closing.ts'
import { openInfrastructure, type Infrastructure } from './infrastructure.ts'
import { keepBackups } from './keep-backups.ts'
import { keepItemFigures } from './keep-item-figures.ts'
import { loadLessons } from './load-lessons.ts'
import { feedFiles } from './feed-files.ts'
import { nextDueAt } from './next-due.ts'
import { readProgram } from './program.ts'
import { createReceive } from './receive.ts'
import { announceWebhook } from './receive-updates.ts'
import { createReplanAfter } from './replan-after.ts'
import { roles, type Role } from './roles.ts'
import { sweep } from './sweeps.ts'
import { createSystemStatus } from './system-status.ts'
import { createWatching } from './watching/create-watching.ts'
import { watchLessons } from './watch-lessons.ts'
import { wireHealth } from './wire-health.ts'
import { wireBot } from './wire-bot.ts'
import { wireSending } from './wire-sending.ts'
import { wireShared, type Shared } from './wire-shared.ts'
import { wireWeb } from './wire-web.ts'
import { wireWorker } from './wire-worker.ts'

export interface App {
  readonly db: Db
  readonly botUsername: string
  readonly ownerUrl: string
  readonly queueKind: 'redis' | 'postgres'
  /** Undefined where this process serves no pages. */
  readonly webPort: number | undefined
  /** Where it says how it is: the port of the pages, or one of its own where that was wished. */
  readonly healthPort: number | undefined
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
  /** What has not ended yet, in words: for whoever gives up waiting for `stop`. */
  leftOpen(): readonly string[]
}

/**
 * The composition root: parses nothing, reads no environment, and wires every part to the others.
 * `start`, tests and the demo use this same one. Which parts there are goes by the roles; what each
 * owns is said where it is wired (`wire-*.ts`).
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
  const only = options.only ?? roles
  if (config.databaseUrl === undefined && only.length < roles.length) {
    throw new UserError(
      `DATABASE_URL is not set, and the embedded Postgres belongs to one process: it cannot be shared by processes that do only a part (${only.join(', ')}).`,
      { hint: 'Set DATABASE_URL to a Postgres that all of them reach, or start without --only.' },
    )
  }
  const catalogue = options.catalogue ?? (await loadLessons(options.lessonsDir))
  const infrastructure = await openInfrastructure({
    ...options,
    usesQueues: only.includes('worker'),
  })
  const closing = createClosing(log)
  closing.add('database and queues', () => closeInfrastructure(infrastructure))
  try {
    const parts = { infrastructure, closing }
    const shared = await wireShared(options, config.botToken, catalogue, parts)
    return await wire(shared, new Set(only))
  } catch (error) {
    await closing.closeAll()
    throw error
  }
}

async function closeInfrastructure(opened: Infrastructure): Promise<void> {
  const { database, intake, queues, databases } = opened
  await queues.close()
  await intake.close()
  await database.close()
  await databases.stop()
}

/** Begins what the roles ask for, so that whatever hands on begins after whoever takes. */
async function wire(shared: Shared, does: ReadonlySet<Role>): Promise<App> {
  const { db, clock, log, closing, live, infrastructure } = shared
  const queues = openQueues(infrastructure.queues, log, shared.counts.job)
  // A worker ends its jobs before what they need; others have only looked.
  if (!does.has('worker')) closing.add('queues', () => queues.close())
  const systemStatus = await createSystemStatus(shared, queues)
  const health = await createWatching(shared, queues, does)
  const sending =
    does.has('bot') || does.has('worker') ? await wireSending(shared, systemStatus) : undefined
  const { appUrl } = infrastructure.databases
  const itemFigures = keepItemFigures({ db, appUrl, clock, log })
  closing.add('analysis of questions', () => itemFigures.stop())
  const backups = keepBackups({
    db,
    appUrl,
    config: shared.config,
    program: (await readProgram()).version,
    clock,
    log,
    onWritten: shared.toSend.ring,
  })
  closing.add('backup', () => backups.stop())
  const replan = createReplanAfter(shared)
  const tick = async (): Promise<void> => {
    if (sending === undefined) return
    const { recording, forgetMessages, keepPeriods } = sending
    const { noticeVersion } = shared
    const random = shared.options.random ?? Math.random
    const keeping = { forgetMessages, keepPeriods, noticeVersion }
    try {
      await sweep({ db, clock, catalogue: live, recording, replan, ...keeping, random })
      await sending.announcer.round()
      await feedFiles(db, queues)
    } finally {
      // What failed comes again with the next tick; these wait for none of it, the backup least of all.
      shared.toSend.ring()
      itemFigures.look()
      backups.look()
    }
  }
  const receive = createReceive(shared)
  // What a killed process left in flight is settled before anything new begins.
  if (sending !== undefined) {
    while ((await reconcile(sending.recording)) > 0);
    sending.announcer.start()
  }
  const webPort = does.has('web') ? await wireWeb(shared, receive, health, systemStatus) : undefined
  const healthPort = webPort ?? (await wireHealth(shared, health))
  const schedule =
    sending !== undefined && does.has('worker')
      ? await wireWorker(shared, sending, queues, tick)
      : undefined
  if (sending !== undefined && does.has('bot')) await wireBot(shared, sending, receive, queues)
  if (does.has('web')) await announceWebhook(shared)
  schedule?.()
  watchIfWished(shared)
  return {
    db,
    botUsername: shared.botInfo.username,
    ownerUrl: infrastructure.databases.ownerUrl,
    queueKind: infrastructure.queues.kind,
    webPort,
    healthPort,
    catalogue: live,
    tick,
    nextDueAt: () => nextDueAt(db, clock.now()),
    isIdle: () => areLedgersIdle(db, clock.now()),
    reloadLessons: () => shared.reloads.prompted('signal'),
    stop: () => closing.closeAll(),
    leftOpen: () => closing.open(),
  }
}

function watchIfWished({ options, reloads, log, closing }: Shared): void {
  if (options.watchLessons !== true) return
  const onChange = () => reloads.prompted('files')
  const watching = watchLessons({ folder: options.lessonsDir, log, onChange })
  closing.add('watch on the lessons', () => watching.stop())
}

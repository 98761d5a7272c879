import { randomBytes } from 'node:crypto'
import { createAnnouncer, type Announcer } from '../announcements/index.ts'
import type { SystemStatus } from '../reports/index.ts'
import { createRender } from '../bot/index.ts'
import { createPrinter } from '../certificates/index.ts'
import {
  createRetention,
  createSender,
  forgetWorker,
  limitsOf,
  registerWorker,
  type ForgetMessages,
  type GaitLimits,
  type RecordDependencies,
  type Sender,
} from '../messaging/index.ts'
import { createKeepPeriods, type KeepPeriods } from '../rights/index.ts'
import { holdSignOfLife } from '../platform/db/index.ts'
import { messageOf } from '../platform/errors.ts'
import { BACKUP_STATE } from './keep-backups.ts'
import { neededMessages } from './needed-messages-store.ts'
import { LESSONS_RELOADED } from './reload-lessons.ts'
import { tellEnded } from './tell-ended.ts'
import type { Shared } from './wire-shared.ts'

/** Telegram's own pace: about one message a second to one chat. */
const CHAT_GAP_MS = 1000

export interface Sending {
  readonly sender: Sender
  readonly recording: RecordDependencies
  readonly limits: GaitLimits
  /** Deletes a batch of old rows that nobody needs any more. */
  readonly forgetMessages: ForgetMessages
  /** Erases whoever has been kept for as long as is said. */
  readonly keepPeriods: KeepPeriods
  /** Brings announcements on; several processes may. */
  readonly announcer: Announcer
}

/**
 * Owns this process's part in the outbox: its name in leases, its sign of life, and the sender. A
 * worker sends all; a bot has one as well, so that a reply goes out right after its commit whether a
 * worker runs or not. Leases keep the two apart.
 */
export async function wireSending(
  shared: Shared,
  systemStatus: () => Promise<SystemStatus>,
): Promise<Sending> {
  const { options, config, db, clock, log, closing, texts, live, botInfo } = shared
  const worker = `w-${randomBytes(6).toString('hex')}`
  const signOfLife = await holdSignOfLife({
    url: shared.infrastructure.databases.appUrl,
    worker,
    log,
    onHeld: () => registerWorker(db, worker, clock.now()),
  })
  closing.add('sign of life', () => signOfLife.stop())
  closing.add('name of the worker', () => forgetWorker(db, worker))
  const recording: RecordDependencies = {
    db,
    clock,
    botId: shared.botId,
    tokenMark: shared.telegram.tokenMark,
    worker,
    chatGapMs: options.chatGapMs ?? CHAT_GAP_MS,
    onEnded: tellEnded(live, clock),
    onUntold: (error, ended) => {
      const rows = ended.map(({ id, kind }) => `${id} ${kind}`)
      log.error({ error: messageOf(error), rows }, 'nobody could be told how these messages ended')
    },
    onReady: shared.toSend.ring,
    onSettled: shared.counts.ended,
  }
  const limits = limitsOf(config.sendRate)
  const render = createRender({
    db,
    clock,
    texts,
    catalogue: live,
    botUsername: botInfo.username,
    locale: config.locale,
    printer: createPrinter({ ...config, botUsername: botInfo.username }),
    timezone: config.timezone,
    sendRate: limits.bulkPerSecond,
    pageUrl: shared.pageLinks.urlOf,
    systemStatus,
    publicUrl: config.publicUrl,
    dataSecret: config.dataSecret,
    noticeVersion: shared.noticeVersion,
    retention: { withdrawn: config.retentionWithdrawnDays },
    log,
  })
  const { telegram } = shared
  const sender = createSender({
    ...recording,
    telegram,
    render,
    limits,
    onCalled: (outcome, ms) => {
      shared.counts.called(outcome, ms / 1000)
    },
    log,
  })
  closing.add('messages in flight', () => sender.stop())
  const forgetMessages = createRetention({
    db,
    clock,
    lastToldKinds: [LESSONS_RELOADED, BACKUP_STATE],
    needed: neededMessages,
    keptDays: config.retentionMessagesDays,
    strangerDays: config.retentionStrangerDays,
  })
  const keepPeriods = createKeepPeriods({
    db,
    clock,
    periods: {
      withdrawn: config.retentionWithdrawnDays,
      away: config.retentionAwayDays,
      stranger: config.retentionStrangerDays,
      removal: config.retentionRemovalDays,
    },
  })
  const announcer = createAnnouncer({
    db,
    clock,
    log,
    sendReplies: (rows) => sender.reply(rows),
    onWritten: shared.toSend.ring,
  })
  closing.add('announcements', () => announcer.stop())
  return { recording, limits, sender, forgetMessages, keepPeriods, announcer }
}

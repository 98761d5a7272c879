import type { Queues } from '../platform/queue/index.ts'
import { createImportDays, MOST_DAY_BYTES } from './import-days.ts'
import { createReplanAfter } from './replan-after.ts'
import { createDropParked } from './drop-parked.ts'
import { createHandler, lockInvitesOf, profileCalls, VOTE } from '../bot/index.ts'
import { createInboxRunner } from '../messaging/index.ts'
import { firstNudgeAt } from '../nudges/index.ts'
import type { Receive } from './receive.ts'
import { receiveUpdates } from './receive-updates.ts'
import type { Sending } from './wire-sending.ts'
import type { Shared } from './wire-shared.ts'

/** Transactions side by side, in which updates are handled one after the other. */
const HANDLERS = 4

/** Updates of one such transaction. */
const BATCH = 16

/** Votes are graded together: many in a transaction, and two so that one works while one commits. */
const VOTES = { only: [VOTE], batch: 128, concurrency: 2 }

/**
 * Owns the inbox: handles what any process has stored there, sends the replies, and receives updates
 * by polling where no webhook is set (one process at a time; the others stand by).
 */
export async function wireBot(
  shared: Shared,
  { sender, announcer }: Sending,
  receive: Receive,
  queues: Queues,
): Promise<void> {
  const { options, config, db, clock, log, closing, telegram, botInfo, toHandle, botId } = shared
  const replan = createReplanAfter(shared)
  const inbox = createInboxRunner({
    db,
    clock,
    botId,
    handle: createHandler({
      botInfo,
      api: telegram.api,
      log,
      token: config.botToken ?? '',
      deps: {
        clock,
        texts: shared.texts,
        catalogue: shared.live,
        botUsername: botInfo.username,
        adminIds: config.adminIds,
        timezone: config.timezone,
        locale: config.locale,
        dataSecret: config.dataSecret,
        noticeVersion: shared.noticeVersion,
        firstNudgeAt,
        reloadLessons: shared.reloads.askedBy,
        replan,
        importDays: createImportDays({
          ...shared,
          replan,
          onWritten: shared.toSend.ring,
          download: (fileId) => telegram.download(fileId, MOST_DAY_BYTES),
        }),
        makePageLink: shared.pageLinks.make,
        dropParked: createDropParked({ ...shared, queues, onWritten: shared.toSend.ring }),
        wakeAnnouncer: () => {
          announcer.wake()
          return Promise.resolve()
        },
        // What the queue does not take now, the next tick brings.
        wakeExchange: ({ kind, id }) => queues.add(kind, [{ id }]),
      },
    }),
    prepare: lockInvitesOf,
    sendReplies: (rows) => sender.reply(rows),
    onSettled: shared.counts.settled,
    log,
    lanes: [VOTES, { except: VOTES.only, batch: BATCH, concurrency: options.handlers ?? HANDLERS }],
  })
  toHandle.listen(() => {
    inbox.wake()
  })
  inbox.start()
  closing.add('inbox', () => inbox.stop())
  for (const call of profileCalls(shared.texts)) {
    const outcome = await telegram.call(call)
    if (outcome.kind !== 'ok') log.warn({ outcome, method: call.method }, 'profile not set')
  }
  const receiving = receiveUpdates(shared, receive)
  closing.add('receiving', () => receiving.stop())
}

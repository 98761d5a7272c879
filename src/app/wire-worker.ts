import { createMeanings, createNarrowings } from '../bot/index.ts'
import { createExporter, createImporter } from '../exchange/index.ts'
import { createFeeder, feedAgain } from '../messaging/index.ts'
import type { Queues } from '../platform/queue/index.ts'
import { keepScheduled } from './keep-scheduled.ts'
import type { Sending } from './wire-sending.ts'
import type { Shared } from './wire-shared.ts'

const TICK_MS = 5000

/** Jobs side by side in one worker: enough to hide Telegram's latency, little enough to stop soon. */
const CONCURRENCY = { outbox: 4, ticks: 1, files: 1 }

/**
 * Owns the queues: takes up their jobs, keeps them filled from Postgres, and keeps the tick in them.
 * The first to begin and, but for what receives, the last to end.
 *
 * @returns begins the schedule, once all else is there
 */
export async function wireWorker(
  { options, config, db, clock, log, closing, toSend, botId, botInfo, telegram, texts }: Shared,
  { sender, limits }: Sending,
  queues: Queues,
  tick: () => Promise<void>,
): Promise<() => void> {
  const feeder = createFeeder({ db, clock, botId, queues, sendRate: limits.bulkPerSecond, log })
  const exporter = createExporter({
    db,
    clock,
    log,
    timezone: config.timezone,
    dataSecret: config.dataSecret,
    home: config.publicUrl?.replace(/\/$/, '') ?? `https://t.me/${botInfo.username}`,
    hasAddress: config.publicUrl !== undefined,
    meaningOf: createMeanings(texts),
    narrowedTo: createNarrowings(texts),
    sendReplies: (rows) => sender.reply(rows),
    ...(options.mostSentBytes === undefined ? {} : { mostSent: options.mostSentBytes }),
  })
  const importer = createImporter({
    db,
    clock,
    log,
    dataSecret: config.dataSecret,
    download: (fileId, most) => telegram.download(fileId, most),
    sendReplies: (rows) => sender.reply(rows),
  })
  toSend.listen(() => {
    feeder.wake()
  })
  // What stays in the queue need not wait there for its hold to run out.
  closing.add('what was queued', () => feedAgain(db))
  closing.add('queues', () => queues.close())
  closing.add('messages in flight', () => sender.stop())
  await queues.work(
    {
      send: async ({ rows }) => {
        await sender.send(rows)
        feeder.wake()
      },
      reply: ({ rows }) => sender.reply(rows),
      import: ({ id }) => importer.run(id),
      export: ({ id }) => exporter.run(id),
      tick,
    },
    CONCURRENCY,
  )
  feeder.start()
  closing.add('feeder', () => feeder.stop())
  return () => {
    const scheduling = keepScheduled(queues, options.tickMs ?? TICK_MS, log)
    closing.add('schedule', () => scheduling.stop())
  }
}

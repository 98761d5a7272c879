import { parseArgs } from 'node:util'
import { readSending, type SendingState } from '../messaging/index.ts'
import { createLogger } from '../platform/logger.ts'
import {
  assertRedisAnswers,
  openQueues,
  postgresBackend,
  redisBackend,
  WORKERS,
  type Parked,
  type Queues,
} from '../platform/queue/index.ts'
import type { Db } from '../platform/db/index.ts'
import { auditShell } from './audit-shell.ts'
import type { CommandContext, Run } from './command.ts'
import { withStore } from './with-store.ts'

/** Jobs that are described; the rest is counted. */
const MOST_SHOWN = 20

/** How sending stands, and which jobs in our queues are none of ours. */
export const queueShow: Run = async (context) => {
  const json = wantsJson(context)
  const shown = await withQueues(context, async (queues, db) => ({
    queues: queues.kind,
    sending: await readSending(db),
    parked: await queues.parked(MOST_SHOWN),
  }))
  if (json) context.stdout(JSON.stringify(shown))
  else for (const line of describe(shown.sending, shown.parked)) context.stdout(line)
  return 0
}

/** Deletes the jobs that are none of ours. */
export const queueDrop: Run = async (context) => {
  const json = wantsJson(context)
  const dropped = await withQueues(context, async (queues, db) => {
    const count = await queues.dropParked()
    if (count > 0) await auditShell(db, 'queue.dropped', { details: { count } })
    return count
  })
  context.stdout(json ? JSON.stringify({ dropped }) : `Dropped ${dropped} parked job(s).`)
  return 0
}

function wantsJson({ args }: CommandContext): boolean {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
  })
  return values.json
}

function withQueues<T>(
  context: CommandContext,
  work: (queues: Queues, db: Db) => Promise<T>,
): Promise<T> {
  return withStore(context, async (db, config, appUrl) => {
    if (config.redisUrl !== undefined) await assertRedisAnswers(config.redisUrl)
    const backend =
      config.redisUrl === undefined
        ? postgresBackend(appUrl, WORKERS)
        : redisBackend(config.redisUrl)
    const queues = openQueues(backend, createLogger(config.logLevel))
    try {
      return await work(queues, db)
    } finally {
      await queues.close()
      await backend.close()
    }
  })
}

function describe(sending: readonly SendingState[], parked: Parked): string[] {
  const lines = sending.map(({ halted, pausedMs, foundRate }) => {
    if (halted !== null) {
      return `Sending is halted (${halted}): start with a token that works. Nothing is lost.`
    }
    const found = foundRate === null ? '' : `; the rate found is ${foundRate} a second`
    return pausedMs > 0
      ? `Bulk rests for ${Math.ceil(pausedMs / 1000)} s, as Telegram asked${found}.`
      : `Sending is on${found}.`
  })
  if (parked.count === 0) return [...lines, 'No parked jobs.']
  return [
    ...lines,
    `${parked.count} parked job(s), none of ours. Look whether another program uses the same queues; \`queue drop\` deletes them.`,
    ...parked.jobs.map(
      ({ queue, name, reason }) =>
        `  ${queue}  ${printable(name.slice(0, 80))}  ${printable(reason)}`,
    ),
  ]
}

/** What others wrote: nothing in it moves the cursor or colours a terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}')
}

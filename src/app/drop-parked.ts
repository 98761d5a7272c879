import { audit } from '../audit/index.ts'
import { civilDay } from '../learning/index.ts'
import { insertMessages } from '../messaging/index.ts'
import { findPeople } from '../people/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import type { Queues } from '../platform/queue/index.ts'

/** Whoever asked has moved on after an hour. */
const WORTH_MS = 3600_000

export interface DropDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
  readonly queues: Pick<Queues, 'dropParked'>
  /** Told that there is something to send. */
  readonly onWritten: () => void
}

/** Drops what is parked in the queues, keeps who wished it, and tells that person how many there were. */
export function createDropParked(dependencies: DropDependencies): (by: string) => Promise<void> {
  const { db, clock, log, queues, onWritten } = dependencies
  return async (by) => {
    const count = await queues.dropParked().catch((error: unknown) => {
      log.warn({ error: messageOf(error) }, 'parked jobs could not be dropped')
      return undefined
    })
    const now = clock.now()
    await db.transaction(async (tx) => {
      if (count !== undefined && count > 0) {
        await audit(tx, { action: 'queue.dropped', by, details: { count } }, now)
      }
      const person = (await findPeople(tx, [by])).get(by)
      if (person === undefined) return
      await insertMessages(
        tx,
        [
          {
            lane: 'reply',
            kind: 'queue-dropped',
            args: { count: count ?? null },
            personId: by,
            chatId: person.chatId,
            notAfter: new Date(now.getTime() + WORTH_MS),
            soundDay: civilDay(person.timezone, now),
          },
        ],
        { now },
      )
    })
    onWritten()
  }
}

import { sql } from 'drizzle-orm'
import { rowsOf } from '../../src/platform/db/index.ts'
import { tellEnded } from '../../src/app/tell-ended.ts'
import { recordResults } from '../../src/messaging/record.ts'
import type { PhoneMessage } from '../../src/simulator/index.ts'
import { readCatalogue } from './quiz.ts'
import type { World } from './world.ts'

/** The response to a row's first attempt at last, from a worker that was thought to be gone. */
export async function lateResponse(
  world: World,
  rowId: number,
  message: PhoneMessage | undefined,
): Promise<void> {
  const catalogue = await readCatalogue()
  const [row] = await rowsOf<{
    kind: string
    lane: 'reply'
    args: Record<string, unknown>
    person_id: string
    chat_id: string
    bundle_id: string
  }>(
    world.app.db,
    sql`select kind, lane, args, person_id, chat_id, bundle_id from outbox where id = ${rowId}`,
  )
  if (row === undefined || message?.poll === undefined) throw new Error('no such quiz')
  await recordResults(
    {
      db: world.app.db,
      clock: world.clock,
      botId: 123_456,
      worker: 'w-late',
      chatGapMs: 0,
      onEnded: tellEnded(() => catalogue, world.clock),
    },
    [
      {
        row: {
          id: rowId,
          attempt: 1,
          lane: row.lane,
          kind: row.kind,
          args: row.args,
          personId: row.person_id,
          chatId: Number(row.chat_id),
          bundleId: row.bundle_id,
          bundlePosition: 1,
          spent: 0,
          uncertainResends: 0,
          plain: false,
          soundDay: null,
          chatSoundDay: null,
        },
        outcome: 'ok',
        next: { to: 'sent' },
        messageId: message.id,
        pollId: message.poll.id,
        sounded: false,
        result: {
          message_id: message.id,
          poll: {
            id: message.poll.id,
            options: message.poll.options.map(({ text, persistentId }) => ({
              text,
              persistent_id: persistentId,
            })),
          },
        },
      },
    ],
  )
}

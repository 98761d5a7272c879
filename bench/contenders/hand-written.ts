/**
 * What people write: a row for each message, a BullMQ job for each row, and a worker that calls
 * grammY and then updates the row. The jobs stand in the queue when the clock starts.
 */
import { Queue, Worker } from 'bullmq'
import { Api } from 'grammy'
import { Redis } from 'ioredis'
import pg from 'pg'
import { z } from 'zod'
import { serve, settingsOf } from '../support/serve.ts'
import { TEXT } from '../support/text.ts'

const settings = settingsOf(
  z.object({
    token: z.string(),
    apiRoot: z.string(),
    databaseUrl: z.string(),
    redisUrl: z.string(),
    inFlight: z.number(),
  }),
)
/** As many connections as our app has. */
const pool = new pg.Pool({ connectionString: settings.databaseUrl, max: 12 })
await pool.query(`
  create table if not exists hand_written (
    id bigint generated always as identity primary key, chat_id bigint not null,
    state text not null default 'pending', message_id bigint, finished_at timestamptz)`)
const api = new Api(settings.token, { apiRoot: settings.apiRoot })
const connection = new Redis(settings.redisUrl, { maxRetriesPerRequest: null })
const queue = new Queue('sends', { connection, prefix: 'hand-written' })

const payload = z.object({ id: z.string(), chatId: z.number() })
const worker = new Worker(
  'sends',
  async ({ data }: { data: unknown }) => {
    const { id, chatId } = payload.parse(data)
    const message = await api.sendMessage(chatId, TEXT)
    await pool.query({
      name: 'sent',
      text: `update hand_written set state = 'sent', message_id = $2, finished_at = clock_timestamp()
        where id = $1`,
      values: [id, message.message_id],
    })
  },
  { connection, prefix: 'hand-written', concurrency: settings.inFlight, autorun: false },
)
const failures: Error[] = []
worker.on('failed', (_job, error) => failures.push(error))
let done = 0
let allDone: (() => void) | undefined
worker.on('completed', () => {
  done++
  allDone?.()
})
await queue.pause()
worker.run().catch((error: unknown) => {
  throw error
})
await worker.waitUntilReady()

async function round(first: number, count: number): Promise<number> {
  const { rows } = await pool.query<{ id: string; chat_id: string }>(
    `insert into hand_written (chat_id) select n from generate_series($1::bigint, $2::bigint) n
     returning id, chat_id`,
    [first, first + count - 1],
  )
  for (let start = 0; start < rows.length; start += 1000) {
    await queue.addBulk(
      rows.slice(start, start + 1000).map((row) => ({
        name: 'send',
        data: { id: row.id, chatId: Number(row.chat_id) },
        opts: { removeOnComplete: true },
      })),
    )
  }
  done = 0
  const finished = new Promise<void>((resolve, reject) => {
    allDone = () => {
      if (done === count) resolve()
    }
    worker.once('failed', (_job, error) => {
      reject(error)
    })
  })
  const started = performance.now()
  await queue.resume()
  await finished
  const ms = performance.now() - started
  await queue.pause()
  if (failures[0] !== undefined) throw failures[0]
  return ms
}

serve({
  answer: async ({ first, count }) => ({ ms: await round(Number(first), Number(count)) }),
  async close() {
    await worker.close()
    await queue.close()
    connection.disconnect()
    await pool.end()
  },
})

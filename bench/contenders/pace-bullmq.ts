/** BullMQ's own limiter before grammY; a 429 pauses the queue, as BullMQ's guide says. */
import { Queue, Worker } from 'bullmq'
import { Api, GrammyError } from 'grammy'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { serve, settingsOf } from '../support/serve.ts'
import { TEXT } from '../support/text.ts'

const settings = settingsOf(
  z.object({
    token: z.string(),
    apiRoot: z.string(),
    redisUrl: z.string(),
    perSecond: z.number(),
  }),
)
const api = new Api(settings.token, { apiRoot: settings.apiRoot })
const connection = new Redis(settings.redisUrl, { maxRetriesPerRequest: null })
const prefix = `pace-${settings.token.replaceAll(':', '-')}`
const queue = new Queue('sends', { connection, prefix })
const payload = z.object({ chatId: z.number() })
let done = 0
let onDone: (() => void) | undefined
const worker = new Worker(
  'sends',
  async ({ data }: { data: unknown }) => {
    try {
      await api.sendMessage(payload.parse(data).chatId, TEXT)
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 429) throw error
      await worker.rateLimit((error.parameters.retry_after ?? 1) * 1000)
      throw Worker.RateLimitError()
    }
  },
  {
    connection,
    prefix,
    concurrency: settings.perSecond,
    limiter: { max: settings.perSecond, duration: 1000 },
  },
)
worker.on('completed', () => {
  done++
  onDone?.()
})
await worker.waitUntilReady()

serve({
  async answer({ first, count }) {
    done = 0
    const finished = new Promise<void>((resolve, reject) => {
      onDone = () => {
        if (done === Number(count)) resolve()
      }
      worker.once('failed', (_job, error) => {
        reject(error)
      })
    })
    await queue.addBulk(
      Array.from({ length: Number(count) }, (_, i) => ({
        name: 'send',
        data: { chatId: Number(first) + i },
        opts: { removeOnComplete: true },
      })),
    )
    await finished
    return {}
  },
  async close() {
    await worker.close()
    await queue.close()
    connection.disconnect()
  },
})

/** grammY with @grammyjs/transformer-throttler as it comes; a call that was refused waits and is made again. */
import { apiThrottler } from '@grammyjs/transformer-throttler'
import { Api, GrammyError } from 'grammy'
import { z } from 'zod'
import { pause } from '../../src/platform/elapsed.ts'
import { serve, settingsOf } from '../support/serve.ts'
import { TEXT } from '../support/text.ts'

const { token, apiRoot } = settingsOf(z.object({ token: z.string(), apiRoot: z.string() }))
const api = new Api(token, { apiRoot })
api.config.use(apiThrottler())

async function send(chatId: number): Promise<void> {
  for (;;) {
    try {
      await api.sendMessage(chatId, TEXT)
      return
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 429) throw error
      await pause((error.parameters.retry_after ?? 1) * 1000)
    }
  }
}

serve({
  async answer({ first, count }) {
    await Promise.all(Array.from({ length: Number(count) }, (_, i) => send(Number(first) + i)))
    return {}
  },
  close: () => Promise.resolve(),
})

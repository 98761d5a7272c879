/** telegraf in a plain paced loop: send, wait a thirtieth of a second, send the next. */
import { Agent } from 'node:http'
import { Telegram, TelegramError } from 'telegraf'
import { z } from 'zod'
import { pause } from '../../src/platform/elapsed.ts'
import { serve, settingsOf } from '../support/serve.ts'
import { TEXT } from '../support/text.ts'

const { token, apiRoot, perSecond } = settingsOf(
  z.object({ token: z.string(), apiRoot: z.string(), perSecond: z.number() }),
)
const telegram = new Telegram(token, { apiRoot, agent: new Agent({ keepAlive: true }) })

async function send(chatId: number): Promise<void> {
  for (;;) {
    try {
      await telegram.sendMessage(chatId, TEXT)
      return
    } catch (error) {
      if (!(error instanceof TelegramError) || error.code !== 429) throw error
      await pause((error.parameters?.retry_after ?? 1) * 1000)
    }
  }
}

serve({
  async answer({ first, count }) {
    for (let i = 0; i < Number(count); i++) {
      await send(Number(first) + i)
      await pause(1000 / perSecond)
    }
    return {}
  },
  close: () => Promise.resolve(),
})

/** A telegraf bot that writes each answer of a quiz down and replies. */
import { Agent } from 'node:http'
import { Telegraf } from 'telegraf'
import { z } from 'zod'
import { FEEDBACK, openPeerQuiz } from '../support/peer-quiz.ts'
import { pollByHand } from '../support/poll-by-hand.ts'
import { serve, settingsOf } from '../support/serve.ts'

const { token, apiRoot, databaseUrl } = settingsOf(
  z.object({ token: z.string(), apiRoot: z.string(), databaseUrl: z.string() }),
)
const bot = new Telegraf(token, { telegram: { apiRoot, agent: new Agent({ keepAlive: true }) } })
const quiz = await openPeerQuiz(databaseUrl, async (chatId, question, options) => {
  const { poll } = await bot.telegram.sendQuiz(chatId, question, options, {
    correct_option_id: 0,
    is_anonymous: false,
  })
  return poll.id
})
bot.on('poll_answer', async (ctx) => {
  const { poll_id, option_ids, user } = ctx.pollAnswer
  if (user === undefined) return
  await quiz.answered(poll_id, user.id, option_ids[0] ?? -1)
  await ctx.telegram.sendMessage(user.id, FEEDBACK)
})
bot.botInfo = await bot.telegram.getMe()
const stop = pollByHand(`${apiRoot}/bot${token}`, (update) =>
  bot.handleUpdate(update as unknown as Parameters<typeof bot.handleUpdate>[0]),
)

serve({
  async answer({ first, count }) {
    await quiz.ask(Number(first), Number(count))
    return {}
  },
  async close() {
    await stop()
    await quiz.close()
  },
})

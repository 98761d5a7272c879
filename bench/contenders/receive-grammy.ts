/** A grammY bot that writes each answer of a quiz down and replies. */
import { Bot } from 'grammy'
import { z } from 'zod'
import { FEEDBACK, openPeerQuiz } from '../support/peer-quiz.ts'
import { pollByHand } from '../support/poll-by-hand.ts'
import { serve, settingsOf } from '../support/serve.ts'

const { token, apiRoot, databaseUrl } = settingsOf(
  z.object({ token: z.string(), apiRoot: z.string(), databaseUrl: z.string() }),
)
const bot = new Bot(token, { client: { apiRoot } })
const quiz = await openPeerQuiz(databaseUrl, async (chatId, question, options) => {
  const { poll } = await bot.api.sendPoll(chatId, question, options, {
    type: 'quiz',
    correct_option_ids: [0],
    is_anonymous: false,
  })
  return poll.id
})
bot.on('poll_answer', async (ctx) => {
  const { poll_id, option_ids, user } = ctx.pollAnswer
  if (user === undefined) return
  await quiz.answered(poll_id, user.id, option_ids[0] ?? -1)
  await ctx.api.sendMessage(user.id, FEEDBACK)
})
await bot.init()
const stop = pollByHand(`${apiRoot}/bot${token}`, (update) => bot.handleUpdate(update))

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

/**
 * The app as `npm start` runs it, every role in one process or those that are named; only that it may
 * send faster than SEND_RATE allows, and that its civil time begins where the bench says: a working
 * day.
 */
import { z } from 'zod'
import { roles, startApp } from '../../src/app.ts'
import { writeSetting } from '../../src/learning/index.ts'
import { parseConfig } from '../../src/platform/config.ts'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { serve, settingsOf } from '../support/serve.ts'

const settings = settingsOf(
  z.object({
    token: z.string(),
    apiRoot: z.string(),
    appUrl: z.string(),
    ownerUrl: z.string(),
    redisUrl: z.string().optional(),
    sendRate: z.number(),
    lessonsDir: z.string(),
    civilStart: z.string(),
    chatGapMs: z.number().optional(),
    only: z.array(z.enum(roles)).optional(),
  }),
)

const started = elapsedMs()
const clock = {
  now: () => new Date(Date.parse(settings.civilStart) + elapsedMs() - started),
}
const config = parseConfig({
  BOT_TOKEN: settings.token,
  TELEGRAM_API_ROOT: settings.apiRoot,
  DATABASE_URL: settings.appUrl,
  DATABASE_OWNER_URL: settings.ownerUrl,
  PORT: '0',
  ...(settings.redisUrl === undefined ? {} : { REDIS_URL: settings.redisUrl }),
})
const app = await startApp({
  config: { ...config, sendRate: settings.sendRate },
  clock,
  log: createLogger('error'),
  dataDir: '/nonexistent',
  lessonsDir: settings.lessonsDir,
  queuePrefix: new URL(settings.appUrl).pathname.slice(1),
  ...(settings.chatGapMs === undefined ? {} : { chatGapMs: settings.chatGapMs }),
  ...(settings.only === undefined ? {} : { only: settings.only }),
})
// A day's lesson and its quiz, and nothing that is asked beside them.
await writeSetting(app.db, 'assessment.asked', false, clock.now())
await writeSetting(app.db, 'confidence.asked', false, clock.now())

serve({
  async answer(order) {
    if (order['do'] !== 'tick') throw new Error(`no order "${order['do']}"`)
    await app.tick()
    return {}
  },
  close: () => app.stop(),
})

import type { ChildProcess } from 'node:child_process'
import { loadLessons, type Databases } from '../../app.ts'
import type { Catalogue } from '../../content/index.ts'
import { connectDatabase, type Db } from '../../platform/db/index.ts'
import { messageOf } from '../../platform/errors.ts'
import { LESSONS_DIR } from '../paths.ts'
import { createBot, type Bot } from './bot.ts'
import type { InteractiveParts } from './interactive-parts.ts'
import { DEMO_TOKEN, SEND_RATE, type Telegram } from './stage.ts'

/** The bot in its own process, and this one's own look at what both share. */
export interface RunningBot {
  readonly bot: Bot
  readonly db: Db
  readonly catalogue: () => Catalogue
  close(): Promise<void>
}

/** @throws UserError where the bot cannot begin */
export async function openBot(
  { options, log, onReload }: InteractiveParts,
  { clock, simulator }: Telegram,
  store: Databases,
  child: ChildProcess,
): Promise<RunningBot> {
  const loading = loadLessons(LESSONS_DIR)
  const opening = createBot(
    {
      settings: {
        token: DEMO_TOKEN,
        telegramApiRoot: simulator.url,
        databaseUrl: store.appUrl,
        databaseOwnerUrl: store.ownerUrl,
        dataDir: options.dataDir,
        watch: options.watch,
      },
      sendRate: SEND_RATE,
      clock,
      log,
      onLessons: () => {
        loadLessons(LESSONS_DIR).then(
          (anew) => {
            catalogue = anew
          },
          (error: unknown) => log.warn({ error: messageOf(error) }, 'the lessons changed'),
        )
      },
    },
    child,
  )
  // One that cannot begin says why by itself.
  const [bot, loaded] = await Promise.all([opening, loading])
  let catalogue = loaded
  onReload(() => bot.reload())
  const database = connectDatabase(store.appUrl, { max: 4, name: 'sedikit-demo' })
  return {
    bot,
    db: database.db,
    catalogue: () => catalogue,
    async close() {
      await bot.stop()
      await database.close()
    },
  }
}

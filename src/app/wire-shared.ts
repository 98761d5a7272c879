import type { UserFromGetMe } from 'grammy/types'
import { loadTexts, type Texts } from '../bot/index.ts'
import type { Catalogue } from '../content/index.ts'
import { storeCalendar } from '../learning/index.ts'
import { preparePace } from '../messaging/index.ts'
import { grantAdmins, NOTICE_VERSION } from '../people/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/db/index.ts'
import type { Logger } from '../platform/logger.ts'
import { createPageLinks, type PageLinks } from '../web/index.ts'
import { createTelegram, identify, type TelegramClient } from '../platform/telegram/index.ts'
import type { AppOptions } from './app-options.ts'
import { createBell, type Bell } from './bell.ts'
import type { Closing } from './closing.ts'
import type { Infrastructure } from './infrastructure.ts'
import { countReloads } from './follow-reloads.ts'
import { holdCatalogue, type LiveCatalogue } from './live-catalogue.ts'
import { compareClock, keepClock } from './watch-clock.ts'
import { createCounts, type Counts } from './watching/counts.ts'
import { createLessonReloads, type LessonReloads } from './reload-lessons.ts'

/** What every process has, whatever its roles. */
export interface Shared {
  readonly options: AppOptions
  readonly config: Config
  readonly clock: Clock
  readonly log: Logger
  readonly infrastructure: Infrastructure
  readonly db: Db
  readonly closing: Closing
  readonly telegram: TelegramClient
  readonly botId: number
  readonly botInfo: UserFromGetMe
  readonly texts: Texts
  readonly lessons: LiveCatalogue
  readonly live: () => Catalogue
  /** The version of the privacy notice that is asked for now. */
  readonly noticeVersion: number
  readonly reloads: LessonReloads
  /** Links out of the chat to the pages, whichever process serves them. */
  readonly pageLinks: PageLinks
  /** What is counted for whoever watches. */
  readonly counts: Counts
  /** There is something new to send. */
  readonly toSend: Bell
  /** There is something new in the inbox. */
  readonly toHandle: Bell
}

/**
 * Owns what every process has: who the bot is, the lessons, the texts, and what the database must
 * hold before anything is done (each of it may be written by any number of processes at once).
 *
 * @throws UserError when Telegram refuses the token, or when this machine's clock is wrong
 */
export async function wireShared(
  options: AppOptions,
  token: string,
  first: Catalogue,
  { infrastructure, closing }: { infrastructure: Infrastructure; closing: Closing },
): Promise<Shared> {
  const { config, clock, log } = options
  const { db } = infrastructure.database
  const telegram = createTelegram({ ...config, token, apiRoot: config.telegramApiRoot })
  const { botId } = telegram
  const ended = options.signal ?? new AbortController().signal
  const botInfo = await identify(telegram, log, ended)
  const { steady } = options
  if (steady !== undefined) {
    await compareClock(steady, { telegram, log, ended })
    const keeping = keepClock(steady, { telegram, log, everyMs: options.clockEveryMs })
    closing.add('clock', () => keeping.stop())
  }
  const lessons = await holdCatalogue(first, { db, clock, folder: options.lessonsDir })
  await storeCalendar(db)
  const halted = await preparePace(db, botId, telegram.tokenMark)
  if (halted !== null) log.warn({ reason: halted }, 'sending was halted until now, and goes on')
  await grantAdmins(db, config.adminIds, clock.now())
  const toSend = createBell()
  const count = await countReloads(db, log, options.reloadsEveryMs)
  const { tellOthers } = count
  const onWritten = toSend.ring
  const reloads = createLessonReloads({ db, clock, live: lessons, log, onWritten, tellOthers })
  const following = count.follow(() => reloads.prompted('another process'))
  closing.add('reloads of others', () => following.stop())
  return {
    options,
    config,
    clock,
    log,
    infrastructure,
    db,
    closing,
    telegram,
    botId,
    botInfo,
    texts: loadTexts(),
    lessons,
    live: lessons.current,
    noticeVersion: options.noticeVersion ?? NOTICE_VERSION,
    reloads,
    pageLinks: createPageLinks({ ...config, token }),
    counts: createCounts(),
    toSend,
    toHandle: createBell(),
  }
}

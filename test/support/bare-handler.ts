import { Api } from 'grammy'
import { createHandler, loadTexts } from '../../src/bot/index.ts'
import type { HandleUpdates } from '../../src/messaging/index.ts'
import { firstNudgeAt } from '../../src/nudges/index.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { silentLogger, type Logger } from '../../src/platform/logger.ts'
import { createPageLinks } from '../../src/web/index.ts'
import { readCatalogue } from './quiz.ts'

export const BOT_ID = 123_456

/** The bot's handler alone: what it writes is all that it does. */
export async function bareHandler(
  clock: Clock,
  { log = silentLogger, api = new Api('123456:demo') }: { log?: Logger; api?: Api } = {},
): Promise<HandleUpdates> {
  const catalogue = await readCatalogue()
  return createHandler({
    token: '123456:demo',
    botInfo: {
      id: BOT_ID,
      is_bot: true,
      first_name: 'Sedikit',
      username: 'sedikit_bot',
      can_join_groups: false,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      can_manage_bots: false,
      supports_join_request_queries: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
    },
    api,
    log,
    deps: {
      clock: clock,
      texts: loadTexts(),
      catalogue: () => catalogue,
      botUsername: 'sedikit_bot',
      adminIds: [],
      timezone: 'Asia/Makassar',
      locale: 'id',
      dataSecret: undefined,
      noticeVersion: 1,
      firstNudgeAt,
      reloadLessons: () => Promise.resolve(),
      makePageLink: createPageLinks({
        token: '123456:demo',
        publicUrl: undefined,
        host: '127.0.0.1',
        port: 80,
      }).make,
      replan: () => Promise.resolve(),
      importDays: () => Promise.resolve(),
      dropParked: () => Promise.resolve(),
      wakeAnnouncer: () => Promise.resolve(),
      wakeExchange: () => Promise.resolve(),
    },
  })
}

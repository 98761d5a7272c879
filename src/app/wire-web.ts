import { checkCode } from '../certificates/index.ts'
import type { Queues } from '../platform/queue/index.ts'
import type { SystemStatus } from '../reports/index.ts'
import { createSessionOf, readDashboardPage, startWeb } from '../web/index.ts'
import { fetchExport } from './fetch-export.ts'
import { countRefusals } from './count-refusals.ts'
import { readiness } from './readiness.ts'
import type { Receive } from './receive.ts'
import type { Shared } from './wire-shared.ts'

/**
 * Owns the port: the webhook, the health pages and the pages of certificates. What comes in is stored
 * and no more; whoever handles the inbox may be another process.
 *
 * @returns the port
 * @throws  UserError when it is taken
 */
export async function wireWeb(
  { config, db, clock, botId, log, closing, pageLinks, live }: Shared,
  receive: Receive,
  queues: Queues,
  systemStatus: () => Promise<SystemStatus>,
): Promise<number> {
  const session = {
    db,
    clock,
    token: config.botToken ?? '',
    secure: config.publicUrl?.startsWith('https://') === true,
  }
  const web = await startWeb({
    host: config.host,
    port: config.port,
    webhookSecret: config.webhookSecret,
    receive: (update) => receive([update]),
    onRefused: countRefusals(log),
    fetchExport: (token, use) =>
      fetchExport({ db, clock, log, timezone: config.timezone }, token, use),
    checkCertificate: (code) => checkCode(db, code, config.timezone),
    locale: config.locale,
    requestsPerMinute: config.requestsPerMinute,
    trustedProxies: config.trustedProxies,
    ready: () => readiness({ db, botId, queues }),
    session,
    sessionOf: createSessionOf(session),
    systemStatus,
    dashboard: {
      db,
      clock,
      log,
      catalogue: live,
      timezone: config.timezone,
      readPage: () => readDashboardPage(),
    },
  })
  closing.add('web server', () => web.close())
  pageLinks.servedOn(web.port)
  return web.port
}

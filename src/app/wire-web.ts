import { checkCode } from '../certificates/index.ts'
import type { SystemStatus } from '../reports/index.ts'
import { createSessionOf, readDashboardPage, startWeb, type Health } from '../web/index.ts'
import { fetchExport } from './fetch-export.ts'
import { countRefusals } from './count-refusals.ts'
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
  { config, db, clock, log, closing, pageLinks, live, counts }: Shared,
  receive: Receive,
  health: Health,
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
    onRefused: countRefusals(log, counts.refused),
    fetchExport: (token, use) =>
      fetchExport({ db, clock, log, timezone: config.timezone }, token, use),
    checkCertificate: (code) => checkCode(db, code, config.timezone),
    locale: config.locale,
    log,
    onAnswered: counts.answered,
    health,
    metricsAccess: { token: config.metricsToken, isPublic: config.publicUrl !== undefined },
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
  log.info({ port: web.port }, 'pages are served')
  return web.port
}

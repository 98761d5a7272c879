import { serveHealth, type Health } from '../web/index.ts'
import type { Shared } from './wire-shared.ts'

/**
 * Owns the port of a process that serves no pages: what it says of itself, where that is wished.
 *
 * @returns the port
 * @throws  UserError when it is taken
 */
export async function wireHealth(
  { config, closing, log }: Shared,
  health: Health,
): Promise<number | undefined> {
  const { healthPort: port, host, metricsToken: token } = config
  if (port === undefined) return undefined
  const server = await serveHealth(health, { host, port, token })
  closing.add('health pages', () => server.close())
  log.info({ port: server.port }, 'health pages are served')
  return server.port
}

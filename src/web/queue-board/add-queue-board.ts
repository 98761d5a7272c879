import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import type { SystemStatus } from '../../reports/index.ts'
import { gate, type SessionOf } from '../session/index.ts'
import { boardPage, boardStyle } from './board-page.ts'

/** Where the board stands, below the address of the pages. */
const BOARD_PATH = '/antrean/'

/** The queues' board for admins: to look at, and nothing else. */
export function addQueueBoard(
  app: FastifyInstance,
  options: {
    readonly systemStatus: () => Promise<SystemStatus>
    readonly sessionOf: SessionOf
    readonly fallback: 'id' | 'en'
  },
): void {
  const { systemStatus, sessionOf, fallback } = options
  const headers = {
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${createHash('sha256').update(boardStyle).digest('base64')}'`,
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
  app.get(BOARD_PATH, async (request, response) => {
    const may = ({ admin }: { readonly admin: boolean }): boolean => admin
    const session = await gate({ request, response }, sessionOf, { may, fallback })
    if (session === undefined) return response
    const { locale } = session.person
    return response
      .headers({ ...headers, 'content-language': locale })
      .type('text/html; charset=utf-8')
      .send(boardPage(await systemStatus(), locale))
  })
}

import type { FastifyInstance } from 'fastify'
import type { SystemStatus } from '../../reports/index.ts'
import { allowStyle } from '../security/index.ts'
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
  app.get(BOARD_PATH, async (request, response) => {
    const may = ({ admin }: { readonly admin: boolean }): boolean => admin
    const session = await gate({ request, response }, sessionOf, { may, fallback })
    if (session === undefined) return response
    const { locale } = session.person
    const page = boardPage(await systemStatus(), locale)
    allowStyle(response, boardStyle, { forms: true })
    return response.header('content-language', locale).type('text/html; charset=utf-8').send(page)
  })
}

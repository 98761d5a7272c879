import type { FastifyInstance } from 'fastify'
import type { QueueForBoard } from '../../platform/queue/index.ts'
import { gate, type SessionOf } from '../session/index.ts'

/** Where the board stands, below the address of the pages. */
export const BOARD_PATH = '/antrean'

/** The board's own page asks a font of another site: it does without. */
const headers = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
}

/**
 * The queues' board for admins. It is loaded when the first of them comes: a process that nobody looks
 * into does not carry it. Only looking is let through, whatever the board offers.
 */
export function addQueueBoard(
  app: FastifyInstance,
  options: {
    readonly queues: () => readonly QueueForBoard[]
    readonly sessionOf: SessionOf
    readonly fallback: 'id' | 'en'
  },
): void {
  const { queues, sessionOf, fallback } = options
  let board: Promise<FastifyInstance> | undefined

  async function load(): Promise<FastifyInstance> {
    const { createBoard } = await import('./create-board.ts')
    return createBoard(queues(), BOARD_PATH)
  }

  app.route({
    method: ['GET', 'HEAD'],
    url: `${BOARD_PATH}/*`,
    exposeHeadRoute: false,
    handler: async (request, response) => {
      const may = ({ admin }: { readonly admin: boolean }): boolean => admin
      const session = await gate({ request, response }, sessionOf, { may, fallback })
      if (session === undefined) return response
      board ??= load()
      const { routing } = await board.catch((error: unknown) => {
        // The next one tries again.
        board = undefined
        throw error
      })
      for (const [name, value] of Object.entries(headers)) response.raw.setHeader(name, value)
      routing(request.raw, response.raw)
      return response.hijack()
    },
  })
  app.get(BOARD_PATH, (_request, response) => response.redirect(`${BOARD_PATH}/`, 303))
  app.addHook('onClose', async () => {
    await (await board?.catch(() => undefined))?.close()
  })
}

import type { FastifyInstance } from 'fastify'
import { Readable } from 'node:stream'
import { chooseLanguage } from './choose-language.ts'
import { downloadNote } from './download-note.ts'

export type Fetched =
  | {
      readonly kind: 'open'
      readonly fileName: string
      readonly size: number
      readonly content: () => AsyncIterable<Buffer>
    }
  | { readonly kind: 'used' | 'expired' | 'not_allowed' | 'unknown' }

/** What a link to an export leads to; `use` uses it up. */
export type FetchExport = (token: string, use: boolean) => Promise<Fetched>

const CODES = { used: 410, expired: 410, not_allowed: 403, unknown: 404 } as const

/** What one sends is for one person, once. */
const headers = { 'cache-control': 'no-store, private', vary: 'accept-language' }

/**
 * The file of an export that was too large for a chat: a link that works once. Whoever only asks what
 * is there (HEAD: a preview, a scanner of mail) does not use it up.
 */
export function addDownloads(
  app: FastifyInstance,
  fetchExport: FetchExport,
  fallback: 'id' | 'en',
): void {
  app.route<{ Params: { token: string }; Querystring: { lang?: unknown } }>({
    method: ['GET', 'HEAD'],
    url: '/ekspor/:token',
    exposeHeadRoute: false,
    handler: async (request, response) => {
      const asks = request.method === 'HEAD'
      const fetched = await fetchExport(request.params.token, !asks)
      if (fetched.kind !== 'open') {
        const language = chooseLanguage(
          request.query.lang,
          request.headers['accept-language'],
          fallback,
        )
        return response
          .code(CODES[fetched.kind])
          .headers({ ...headers, 'content-language': language })
          .type('text/html; charset=utf-8')
          .send(asks ? undefined : downloadNote(fetched.kind, language))
      }
      return response
        .headers({ ...headers, 'content-length': String(fetched.size) })
        .header('content-disposition', `attachment; filename="${fetched.fileName}"`)
        .type('application/octet-stream')
        .send(asks ? undefined : Readable.from(fetched.content()))
    },
  })
}

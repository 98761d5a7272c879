import type { FastifyInstance } from 'fastify'
import type { Checked } from '../certificates/index.ts'
import { chooseLanguage } from './choose-language.ts'
import { allowStyle } from './security/index.ts'
import { verificationPage } from './verification-page.ts'
import { verificationStyle } from './verification-style.ts'

export type CheckCertificate = (code: string) => Promise<Checked>

/** The page of a certificate, for anybody who holds its sheet; nobody else can guess its address. */
export function addVerification(
  app: FastifyInstance,
  check: CheckCertificate,
  fallback: 'id' | 'en',
): void {
  app.get<{ Params: { code: string }; Querystring: { lang?: unknown } }>(
    '/v/:code',
    async (request, response) => {
      const checked = await check(request.params.code)
      const language = chooseLanguage(
        request.query.lang,
        request.headers['accept-language'],
        fallback,
      )
      allowStyle(response, verificationStyle)
      // Nor does one that is revoked live on in anybody's cache: no answer is kept.
      return response
        .code(checked.kind === 'unknown' || checked.kind === 'malformed' ? 404 : 200)
        .headers({ vary: 'accept-language', 'content-language': language })
        .type('text/html; charset=utf-8')
        .send(verificationPage(checked, language))
    },
  )
}

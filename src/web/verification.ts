import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import type { Checked } from '../certificates/index.ts'
import { chooseLanguage } from './choose-language.ts'
import { verificationPage } from './verification-page.ts'
import { verificationStyle } from './verification-style.ts'

export type CheckCertificate = (code: string) => Promise<Checked>

const styleHash = (): string => createHash('sha256').update(verificationStyle).digest('base64')

/** The page of a certificate, for anybody who holds its sheet; nobody else can guess its address. */
export function addVerification(
  app: FastifyInstance,
  check: CheckCertificate,
  fallback: 'id' | 'en',
): void {
  const headers = {
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${styleHash()}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    // A certificate that is revoked must not live on in anybody's cache.
    'cache-control': 'no-store',
    vary: 'accept-language',
  }
  app.get<{ Params: { code: string }; Querystring: { lang?: unknown } }>(
    '/v/:code',
    async (request, response) => {
      const checked = await check(request.params.code)
      const language = chooseLanguage(
        request.query.lang,
        request.headers['accept-language'],
        fallback,
      )
      return response
        .code(checked.kind === 'unknown' || checked.kind === 'malformed' ? 404 : 200)
        .headers({ ...headers, 'content-language': language })
        .type('text/html; charset=utf-8')
        .send(verificationPage(checked, language))
    },
  )
}

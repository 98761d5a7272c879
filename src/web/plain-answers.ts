import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from '../platform/logger.ts'
import { chooseLanguage } from './choose-language.ts'

const texts = {
  id: {
    nothingHere: 'Tidak ada halaman di alamat ini.',
    notUnderstood: 'Permintaan ini tidak dapat dibaca.',
    notNow: 'Halaman ini belum bisa dibuka saat ini. Coba lagi sebentar.',
  },
  en: {
    nothingHere: 'There is no page at this address.',
    notUnderstood: 'This request cannot be read.',
    notNow: 'This page cannot be opened right now. Try again in a moment.',
  },
} as const

/**
 * What is said of an address without a page, and where something broke: a sentence for people. What a
 * database said, and the address itself, are repeated to nobody; the log has the first.
 */
export function addPlainAnswers(
  app: FastifyInstance,
  { log, fallback }: { readonly log: Logger; readonly fallback: 'id' | 'en' },
): void {
  const said = ({ headers }: FastifyRequest, what: keyof (typeof texts)['id']) => {
    const language = chooseLanguage(undefined, headers['accept-language'], fallback)
    return { language, text: `${texts[language][what]}\n` }
  }
  app.setNotFoundHandler((request, response) => {
    const { language, text } = said(request, 'nothingHere')
    return response
      .code(404)
      .headers({ 'content-language': language, vary: 'accept-language' })
      .type('text/plain; charset=utf-8')
      .send(text)
  })
  app.setErrorHandler((error: FastifyError, request, response) => {
    const status = error.statusCode ?? 500
    const isOurs = status >= 500
    // The route as it was declared: its address may hold the code of a link.
    if (isOurs) log.error({ err: error, route: request.routeOptions.url }, 'a page failed')
    const { language, text } = said(request, isOurs ? 'notNow' : 'notUnderstood')
    return response
      .code(isOurs ? 503 : status)
      .headers({ 'content-language': language, vary: 'accept-language' })
      .type('text/plain; charset=utf-8')
      .send(text)
  })
}

import type { FastifyInstance } from 'fastify'
import { elapsedMs } from '../../platform/elapsed.ts'
import { chooseLanguage } from '../choose-language.ts'
import { addressKey } from './address-key.ts'
import { createSpending } from './spend.ts'

/** A page asks for its parts and figures; many in one office may have one address. */
const OF_PAGES = 5

const texts = {
  id: {
    title: 'Terlalu banyak permintaan',
    what: 'Dari alamat internet Anda datang terlalu banyak permintaan. Coba lagi satu menit lagi.',
  },
  en: {
    title: 'Too many requests',
    what: 'Too many requests come from your internet address. Try again in a minute.',
  },
} as const

/**
 * Lets each address ask so many times a minute: of what anybody may ask for (links, certificates,
 * downloads, and addresses that there are not), and of the pages behind a session. What is beyond is
 * answered 429 with Retry-After, before anything is looked up. The webhook has its secret, and
 * /healthz asks nothing of anybody.
 *
 * @param options.most requests a minute; Infinity: no limit
 * @param options.free addresses below this server that are not counted
 */
export function limitRequests(
  app: FastifyInstance,
  options: {
    readonly most: number
    readonly free: readonly string[]
    readonly fallback: 'id' | 'en'
  },
): void {
  const { most, free, fallback } = options
  if (most === Number.POSITIVE_INFINITY) return
  const open = createSpending(most)
  const pages = createSpending(most * OF_PAGES)
  app.addHook('onRequest', async (request, response) => {
    const path = request.url.split('?', 1)[0] ?? ''
    if (free.includes(path)) return
    const spent = /^\/(?:dasbor|antrean)(?:\/|$)/.test(path) ? pages : open
    const waitMs = spent(addressKey(request.ip), elapsedMs())
    if (waitMs === 0) return
    const language = chooseLanguage(undefined, request.headers['accept-language'], fallback)
    const refused = response
      .code(429)
      .headers({ vary: 'accept-language', 'content-language': language })
      .header('retry-after', String(Math.ceil(waitMs / 1000)))
    // The page of the dashboard knows `not-now` of whatever cannot be had.
    await (path.startsWith('/dasbor/data/')
      ? refused.send({ error: 'not-now', words: texts[language].what })
      : refused.type('text/html; charset=utf-8').send(page(language)))
  })
}

function page(language: 'id' | 'en'): string {
  const { title, what } = texts[language]
  return (
    `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>${title}</title><h1>${title}</h1><p>${what}</p></html>\n`
  )
}

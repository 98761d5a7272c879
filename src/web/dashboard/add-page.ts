import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from '../../platform/logger.ts'
import { acceptsGzip, cacheOf, type PageFile } from '../../platform/page-build/index.ts'
import { chooseLanguage } from '../choose-language.ts'
import { miniAppPage } from '../security/index.ts'
import type { ReadDashboardPage } from './page-files.ts'
import { words } from './words/index.ts'

/** Where the page stands, below the address of the pages. */
const PAGE_PATH = '/dasbor'

/** The page itself: the same for everybody, and without a single figure. */
export function addPage(
  app: FastifyInstance,
  {
    readPage,
    log,
    fallback,
  }: {
    readonly readPage: ReadDashboardPage | undefined
    readonly log: Logger
    readonly fallback: 'id' | 'en'
  },
): void {
  let files: Promise<ReadonlyMap<string, PageFile>> | undefined

  /** Read once; what failed is tried again by whoever comes next. */
  async function read(): Promise<ReadonlyMap<string, PageFile> | undefined> {
    try {
      files ??= readPage?.()
      return await files
    } catch (error) {
      files = undefined
      log.error({ err: error }, 'the page of the dashboard cannot be read')
      return undefined
    }
  }

  async function serve(
    request: FastifyRequest,
    response: FastifyReply,
    address: string,
  ): Promise<FastifyReply> {
    const found = await read()
    if (found === undefined) {
      const language = chooseLanguage(undefined, request.headers['accept-language'], fallback)
      return response
        .code(503)
        .header('content-language', language)
        .type('text/plain; charset=utf-8')
        .send(words[language].notBuilt)
    }
    const file = found.get(address)
    if (file === undefined) {
      response.callNotFound()
      return response
    }
    const zipped = acceptsGzip(request.headers['accept-encoding']) ? file.gzipped : undefined
    return response
      .headers({
        ...(zipped === undefined ? {} : { 'content-encoding': 'gzip' }),
        vary: 'accept-encoding',
        'cache-control': cacheOf(file),
      })
      .type(file.type)
      .send(zipped ?? file.body)
  }

  // What stands behind # goes along, and with it what Telegram tells of who looks. Relative, since
  // PUBLIC_URL may have a path of its own.
  const page = { helmet: miniAppPage }
  app.get(PAGE_PATH, page, (_request, response) => response.redirect('dasbor/', 308))
  app.get(`${PAGE_PATH}/`, page, (request, response) => serve(request, response, '/'))
  app.get(
    `${PAGE_PATH}/assets/:file`,
    page,
    (request: FastifyRequest<{ Params: { file: string } }>, response) =>
      serve(request, response, `/assets/${request.params.file}`),
  )
}

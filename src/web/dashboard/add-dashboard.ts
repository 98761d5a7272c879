import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { audit } from '../../audit/index.ts'
import { numberText } from '../../pictures/index.ts'
import type { Logger } from '../../platform/logger.ts'
import { freshenRollups } from '../../reports/index.ts'
import { chooseLanguage } from '../choose-language.ts'
import type { SessionOf } from '../session/index.ts'
import { addPage } from './add-page.ts'
import { VIEWS, type Refusal, type ViewName } from './contract.ts'
import { csvName, csvOf } from './csv.ts'
import { lookAt, startOf, viewerOf, type Look, type LookDependencies, type Viewer } from './look.ts'
import type { ReadDashboardPage } from './page-files.ts'
import { readAsked } from './read-asked.ts'
import { json, send, type Answer } from './send.ts'
import { viewOf } from './view-of.ts'
import { peopleFrom } from './views/people.ts'
import { words, type Words } from './words/index.ts'

export interface DashboardOptions extends LookDependencies {
  readonly sessionOf: SessionOf
  /** Undefined: the page is not built in. */
  readonly readPage: ReadDashboardPage | undefined
  readonly log: Logger
  /** Language of whoever wishes none. */
  readonly fallback: 'id' | 'en'
}

type Asking = FastifyRequest<{ Params: { view?: string; panel?: string } }>

/**
 * The dashboard: its page, and what the page shows. Whoever asks is known by their session, and their
 * roles are read at every request.
 */
export async function addDashboard(app: FastifyInstance, options: DashboardOptions): Promise<void> {
  await app.register(async (pages) => {
    pages.setErrorHandler(async (error, request, response) => {
      // The route as it was declared: its address may hold words that somebody looked for.
      options.log.error({ err: error, route: request.routeOptions.url }, 'dashboard failed')
      const said = words[languageOf(request, options.fallback)]
      return send(request, response, refusal('not-now', said))
    })
    addPage(pages, options)
    pages.get('/dasbor/data/start', (request, response) =>
      answer(options, { request, response }, async (viewer) =>
        json(200, await startOf(viewer, options)),
      ),
    )
    pages.get('/dasbor/data/:view', (request: Asking, response) =>
      answer(options, { request, response }, (viewer) => dataOf(options, request, viewer)),
    )
    pages.get('/dasbor/csv/:view/:panel', (request: Asking, response) =>
      answer(options, { request, response }, (viewer) => fileOf(options, request, viewer)),
    )
    await Promise.resolve()
  })
}

interface Exchange {
  readonly request: FastifyRequest
  readonly response: FastifyReply
}

/** Answers whoever may look; anybody else is told why not. */
async function answer(
  options: DashboardOptions,
  { request, response }: Exchange,
  act: (viewer: Viewer) => Promise<Answer>,
): Promise<FastifyReply> {
  const session = await options.sessionOf(request)
  if (session === undefined) {
    const said = words[languageOf(request, options.fallback)]
    return send(request, response, refusal('no-session', said))
  }
  const viewer = await viewerOf(session, options)
  if (viewer === undefined) {
    return send(request, response, refusal('not-allowed', words[session.person.locale]))
  }
  return send(request, response, await act(viewer))
}

async function dataOf(options: DashboardOptions, request: Asking, viewer: Viewer): Promise<Answer> {
  const look = await looked(options, request, viewer)
  if ('status' in look) return look
  const view = await viewOf[look.view](look)
  return view === undefined ? refusal('not-found', viewer.words) : json(200, view)
}

/** The look that a request asks for, or why there is none. */
async function looked(
  options: DashboardOptions,
  request: Asking,
  viewer: Viewer,
): Promise<(Look & { readonly view: ViewName }) | Answer> {
  const { view } = request.params
  if (!isView(view)) return refusal('not-found', viewer.words)
  if (!viewer.reach.views.includes(view)) return refusal('not-allowed', viewer.words)
  const asked = readAsked(request.url, viewer.today)
  if (typeof asked === 'function') return refusal('bad-request', viewer.words, asked(viewer.words))
  const look = lookAt(viewer, asked, options)
  if (look === undefined) return refusal('not-found', viewer.words)
  // What was answered a moment ago is in the figures, where there is little of it.
  if (FROM_ROLLUPS.has(view)) await freshenRollups(options.db)
  return { ...look, view }
}

/** The others are counted as they stand, or reckoned at times of their own. */
const FROM_ROLLUPS: ReadonlySet<ViewName> = new Set(['overview', 'units', 'lessons'])

/** People of one file; of more an export is made, which holds no more of them than a row at a time. */
const MOST_ROWS = 50_000

async function fileOf(options: DashboardOptions, request: Asking, viewer: Viewer): Promise<Answer> {
  const look = await looked(options, request, viewer)
  if ('status' in look) return look
  const { words: said, locale, timezone } = look
  const view =
    look.view === 'people'
      ? await peopleFrom({ ...look, page: 1 }, { limit: MOST_ROWS })
      : await viewOf[look.view](look)
  const panel = view?.panels.find(({ id }) => id === request.params.panel)
  if (view === undefined || panel === undefined) return refusal('not-found', said)
  if ((panel.pages?.of ?? 1) > 1) {
    return refusal('bad-request', said, said.wrong.tooMany(numberText(MOST_ROWS, locale)))
  }
  if (request.method === 'GET') {
    // Whatever leaves as a file leaves its trace, as the exports do.
    const details = { format: 'csv', kind: `${look.view}/${panel.id}`, count: panel.rows.length }
    const deed = {
      action: 'export.made',
      by: look.id,
      unitId: look.unit?.id ?? null,
      details,
    } as const
    await audit(options.db, deed, look.now)
  }
  return {
    status: 200,
    type: 'text/csv; charset=utf-8',
    body: csvOf(panel, { words: said, timezone }),
    headers: { 'content-disposition': `attachment; filename="${csvName(view, panel)}"` },
  }
}

const STATUS = {
  'no-session': 401,
  'not-allowed': 403,
  'bad-request': 400,
  'not-found': 404,
  'not-now': 503,
} as const

function refusal(error: Exclude<Refusal['error'], 'bad-request'>, said: Words): Answer
function refusal(error: 'bad-request', said: Words, why: string): Answer
function refusal(error: Refusal['error'], said: Words, why = ''): Answer {
  const body: Refusal = { error, words: error === 'bad-request' ? why : said.refused[error] }
  return json(STATUS[error], body)
}

function isView(name: string | undefined): name is ViewName {
  return (VIEWS as readonly (string | undefined)[]).includes(name)
}

function languageOf({ headers }: FastifyRequest, fallback: 'id' | 'en'): 'id' | 'en' {
  return chooseLanguage(undefined, headers['accept-language'], fallback)
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { audit } from '../../audit/index.ts'
import type { Roles } from '../../people/index.ts'
import { chooseLanguage } from '../choose-language.ts'
import { allowStyle } from '../security/index.ts'
import { entryTexts } from './entry-texts.ts'
import { ENTRY } from './page-links.ts'
import { plainPage, plainStyle } from './plain-page.ts'
import {
  cookieIn,
  cookieName,
  type Session,
  type SessionDependencies,
  type SessionOf,
} from './session.ts'
import { endSession, isLinkOpen, openSession, SESSION_MS, useLink } from './session-store.ts'

/** Where somebody ends a session, below the address of the pages. */
export const EXIT = '/keluar'

type Entering = FastifyRequest<{ Params: { code: string } }>

/**
 * The way in by a link, and the way out. A link is used by the button alone: what looks at links ahead
 * of people (previews, scanners of mail and chat) opens the page and uses nothing up.
 */
export async function addEntry(
  app: FastifyInstance,
  dependencies: SessionDependencies,
  fallback: 'id' | 'en',
): Promise<void> {
  const { db, clock, secure } = dependencies
  await app.register(async (pages) => {
    // A form without fields; whatever is sent along is not read.
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser('*', (_request, payload, done) => {
      payload.resume()
      done(null)
    })
    pages.get(`${ENTRY}/:code`, async (request: Entering, response) => {
      const { code } = request.params
      const open = await isLinkOpen(db, code, clock.now())
      // Relative, as all addresses in answers: PUBLIC_URL may have a path of its own.
      const to = encodeURIComponent(code)
      return open
        ? say(request, response, { status: 200, text: 'open', to, fallback })
        : say(request, response, { status: 410, text: 'over', fallback })
    })
    pages.post(`${ENTRY}/:code`, async (request: Entering, response) => {
      const now = clock.now()
      const opened = await db.transaction(async (tx) => {
        const link = await useLink(tx, request.params.code, now)
        if (link === undefined) return undefined
        await audit(tx, { action: 'web.opened', by: link.personId }, now)
        return { path: link.path, token: await openSession(tx, link.personId, now) }
      })
      if (opened === undefined)
        return say(request, response, { status: 410, text: 'over', fallback })
      return response
        .header('set-cookie', cookie(opened.token, secure, SESSION_MS / 1000))
        .redirect(`..${opened.path}`, 303)
    })
    pages.post(EXIT, async (request, response) => {
      const token = cookieIn(request.headers.cookie, secure)
      if (token !== undefined) await endSession(db, token)
      return response.headers({ 'set-cookie': cookie('', secure, 0) }).redirect(`.${EXIT}`, 303)
    })
    pages.get(EXIT, (request, response) =>
      say(request, response, { status: 200, text: 'none', fallback }),
    )
    await Promise.resolve()
  })
}

/**
 * Lets a request through whose session may: otherwise the answer is given, and the session undefined.
 */
export async function gate(
  { request, response }: { readonly request: FastifyRequest; readonly response: FastifyReply },
  sessionOf: SessionOf,
  { may, fallback }: { readonly may: (roles: Roles) => boolean; readonly fallback: 'id' | 'en' },
): Promise<Session | undefined> {
  const session = await sessionOf(request)
  if (session !== undefined && may(session.roles)) return session
  const refused =
    session === undefined
      ? ({ status: 401, text: 'none' } as const)
      : ({ status: 403, text: 'notAllowed' } as const)
  await say(request, response, { ...refused, fallback: session?.person.locale ?? fallback })
  return undefined
}

function say(
  request: FastifyRequest,
  response: FastifyReply,
  said: {
    readonly status: number
    readonly text: 'open' | 'over' | 'none' | 'notAllowed'
    readonly to?: string
    readonly fallback: 'id' | 'en'
  },
): FastifyReply {
  const { status, text, to, fallback } = said
  const query: unknown = request.query
  const asked =
    typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined
  const language = chooseLanguage(asked, request.headers['accept-language'], fallback)
  const page = { text: entryTexts[language][text], ...(to === undefined ? {} : { action: { to } }) }
  allowStyle(response, plainStyle, { forms: true })
  return response
    .code(status)
    .headers({ vary: 'accept-language, cookie', 'content-language': language })
    .type('text/html; charset=utf-8')
    .send(plainPage(language, page))
}

/** `Strict`: no other site, and no link of one, brings the cookie along. */
function cookie(token: string, secure: boolean, seconds: number): string {
  return [
    `${cookieName(secure)}=${token}`,
    'Path=/',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(secure ? ['Secure'] : []),
  ].join('; ')
}

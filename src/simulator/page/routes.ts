import type { IncomingMessage, ServerResponse } from 'node:http'

import { acceptsGzip, cacheOf, readPage } from '../../platform/page-build/index.ts'
import type { PageFile } from '../../platform/page-build/index.ts'
import { mayControl } from '../http/guard.ts'
import { respondJson } from '../http/respond.ts'
import type { Route } from '../http/server.ts'
import type { Simulator } from '../options.ts'
import { buildPhonePage } from './build.ts'
import { chatLine } from './chat-line.ts'

/**
 * Everything comes from this server, and nothing is inline. Styles that change (the place of a row,
 * the width of a bar) are set through the DOM, which the policy allows.
 */
const SECURITY = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob:; " +
    "connect-src 'self'; media-src 'self'; font-src 'none'; object-src 'none'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

export interface PhonePageOptions {
  /** Where builds are kept; default `dist/page` of the project. */
  readonly folder?: string
  /** Each bot's token by its id, where the simulator has more than one. */
  readonly tokens?: readonly string[]
}

/**
 * The phone page of a simulator, built if need be: at `/`, with its files under `/assets/` and the
 * list of chats at `/page/chats`. Hand it to `simulator.addRoute`.
 *
 * @throws UserError see {@link buildPhonePage}
 */
export async function phonePage(
  simulator: Simulator,
  options: PhonePageOptions = {},
): Promise<Route> {
  const files = await readPage(await buildPhonePage(options.folder))
  const { hostname } = new URL(simulator.url)
  const tokens = new Map((options.tokens ?? []).map((token) => [token.split(':')[0] ?? '', token]))
  return (request, response, url) => {
    if (url.pathname === '/page/chats') {
      const allowed = mayControl(request, hostname)
      const token = tokens.get(url.searchParams.get('bot') ?? '')
      if (allowed) {
        const lines = simulator.people(token).map((one) => chatLine(one.id, one.messages()))
        respondJson(response, 200, lines)
      } else respondJson(response, 403, { error: 'this page may not control the simulator' })
      return true
    }
    if (url.pathname === '/demo/state') {
      // Whoever brings a demo has answered before; without one there is nothing, which is no error.
      response.writeHead(204).end()
      return true
    }
    const file = files.get(url.pathname)
    if (file === undefined) return false
    serve(request, response, file)
    return true
  }
}

function serve(request: IncomingMessage, response: ServerResponse, file: PageFile): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const zipped = acceptsGzip(request.headers['accept-encoding']) ? file.gzipped : undefined
  const body = zipped ?? file.body
  response.writeHead(200, {
    ...SECURITY,
    'content-type': file.type,
    'content-length': body.length,
    ...(zipped !== undefined && { 'content-encoding': 'gzip' }),
    vary: 'accept-encoding',
    'cache-control': cacheOf(file),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

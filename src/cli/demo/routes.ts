import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { messageOf } from '../../platform/errors.ts'
import type { Route } from '../../simulator/index.ts'
import type { Clockwork } from './clockwork.ts'
import { streamEvents } from './event-stream.ts'
import type { GalleryPerson } from './gallery.ts'
import type { Plug } from './plug.ts'
import type { Watch } from './watch.ts'

export interface DemoParts {
  readonly clockwork: Clockwork
  readonly watch: Watch
  readonly plug: Plug
  readonly organisation: { readonly id: string; readonly en: string }
  readonly timezone: string
  readonly gallery: readonly GalleryPerson[]
  readonly invite: { readonly link: string; readonly code: string; readonly botUsername: string }
  /** Scripted people. */
  readonly cohort: () => number
  /** Telegram ids of some whom the coordinator of the gallery helps. */
  readonly crew: readonly number[]
  /** The moment that a visitor's wish leads to. */
  readonly targetOf: (wish: 'hour' | 'morning' | 'week') => Date
}

const clockBody = z.strictObject({ to: z.enum(['hour', 'morning', 'week']) })
const playBody = z.strictObject({ playing: z.boolean() })
const plugBody = z.strictObject({ plugged: z.boolean() })

/** Bytes: a wish is a word. */
const MOST_BODY = 1024

/** Everything below /demo. `parts` gives nothing before the demo is ready. */
export function demoRoute(parts: () => DemoParts | undefined): Route {
  return (request, response, url) => {
    if (!url.pathname.startsWith('/demo/')) return false
    answer(parts(), request, response, url.pathname).catch((error: unknown) => {
      respond(response, 500, { error: messageOf(error) })
    })
    return true
  }
}

async function answer(
  demo: DemoParts | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  if (!isOwnPage(request)) {
    return respond(response, 403, { error: 'this page may not control the demo' })
  }
  if (demo === undefined) return respond(response, 503, { error: 'the demo is starting' })
  switch (`${request.method ?? 'GET'} ${path}`) {
    case 'GET /demo/state':
      return respond(response, 200, stateOf(demo))
    case 'GET /demo/ledgers':
      return respond(response, 200, await demo.watch.read())
    case 'GET /demo/events':
      return streamEvents(demo, response)
    case 'POST /demo/clock': {
      const wish = clockBody.safeParse(await readJson(request))
      if (!wish.success) {
        return respond(response, 400, { error: 'expected {"to": "hour" | "morning" | "week"}' })
      }
      if (isOff(demo)) return respond(response, 409, { error: 'the bot has no power' })
      return demo.clockwork.jump(demo.targetOf(wish.data.to))
        ? respond(response, 202, demo.clockwork.state)
        : respond(response, 409, { error: 'the clock is moving already' })
    }
    case 'POST /demo/play': {
      const wish = playBody.safeParse(await readJson(request))
      if (!wish.success) return respond(response, 400, { error: 'expected {"playing": boolean}' })
      demo.clockwork.play(wish.data.playing)
      return respond(response, 200, demo.clockwork.state)
    }
    case 'POST /demo/plug': {
      const wish = plugBody.safeParse(await readJson(request))
      if (!wish.success) return respond(response, 400, { error: 'expected {"plugged": boolean}' })
      const { plug } = demo
      const done = wish.data.plugged ? await plug.plugIn() : await plug.pull()
      return done
        ? respond(response, 200, plug.state)
        : respond(response, 409, { error: 'so it stands already' })
    }
    case 'POST /demo/announcement': {
      if (isOff(demo)) return respond(response, 409, { error: 'the bot has no power' })
      if (demo.clockwork.state.moving) {
        return respond(response, 409, { error: 'the clock is moving' })
      }
      return demo.plug.announce()
        ? respond(response, 202, demo.plug.state)
        : respond(response, 409, { error: 'one is on its way already' })
    }
    default:
      return respond(response, 404, { error: `there is nothing at ${path}` })
  }
}

function isOff({ plug }: DemoParts): boolean {
  const { pid, starting } = plug.state
  return pid === null && !starting
}

function stateOf(demo: DemoParts): unknown {
  return {
    organisation: { name: demo.organisation },
    ...demo.clockwork.state,
    timezone: demo.timezone,
    gallery: demo.gallery.map(({ id, role, firstName, lastName, title, story }) => ({
      id,
      role,
      name: `${firstName} ${lastName}`,
      title,
      story,
    })),
    invite: demo.invite,
    cohort: demo.cohort(),
    crew: demo.crew,
    plug: demo.plug.state,
  }
}

/** A page of another site in the same browser could reach 127.0.0.1 too. */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk)
    if (text.length > MOST_BODY) return undefined
  }
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}

import type { ServerResponse } from 'node:http'
import type { Clockwork } from './clockwork.ts'
import type { Plug } from './plug.ts'
import type { Watch } from './watch.ts'

/** Bytes; a reader that is so far behind is cut off, and comes again by itself. */
const MOST_BEHIND = 1024 * 1024

/** The clock, the ledgers and the plug as server-sent events, until the reader leaves. */
export function streamEvents(
  {
    clockwork,
    watch,
    plug,
  }: { readonly clockwork: Clockwork; readonly watch: Watch; readonly plug: Plug },
  response: ServerResponse,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const send = (type: string, data: unknown): void => {
    if (response.destroyed) return
    if (response.writableLength > MOST_BEHIND) response.destroy()
    else response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const ends = [
    clockwork.subscribe((state) => send('clock', state)),
    watch.subscribe((report) => send('ledgers', report)),
    plug.subscribe((state) => send('plug', state)),
  ]
  response.on('close', () => {
    for (const end of ends) end()
  })
  send('clock', clockwork.state)
  send('plug', plug.state)
}

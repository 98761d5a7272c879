import type { IncomingMessage } from 'node:http'

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a request may drive the simulation. A page of another site in the same browser could
 * reach 127.0.0.1 too: so its origin must be ours, and on a local address so must the name it was
 * called by (a name that someone else points at 127.0.0.1 is not).
 */
export function mayControl(request: IncomingMessage, host: string): boolean {
  const called = request.headers.host ?? ''
  const name = called.replace(/:\d+$/u, '').toLowerCase()
  const local = LOCAL.has(host) || host === '::1'
  if (local && !LOCAL.has(name)) return false
  const { origin } = request.headers
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === called
}

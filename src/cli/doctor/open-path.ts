import { lookup } from 'node:dns/promises'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { pause } from '../../platform/elapsed.ts'

/** Elapsed milliseconds for each step of the way. */
const STEP_MS = 5000

/** A process that had no turn for long wakes with its timers run out; so long it reads what came. */
const READING_MS = 250

export interface Address {
  readonly host: string
  readonly port: number
}

/** Where the way ended, and with what. */
export interface PathFault {
  readonly step: 'lookup' | 'connect' | 'proxy' | 'tls' | 'http'
  /** Whose name, port or answer it was. */
  readonly at: 'proxy' | 'target'
  /** The system's or OpenSSL's code; ETIMEDOUT where nothing came in time; an HTTP status of a proxy. */
  readonly code: string
  /** Who issued the certificate that is not believed. */
  readonly issuer?: string
}

export type Path =
  | { readonly kind: 'open'; readonly socket: Socket }
  | { readonly kind: 'shut'; readonly fault: PathFault }

export interface PathOptions {
  readonly target: Address
  readonly secure: boolean
  /** An HTTP proxy on the way, with what it wants to know of whoever asks. */
  readonly proxy?: Address & { readonly authorisation?: string; readonly secure?: boolean }
}

/** Thrown between the steps alone: what is seen outside is a value. */
class Shut extends Error {
  readonly fault: PathFault

  constructor(fault: PathFault) {
    super(fault.code)
    this.fault = fault
  }
}

/**
 * Goes the way to a server step by step (name, port, proxy, certificate), so that whatever shuts it
 * can be told from the rest. The socket that comes out has a certificate that is believed.
 */
export async function openPath({ target, secure, proxy }: PathOptions): Promise<Path> {
  let socket: Socket | undefined
  try {
    const first = proxy ?? target
    const at = proxy === undefined ? 'target' : 'proxy'
    await resolve(first, at)
    socket = connectTcp({ host: first.host, port: first.port })
    await opened(socket, 'connect', { step: 'connect', at })
    if (proxy?.secure === true) socket = await secured(socket, proxy, 'proxy')
    if (proxy !== undefined) await throughProxy(socket, target, proxy.authorisation)
    return { kind: 'open', socket: secure ? await secured(socket, target, 'target') : socket }
  } catch (error) {
    socket?.destroy()
    if (error instanceof Shut) return { kind: 'shut', fault: error.fault }
    throw error
  }
}

async function resolve({ host }: Address, at: PathFault['at']): Promise<void> {
  const name = host.replace(/^\[(.*)\]$/, '$1')
  try {
    await within(lookup(name), { step: 'lookup', at })
  } catch (error) {
    if (error instanceof Shut) throw error
    throw new Shut({ step: 'lookup', at, code: codeOf(error) })
  }
}

type Where = Pick<PathFault, 'step' | 'at'>

/** Until the socket says so, or says no, or says nothing. */
async function opened(socket: Socket, event: string, where: Where): Promise<void> {
  let settle: () => void = () => undefined
  const said = new Promise<void>((resolve, reject) => {
    settle = () => {
      socket.off(event, resolve)
    }
    socket.once(event, resolve)
    socket.once('error', (error) => {
      reject(new Shut({ ...where, code: codeOf(error) }))
    })
    socket.once('close', () => {
      reject(new Shut({ ...where, code: 'ECONNRESET' }))
    })
  })
  // Whatever comes after the first word is nobody's.
  socket.on('error', () => undefined)
  try {
    await within(said, where)
  } finally {
    settle()
  }
}

/** CONNECT, as RFC 9110 (9.3.6) has it: after a 2xx the connection is the target's. */
async function throughProxy(socket: Socket, target: Address, auth?: string): Promise<void> {
  const name = `${target.host}:${target.port}`
  const lines = [`CONNECT ${name} HTTP/1.1`, `Host: ${name}`]
  if (auth !== undefined) lines.push(`Proxy-Authorization: ${auth}`)
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  const where = { step: 'proxy', at: 'proxy' } as const
  let head = ''
  while (!head.includes('\r\n\r\n')) {
    await opened(socket, 'readable', where)
    const chunk: unknown = socket.read()
    if (Buffer.isBuffer(chunk)) head += chunk.toString('latin1')
    if (head.length > MOST_HEAD || (head.length > 12 && !/^HTTP\/\d/.test(head))) {
      throw new Shut({ ...where, code: 'EPROTO' })
    }
  }
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(head)?.[1] ?? 'EPROTO'
  if (!status.startsWith('2')) throw new Shut({ ...where, code: status })
}

/** Characters of a proxy's answer; none has that many. */
const MOST_HEAD = 16_384

/**
 * The handshake is let through whatever the certificate is, so that its issuer can be named; a socket
 * whose certificate is not believed is not handed out, and nothing was sent on it.
 */
async function secured(socket: Socket, { host }: Address, at: PathFault['at']): Promise<TLSSocket> {
  const where = { step: 'tls', at } as const
  const tls = connectTls({ socket, servername: host, rejectUnauthorized: false })
  await opened(tls, 'secureConnect', where)
  if (tls.authorized) return tls
  const code = String(tls.authorizationError)
  const issuer = issuerOf(tls)
  tls.destroy()
  throw new Shut({ ...where, code, ...(issuer === undefined ? {} : { issuer }) })
}

function issuerOf(tls: TLSSocket): string | undefined {
  const { issuer } = tls.getPeerCertificate()
  const named: unknown = issuer?.O ?? issuer?.CN
  return typeof named === 'string' ? named : Array.isArray(named) ? String(named[0]) : undefined
}

async function within<T>(work: Promise<T>, where: Where): Promise<T> {
  const done = new AbortController()
  const late = pause(STEP_MS, done.signal)
    .then(() => pause(READING_MS, done.signal))
    .then((): T => {
      throw new Shut({ ...where, code: 'ETIMEDOUT' })
    })
  late.catch(() => undefined)
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    done.abort()
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

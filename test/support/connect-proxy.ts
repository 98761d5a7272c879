import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'

export interface ConnectProxy {
  /** As HTTPS_PROXY names it. */
  readonly url: string
  /** What CONNECT asked for, one for each tunnel that was opened. */
  readonly tunnels: readonly string[]
  /** Requests of any other kind: a proxy for https gets none. */
  readonly others: readonly string[]
  /** The status that the next tunnels are refused with; undefined lets them through. */
  refuse(status: number | undefined): void
  close(): Promise<void>
}

export interface ConnectProxyOptions {
  /** The host and port to which every tunnel leads, whatever was asked for. */
  readonly target: string
  /** As `user:password`, written as in a URL; with it, nobody else gets through (407). */
  readonly credentials?: string
}

/** A proxy on the loopback that opens tunnels and counts them. */
export async function connectProxy(options: ConnectProxyOptions): Promise<ConnectProxy> {
  const tunnels: string[] = []
  const others: string[] = []
  const sockets = new Set<Socket>()
  let refusal: number | undefined
  const [host = '', port = ''] = options.target.split(':')
  const expected =
    options.credentials === undefined
      ? undefined
      : `Basic ${Buffer.from(decodeURIComponent(options.credentials)).toString('base64')}`

  const server = createServer((request, response) => {
    others.push(request.url ?? '')
    response.writeHead(400).end()
  })
  server.on('connect', (request, client: Socket) => {
    const isKnown = expected === undefined || request.headers['proxy-authorization'] === expected
    const status = isKnown ? refusal : 407
    client.on('error', () => client.destroy())
    if (status !== undefined) {
      client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`)
      return
    }
    tunnels.push(request.url ?? '')
    const upstream = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      client.pipe(upstream).pipe(client)
    })
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const user = options.credentials === undefined ? '' : `${options.credentials}@`
  return {
    url: `http://${user}127.0.0.1:${address.port}`,
    tunnels,
    others,
    refuse(status) {
      refusal = status
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

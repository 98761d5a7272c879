import { connect, createServer, type Socket } from 'node:net'

export interface TcpProxy {
  /** The given URL with this proxy's port in the place of the server's. */
  urlThrough(url: string): string
  /** Resets every connection, in mid-sentence. */
  cut(): void
  /** From now on: refuses every connection, as a server that is down; `cut` is included. */
  down(): Promise<void>
  up(): Promise<void>
  /** From now on nothing passes and nothing ends, as with a cut cable; new connections hang too. */
  hang(): void
  /** Ends what hangs, and lets the next pass. */
  flow(): void
  readonly connections: number
  close(): Promise<void>
}

/** Stands between a client and the server of `target`, and can take the server away. */
export async function tcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target)
  const pairs = new Set<readonly [Socket, Socket]>()
  /** Accepted while nothing passed. */
  const hung = new Set<Socket>()
  let hanging = false
  const server = createServer((client) => {
    if (hanging) {
      client.on('error', () => client.destroy())
      client.on('close', () => hung.delete(client))
      hung.add(client)
      return
    }
    const upstream = connect(Number(port), hostname)
    const pair = [client, upstream] as const
    pairs.add(pair)
    for (const socket of pair) {
      const other = socket === client ? upstream : client
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        other.destroy()
        pairs.delete(pair)
      })
    }
  })
  let own = 0
  const listen = async (): Promise<void> => {
    await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    own = address.port
  }
  const cut = (): void => {
    for (const pair of pairs) for (const socket of pair) socket.resetAndDestroy()
    for (const socket of hung) socket.resetAndDestroy()
  }
  const down = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve))
    cut()
    await closed
  }
  await listen()
  return {
    urlThrough(url) {
      const through = new URL(url)
      through.hostname = '127.0.0.1'
      through.port = String(own)
      return through.href
    },
    cut,
    down,
    up: listen,
    hang() {
      hanging = true
      for (const [client, upstream] of pairs) {
        for (const socket of [client, upstream]) socket.unpipe().pause()
      }
    },
    flow() {
      hanging = false
      cut()
    },
    get connections() {
      return pairs.size
    },
    async close() {
      if (server.listening) await down()
    },
  }
}

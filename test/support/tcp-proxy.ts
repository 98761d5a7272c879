import { connect, createServer, type Socket } from 'node:net'

/** `requests` go from client to server, `answers` back. */
export type Direction = 'requests' | 'answers'

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
  /** Keeps back what goes in one direction, on every connection, until `release`. */
  hold(direction: Direction): void
  /** Lets everything through again, what was kept back first. */
  release(): void
  /**
   * Every connection that stands now is half-open from now on, as after a pulled cable: neither side
   * hears from the other again, not even an end. New ones pass.
   */
  halfOpen(): void
  /** Where new connections lead from now on: a server that came back at another port. */
  retarget(url: string): void
  readonly connections: number
  close(): Promise<void>
}

interface Pair {
  readonly client: Socket
  readonly upstream: Socket
  dead: boolean
}

/** Stands between a client and the server of `target`, and can take the server away. */
export async function tcpProxy(target: string): Promise<TcpProxy> {
  let { hostname, port } = new URL(target)
  const pairs = new Set<Pair>()
  const held = new Set<Direction>()
  /** Accepted while nothing passed. */
  const hung = new Set<Socket>()
  let hanging = false

  function lead({ client, upstream, dead }: Pair): void {
    const lines = [
      ['requests', client, upstream],
      ['answers', upstream, client],
    ] as const
    for (const [direction, from, to] of lines) {
      from.unpipe(to)
      if (dead || held.has(direction)) from.pause()
      else from.pipe(to)
    }
  }

  const server = createServer((client) => {
    if (hanging) {
      client.on('error', () => client.destroy())
      client.on('close', () => hung.delete(client))
      hung.add(client)
      return
    }
    const upstream = connect(Number(port), hostname)
    const pair: Pair = { client, upstream, dead: false }
    pairs.add(pair)
    for (const socket of [client, upstream]) {
      const other = socket === client ? upstream : client
      const part = (): void => {
        if (!pair.dead) other.destroy()
      }
      socket.on('error', part)
      socket.on('close', () => {
        part()
        if (other.destroyed) pairs.delete(pair)
      })
    }
    lead(pair)
  })
  let own = 0
  const listen = async (): Promise<void> => {
    await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    own = address.port
  }
  const cut = (): void => {
    for (const { client, upstream } of pairs) {
      for (const socket of [client, upstream]) socket.resetAndDestroy()
    }
    for (const socket of hung) socket.resetAndDestroy()
  }
  const down = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve))
    cut()
    await closed
  }
  const reflow = (): void => {
    for (const pair of pairs) lead(pair)
  }
  const halfOpen = (): void => {
    for (const pair of pairs) {
      pair.dead = true
      lead(pair)
    }
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
      halfOpen()
    },
    flow() {
      hanging = false
      cut()
    },
    hold(direction) {
      held.add(direction)
      reflow()
    },
    release() {
      held.clear()
      reflow()
    },
    halfOpen,
    retarget(url) {
      ;({ hostname, port } = new URL(url))
    },
    get connections() {
      return pairs.size
    },
    async close() {
      if (server.listening) await down()
      else cut()
    },
  }
}

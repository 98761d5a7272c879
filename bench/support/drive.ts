import { connect } from 'node:net'

export interface Load {
  readonly host: string
  readonly port: number
  readonly connections: number
  readonly seconds: number
  /** The whole request, head and body. */
  readonly request: (n: number) => string
}

/**
 * Sends requests over kept-alive connections, each the next one as soon as it is answered.
 *
 * @returns answers a second with status 200; any other ends the drive
 */
export async function drive(load: Load): Promise<number> {
  const until = performance.now() + load.seconds * 1000
  let answered = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: load.connections }, (_, lane) =>
      ask(load, until, lane, () => {
        answered++
      }),
    ),
  )
  return (answered / (performance.now() - started)) * 1000
}

function ask(load: Load, until: number, lane: number, count: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(load.port, load.host)
    let n = lane
    let received = ''
    const next = (): void => {
      if (performance.now() >= until) {
        socket.end()
        resolve()
        return
      }
      socket.write(load.request(n))
      n += load.connections
    }
    socket.setNoDelay(true)
    socket.on('error', reject)
    socket.on('connect', next)
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
      const headEnd = received.indexOf('\r\n\r\n')
      if (headEnd < 0) return
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? Number.NaN)
      if (Number.isNaN(length)) reject(new Error(`no content-length: ${received.slice(0, 200)}`))
      if (received.length < headEnd + 4 + length) return
      if (!received.startsWith('HTTP/1.1 200')) reject(new Error(received.slice(0, 300)))
      received = ''
      count()
      next()
    })
  })
}

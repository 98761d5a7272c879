import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import type { Client, Connection, Submittable } from 'pg'

/**
 * COPY over the driver's own connection, which knows the protocol and has no function for it: see
 * "COPY Operations" in Postgres' manual on its protocol. Neither side holds more than a few pieces.
 */

/** Bytes that are gathered before they are handed on: enough that packing them pays. */
const PIECE_BYTES = 4_000_000

interface CopyStatement extends Submittable {
  handleCopyInResponse(connection: Connection): void
  handleCopyData(message: { readonly chunk: Buffer }, connection: Connection): void
  handleCommandComplete(message: { readonly text: string }): void
  handleReadyForQuery(): void
  handleError(error: Error): void
}

/**
 * Runs a `copy … to stdout`. `take` gets the bytes in pieces that end between two rows, one after the
 * other; what it takes long for is waited for.
 *
 * @returns how many rows came
 */
export async function copyOut(
  client: Client,
  statement: string,
  take: (piece: Buffer) => Promise<void>,
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  let held: Buffer[] = []
  let size = 0
  let rows = 0
  let failed = false
  let taking = Promise.resolve()

  function handOn(stream: Duplex): void {
    if (size === 0) return
    const piece = Buffer.concat(held)
    held = []
    size = 0
    stream.pause()
    taking = taking
      .then(() => (failed ? undefined : take(piece)))
      .catch((error: unknown) => {
        failed = true
        reject(error instanceof Error ? error : new Error(String(error)))
        // Nobody wants the rest, and there is no other way to say so in mid-copy.
        stream.destroy()
      })
      .finally(() => stream.resume())
  }

  let source: Duplex | undefined
  const query: CopyStatement = {
    submit(connection) {
      source = connection.stream
      connection.query(statement)
    },
    handleCopyInResponse: unexpected,
    handleCopyData({ chunk }, connection) {
      // The parser writes its next messages into the same memory.
      held.push(Buffer.from(chunk))
      size += chunk.length
      if (size >= PIECE_BYTES) handOn(connection.stream)
    },
    handleCommandComplete({ text }) {
      rows = rowsIn(text)
    },
    handleReadyForQuery() {
      if (source !== undefined) handOn(source)
      taking.then(() => {
        resolve(rows)
      }, reject)
    },
    handleError: reject,
  }
  client.query(query)
  return promise
}

/**
 * Runs a `copy … from stdin` with the bytes of `pieces`. What they throw ends the copy, and comes out
 * of here.
 *
 * @returns how many rows went in
 */
export async function copyIn(
  client: Client,
  statement: string,
  pieces: AsyncIterable<Buffer>,
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  let rows = 0
  let over = false

  async function feed(stream: Duplex): Promise<void> {
    for await (const piece of pieces) {
      if (over) return
      if (!stream.write(message('d', piece))) await drained(stream)
    }
    stream.write(message('c', Buffer.alloc(0)))
  }

  const query: CopyStatement = {
    submit(connection) {
      connection.query(statement)
    },
    handleCopyInResponse({ stream }) {
      feed(stream).catch((error: unknown) => {
        reject(error instanceof Error ? error : new Error(String(error)))
        stream.write(message('f', Buffer.from('broken off\0')))
      })
    },
    handleCopyData: unexpected,
    handleCommandComplete({ text }) {
      rows = rowsIn(text)
    },
    handleReadyForQuery() {
      resolve(rows)
    },
    handleError(error) {
      over = true
      reject(error)
    },
  }
  client.query(query)
  return promise
}

/** A message of the protocol: its letter, its length with these four bytes, and what it says. */
function message(letter: 'd' | 'c' | 'f', body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(letter, 0, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

/** A connection that is lost meanwhile drains never. */
async function drained(stream: Duplex): Promise<void> {
  const over = new AbortController()
  const { signal } = over
  await Promise.race([
    once(stream, 'drain', { signal }),
    once(stream, 'close', { signal }),
  ]).finally(() => {
    over.abort()
  })
}

function rowsIn(tag: string): number {
  return Number(/^COPY (\d+)$/.exec(tag)?.[1] ?? 0)
}

function unexpected(): never {
  throw new Error('The server copies the wrong way')
}

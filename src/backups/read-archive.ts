import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { messageOf, UserError } from '../platform/errors.ts'
import {
  COUNTS,
  countsShape,
  DIGEST,
  HEAD,
  headShape,
  rowsIn,
  type Counts,
  type Head,
} from './manifest.ts'
import { BLOCK, padding, readTarHeader } from './tar.ts'

export interface Entry {
  readonly name: string
  readonly content: Buffer
}

/** What a backup says of itself; it is whole. */
export interface Inspected {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly head: Head
  readonly counts: Counts
  readonly rows: number
}

/** No part that we write is near it; a damaged length must not take all memory. */
const MOST_BYTES = 256_000_000

/**
 * Reads a backup from its first to its last byte and believes nothing before the digest is right.
 *
 * @throws UserError where it is none, damaged, cut short, or of a format that this version does not know
 */
export async function inspectBackup(file: string): Promise<Inspected> {
  let head: unknown
  let counts: unknown
  let sha256 = ''
  const bytes = await readingOf(file, async (entries) => {
    for await (const { name, content } of entries) {
      if (name === HEAD) head = parsed(file, content)
      if (name === COUNTS) counts = parsed(file, content)
      if (name === DIGEST) sha256 = content.toString('latin1').trim()
    }
  })
  const knownHead = headShape.safeParse(head)
  const knownCounts = countsShape.safeParse(counts)
  if (!knownHead.success || !knownCounts.success) {
    throw new UserError(`${file} is whole, and of a format that this version does not know`, {
      hint: 'It was made by a newer version of the program: install that version to restore it.',
    })
  }
  const inside = { head: knownHead.data, counts: knownCounts.data }
  return { file, bytes, sha256, ...inside, rows: rowsIn(inside.counts) }
}

/**
 * Opens a backup and hands its entries to `work`, in their order.
 *
 * @returns the size of the file
 */
export async function readingOf(
  file: string,
  work: (entries: AsyncIterable<Entry>) => Promise<void>,
): Promise<number> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new UserError(`${file} cannot be read: ${messageOf(error)}`, { cause: error })
  })
  try {
    const found = await handle.stat()
    if (!found.isFile()) throw new UserError(`${file} cannot be read: it is no file`)
    await work(entriesOf(file, handle))
    return found.size
  } finally {
    await handle.close()
  }
}

/** Checks the digest when it comes to it, which is the last entry; whoever stops before has not checked. */
async function* entriesOf(file: string, handle: FileHandle): AsyncGenerator<Entry> {
  const digest = createHash('sha256')
  for (;;) {
    const block = await readExactly(file, handle, BLOCK)
    const header = readTarHeader(block)
    if (header === undefined || header.size > MOST_BYTES) throw damaged(file)
    const content = await readExactly(file, handle, header.size)
    const rest = await readExactly(file, handle, padding(header.size))
    if (header.name !== DIGEST) {
      digest.update(block).update(content).update(rest)
      yield { name: header.name, content }
      continue
    }
    if (content.toString('latin1').trim() !== digest.digest('hex')) throw damaged(file)
    const end = await readExactly(file, handle, 2 * BLOCK)
    const { bytesRead } = await handle.read(Buffer.alloc(1), 0, 1)
    if (bytesRead > 0 || end.some((byte) => byte !== 0)) throw damaged(file)
    yield { name: DIGEST, content }
    return
  }
}

async function readExactly(file: string, handle: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size)
  let filled = 0
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled)
    if (bytesRead === 0) throw damaged(file)
    filled += bytesRead
  }
  return bytes
}

function parsed(file: string, content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch {
    throw damaged(file)
  }
}

function damaged(file: string): UserError {
  return new UserError(`${file} is no backup, or it is damaged or cut short; nothing was changed`, {
    hint: 'Copy it anew from where it was made, or take the one before. `restore --check` looks without restoring.',
  })
}

import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ZipFile } from 'yazl'

/** The earliest day that the format knows: the same content makes the same file. */
const MADE = { mtime: new Date(1980, 0, 1), compressionLevel: 6 }

export interface Archive {
  add(name: string, content: string): void
  /** Resolves once all of it is packed; the next one is begun after that. */
  addStream(name: string, content: Readable): Promise<void>
}

/**
 * An archive in pieces as they come. What `fill` fails with ends the stream; when nobody reads any
 * more, what is being packed ends.
 *
 * @param whenClosed is told when the stream ended, whoever ended it
 */
export async function writeZip(
  fill: (archive: Archive, whenClosed: AbortSignal) => Promise<void>,
): Promise<Readable> {
  // Loaded by the first file that is written: a bot that runs writes few.
  const { ZipFile: Zip } = await import('yazl')
  const zip = new Zip()
  const output = zip.outputStream
  if (!(output instanceof Readable)) throw new TypeError('The archive is no stream')
  const fail = (error: unknown): void => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  }
  const closed = new AbortController()
  output.once('close', () => {
    closed.abort()
  })
  zip.on('error', fail)
  fill(archiveOf(zip, closed.signal), closed.signal).then(() => {
    zip.end()
  }, fail)
  return output
}

function archiveOf(zip: ZipFile, whenClosed: AbortSignal): Archive {
  return {
    add(name, content) {
      zip.addBuffer(Buffer.from(content, 'utf8'), name, MADE)
    },
    async addStream(name, content) {
      zip.addReadStream(content, name, MADE)
      await finished(content, { signal: whenClosed }).finally(() => {
        content.destroy()
      })
    },
  }
}

export interface FileInZip {
  readonly name: string
  readonly content: () => Readable
}

/** An archive of these files, one after the other. */
export async function zipFiles(files: readonly FileInZip[]): Promise<Readable> {
  return writeZip(async (archive) => {
    for (const { name, content } of files) await archive.addStream(name, content())
  })
}

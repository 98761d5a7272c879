import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { DIGEST } from './manifest.ts'
import { BLOCK, padding, tarHeader } from './tar.ts'

export interface ArchiveWriter {
  add(name: string, content: Buffer): Promise<void>
  /** Writes the digest and the end, and has all of it on the disk. @returns the file's size */
  finish(): Promise<number>
  close(): Promise<void>
}

/** A new file that nobody but its owner may read; it must not exist. */
export async function createArchive(file: string): Promise<ArchiveWriter> {
  const handle = await open(file, 'wx', 0o600)
  const digest = createHash('sha256')
  let size = 0

  async function write(bytes: Buffer): Promise<void> {
    digest.update(bytes)
    await writeAll(handle, bytes)
    size += bytes.length
  }
  const add = (name: string, content: Buffer): Promise<void> =>
    write(
      Buffer.concat([
        tarHeader(name, content.length),
        content,
        Buffer.alloc(padding(content.length)),
      ]),
    )
  return {
    add,
    async finish() {
      await add(DIGEST, Buffer.from(`${digest.copy().digest('hex')}\n`))
      await write(Buffer.alloc(2 * BLOCK))
      await handle.sync()
      return size
    },
    close: () => handle.close(),
  }
}

/** A disk that is nearly full takes a part of what it is given, without an error. */
async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    written += (await handle.write(bytes, written, bytes.length - written)).bytesWritten
  }
}

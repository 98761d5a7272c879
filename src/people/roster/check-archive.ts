import { pipeline } from 'node:stream/promises'
import { Writable } from 'node:stream'
import { fromBufferPromise } from 'yauzl'
import type { TableProblem } from './table-problem.ts'

/** A workbook of a hundred thousand people has about ten parts, of 60 MB together. */
const MOST_PARTS = 500
const MOST_UNPACKED = 200_000_000

/**
 * Whether an archive may be handed to a library that unpacks it whole: looked at before, since a few
 * kilobytes can say that they are gigabytes, and can be more than they say. Every part is unpacked to
 * nowhere; one that is larger than it says is damaged.
 */
export async function checkArchive(bytes: Buffer): Promise<TableProblem | undefined> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
    if (zip.entryCount > MOST_PARTS) return 'too-many-parts'
    let unpacked = 0
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize
      if (unpacked > MOST_UNPACKED) return 'unpacks-too-large'
      await pipeline(await zip.openReadStreamPromise(entry), nowhere())
    }
    return undefined
  } catch {
    return 'damaged'
  }
}

function nowhere(): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => {
      done()
    },
  })
}

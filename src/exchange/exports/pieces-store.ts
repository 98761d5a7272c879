import { and, eq } from 'drizzle-orm'
import type { Db } from '../../platform/db/index.ts'
import { exportPieces } from '../schema.ts'

/** Bytes of one piece: what is in memory of a file, however large it is. */
const PIECE = 1024 * 1024

interface Of {
  readonly id: number
  readonly attempt: number
}

/**
 * Keeps a file as it comes.
 *
 * @param most bytes that are kept of it
 * @returns its size; undefined when it is larger, and then a part of it lies there
 */
export async function keepFile(
  db: Db,
  { id, attempt }: Of,
  file: AsyncIterable<Buffer>,
  most: number,
): Promise<number | undefined> {
  let size = 0
  let position = 0
  let gathered: Buffer[] = []
  let held = 0
  const write = async (): Promise<void> => {
    const bytes = Buffer.concat(gathered)
    gathered = []
    held = 0
    await db.insert(exportPieces).values({ exportId: id, attempt, position, bytes })
    position += 1
  }
  for await (const bytes of file) {
    size += bytes.length
    if (size > most) return undefined
    gathered.push(bytes)
    held += bytes.length
    if (held >= PIECE) await write()
  }
  if (held > 0) await write()
  return size
}

/** The file, a piece at a time. It ends where pieces end: `size` says whether all was there. */
export async function* readFile(
  db: Db,
  { id, attempt, size }: Of & { readonly size: number },
): AsyncGenerator<Buffer> {
  let read = 0
  for (let position = 0; read < size; position += 1) {
    const [row] = await db
      .select({ bytes: exportPieces.bytes })
      .from(exportPieces)
      .where(
        and(
          eq(exportPieces.exportId, id),
          eq(exportPieces.attempt, attempt),
          eq(exportPieces.position, position),
        ),
      )
    if (row === undefined) throw new Error('The file is gone')
    read += row.bytes.length
    yield row.bytes
  }
}

export async function dropPieces(db: Db, { id, attempt }: Of): Promise<void> {
  await db
    .delete(exportPieces)
    .where(and(eq(exportPieces.exportId, id), eq(exportPieces.attempt, attempt)))
}

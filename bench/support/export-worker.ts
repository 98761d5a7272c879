/**
 * Writes one export as a worker does, and says what it took. Its peak is what the kernel saw, which
 * misses nothing between two looks.
 */
import { sql } from 'drizzle-orm'
import { createExporter } from '../../src/exchange/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { connectDatabase, rowsOf } from '../../src/platform/db/index.ts'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import { createLogger } from '../../src/platform/logger.ts'

const [, , url = '', format = 'xlsx'] = process.argv
const database = connectDatabase(url, { max: 4 })
const { db } = database
const [asked] = await rowsOf<{ id: number }>(
  db,
  sql`
  insert into exports (person_id, format, state, asked_at)
  select person_id, ${format}, 'asked', granted_at from roles returning id::int`,
)
const exporter = createExporter({
  db,
  clock: systemClock,
  log: createLogger('silent'),
  timezone: 'Asia/Makassar',
  dataSecret: undefined,
  home: 'https://belajar.example',
  hasAddress: true,
  meaningOf: (_, table, column) => `${table} ${column}`,
  sendReplies: () => Promise.resolve(),
})
const idleMb = process.memoryUsage().rss / 1e6
const began = elapsedMs()
await exporter.run(asked?.id ?? 0)
const seconds = (elapsedMs() - began) / 1000
const [made] = await rowsOf<{ state: string; rows: number; bytes: number }>(
  db,
  sql`select state, rows_done as rows, bytes::int as bytes from exports where id = ${asked?.id ?? 0}`,
)
if (made?.state !== 'done') throw new Error(`The export is ${made?.state ?? 'gone'}`)
await db.execute(sql`truncate export_pieces`)
await database.close()
// Kilobytes on every system that Node knows but one.
const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6
const { rows, bytes } = made
process.stdout.write(JSON.stringify({ rows, bytes, seconds, peakMb, idleMb }))

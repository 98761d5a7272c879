/**
 * Writes one export as a worker does, and says what it took. Starting costs more memory than what
 * stays (TypeScript is stripped, and that is given back), so the peak is that of looks taken while it
 * writes, every 20 ms.
 */
import { sql } from 'drizzle-orm'
import { createExporter } from '../../src/exchange/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { connectDatabase, rowsOf } from '../../src/platform/db/index.ts'
import { elapsedMs, pause } from '../../src/platform/elapsed.ts'
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
  narrowedTo: () => Promise.resolve([]),
  sendReplies: () => Promise.resolve(),
})
/** Elapsed milliseconds in which what starting needed is given back, and between two looks. */
const SETTLED_MS = 3000
const LOOK_MS = 20

const rssMb = (): number => process.memoryUsage.rss() / 1e6
await pause(SETTLED_MS)
const idleMb = rssMb()
const began = elapsedMs()
const over = new AbortController()
let peakMb = idleMb
const looking = (async () => {
  while (!over.signal.aborted) {
    peakMb = Math.max(peakMb, rssMb())
    await pause(LOOK_MS, over.signal)
  }
})()
await exporter.run(asked?.id ?? 0)
over.abort()
await looking
const seconds = (elapsedMs() - began) / 1000
const [made] = await rowsOf<{ state: string; rows: number; bytes: number }>(
  db,
  sql`select state, rows_done as rows, bytes::int as bytes from exports where id = ${asked?.id ?? 0}`,
)
if (made?.state !== 'done') throw new Error(`The export is ${made?.state ?? 'gone'}`)
await db.execute(sql`delete from export_pieces`)
await database.close()
const { rows, bytes } = made
process.stdout.write(JSON.stringify({ rows, bytes, seconds, peakMb, idleMb }))

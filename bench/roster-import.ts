/**
 * How long the import of a roster takes, by its statements: all rows new, all of them changed, none
 * changed, and as many people who had joined before it and get the place that is theirs.
 *
 *     node bench/roster-import.ts [--rows 10000] [--units 50] [--json]
 */
import { sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '../src/app.ts'
import { importRoster, type RosterRow } from '../src/people/index.ts'
import { at, connectDatabase, rowsOf, type Db } from '../src/platform/db/index.ts'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/embedded/index.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000' },
    units: { type: 'string', default: '50' },
    json: { type: 'boolean', default: false },
  },
})
const count = Number(values.rows)
const now = new Date('2026-11-23T02:00:00Z')

async function unitIds(db: Db): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`
    insert into units (id, name, parent_id, created_at)
    select md5('unit' || n)::uuid, 'Unit ' || n, case when n > 1 then md5('unit1')::uuid end, ${at(now)}
    from generate_series(1, ${Number(values.units)}::int) n returning id`,
  )
  return rows.map(({ id }) => id)
}

/** Names that are nothing like each other, so that each means one place for certain. */
function nameOf(n: number): string {
  const hex = createHash('md5').update(String(n)).digest('hex')
  const letters = hex.replaceAll(/./g, (digit) =>
    String.fromCodePoint(97 + Number.parseInt(digit, 16)),
  )
  return `${letters.slice(0, 8)} ${letters.slice(8, 18)}`
}

/** Who has joined already, by those names. */
async function joined(db: Db, rows: readonly RosterRow[]): Promise<void> {
  const people = rows.map(({ name, unitId }, n) => ({ name, unit_id: unitId, n: n + 1 }))
  await db.execute(sql`
    insert into people (id, telegram_id, chat_id, name, locale, timezone, lesson_minute, unit_id,
      joined_at, last_seen_at, created_at)
    select gen_random_uuid(), n, n, name, 'id', 'Asia/Makassar', 540, unit_id, ${at(now)}, ${at(now)},
      ${at(now)}
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as r(name text, unit_id uuid, n int)`)
}

const folder = await mkdtemp(join(tmpdir(), 'sedikit-bench-'))
const dataDir = join(folder, 'postgres')
const postgres = await startEmbeddedPostgres({ dataDir })
const database = connectDatabase(postgres.appUrl)
try {
  await migrate(postgres, undefined)
  const { db } = database
  const units = await unitIds(db)
  const rows = Array.from({ length: count }, (_, n): RosterRow => {
    const unitId = units[n % units.length] ?? ''
    return { line: n + 2, name: nameOf(n), unitId, jobRole: null, phone: `62811${n}` }
  })
  const later = rows.map((row) => ({ ...row, phone: `62822${row.line}` }))
  const timed = async (file: readonly RosterRow[]): Promise<{ ms: number; claimed: number }> => {
    const start = performance.now()
    const imported = await db.transaction((tx) => importRoster(tx, file, now))
    const ms = Math.round(performance.now() - start)
    return { ms, claimed: imported.kind === 'imported' ? imported.claimed : 0 }
  }
  const result: Record<string, { ms: number; claimed: number }> = {
    'all new': await timed(rows),
    'all changed': await timed(later),
    'none changed': await timed(later),
  }
  await joined(db, rows)
  result['as many had joined'] = await timed(later)
  if (values.json) console.log(JSON.stringify({ rows: count, ...result }))
  else {
    for (const [name, { ms, claimed }] of Object.entries(result)) {
      console.log(`${name.padEnd(20)}${String(ms).padStart(7)} ms, ${claimed} places claimed`)
    }
  }
} finally {
  await database.close()
  await postgres.stop()
  await removeEmbeddedPostgres(dataDir)
  await rm(folder, { recursive: true, force: true })
}

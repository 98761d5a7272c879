/**
 * The simulated year on the real thing: planner, reminders, ledgers and answers on real Postgres,
 * with a clock that steps through every moment of it; then a look at every message that went out.
 *
 *     node bench/year-ledger.ts [--people 100] [--seed 20261124] [--days 365]
 *                               [--minutes 10] [--json]
 *
 * With `--minutes` it ends on the day on which so many have passed, and says which.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { migrate } from '../src/app.ts'
import { loadCatalogue } from '../src/content/index.ts'
import { readSettings } from '../src/learning/index.ts'
import { connectDatabase } from '../src/platform/db/index.ts'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/embedded/index.ts'
import { checkLedger } from './support/year/check-ledger.ts'
import { passDays } from './support/year/ledger-year.ts'
import { yearPeople } from './support/year/people.ts'
import { settle } from './support/year/settle.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100' },
    seed: { type: 'string', default: '20261124' },
    days: { type: 'string', default: '365' },
    minutes: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

const loaded = await loadCatalogue(fileURLToPath(new URL('../lessons', import.meta.url)))
if (!loaded.ok) throw new Error('The lessons are broken')
const { catalogue } = loaded
const seed = Number(values.seed)
const days = Number(values.days)
const people = yearPeople(catalogue, Number(values.people), seed)
const folder = await mkdtemp(join(tmpdir(), 'sedikit-bench-'))
const dataDir = join(folder, 'postgres')
const started = performance.now()
try {
  const postgres = await startEmbeddedPostgres({
    dataDir,
    // Nothing here outlives the run.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  })
  await migrate(postgres, undefined)
  const { db, close } = connectDatabase(postgres.appUrl)
  try {
    const ids = await settle(db, catalogue, people)
    const load = (await readSettings(db))['review.load']
    const year = { db, catalogue, people, ids, seed }
    const enough = Number(values.minutes ?? Number.POSITIVE_INFINITY)
    const minutes = (): number => (performance.now() - started) / 60_000
    let passed = 0
    while (passed < days && minutes() < enough) {
      await passDays(year, passed, passed)
      passed++
      if (passed % 30 === 0) console.error(`${passed} days after ${minutes().toFixed(1)} min`)
    }
    const checked = { seed, days: passed, load, ...(await checkLedger(db, people, ids, load)) }
    console.log(values.json ? JSON.stringify(checked) : JSON.stringify(checked, null, 2))
    if (Object.keys(checked.faults).length > 0) process.exitCode = 1
  } finally {
    await close()
    await postgres.stop()
  }
} finally {
  await removeEmbeddedPostgres(dataDir)
  await rm(folder, { recursive: true, force: true })
}

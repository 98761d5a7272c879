import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { addUnit, importRoster, type RosterRow, type Unit } from '../../src/people/index.ts'
import { connectDatabase, rowsOf, type Database, type Db } from '../../src/platform/db/index.ts'
import { addFinishers } from '../support/finishers.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'

const now = new Date('2026-11-20T02:00:00Z')
/** More than one statement holds. */
const ROWS = 4500
/** Of one unit, no more than an import compares with its places. */
const JOINED = 200

let cloned: ClonedDatabase
let database: Database
let unit: Unit
beforeAll(async () => {
  cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  database = connectDatabase(cloned.appUrl)
  unit = await addUnit(database.db, { name: 'Pemkab Contoh', now })
})
afterAll(async () => {
  await database.close()
  await cloned.drop()
})

/** Names that are nothing like each other. */
function nameOf(n: number): string {
  const hex = createHash('md5').update(String(n)).digest('hex')
  const letters = hex.replaceAll(/./g, (digit) =>
    String.fromCodePoint(97 + Number.parseInt(digit, 16)),
  )
  return `${letters.slice(0, 8)} ${letters.slice(8, 18)}`
}

function file(phone: (n: number) => string): RosterRow[] {
  return Array.from({ length: ROWS }, (_, n) => ({
    line: n + 2,
    name: nameOf(n),
    unitId: unit.id,
    jobRole: null,
    phone: phone(n),
  }))
}

/** How many statements a transaction makes. */
async function counted(rows: readonly RosterRow[]) {
  let statements = 0
  const made = await database.db.transaction((tx) => {
    const counting = new Proxy<Db>(tx, {
      get(target, name): unknown {
        if (['execute', 'select', 'insert', 'update'].includes(String(name))) statements++
        const found: unknown = Reflect.get(target, name)
        return typeof found === 'function' ? (found.bind(target) as unknown) : found
      },
    })
    return importRoster(counting, rows, now)
  })
  return { made, statements }
}

it('takes thousands of changed rows, and people who had joined, in a handful of statements', async () => {
  const first = await counted(file((n) => `62811${n}`))
  expect(first.made).toMatchObject({ added: ROWS, changed: 0, claimed: 0 })
  expect(first.statements).toBeLessThan(12)

  const names = Array.from({ length: JOINED }, (_, n) => nameOf(n))
  await addFinishers(database.db, {
    count: JOINED,
    unitId: unit.id,
    doneAt: now,
    names,
    firstId: 7100,
  })
  const second = await counted(file((n) => (n % 9 === 0 ? `62811${n}` : `62822${n}`)))
  expect(second.made).toMatchObject({
    added: 0,
    changed: ROWS - ROWS / 9,
    unchanged: ROWS / 9,
    claimed: JOINED,
  })
  expect(second.statements).toBeLessThan(12)
  const [row] = await rowsOf(
    database.db,
    sql`
    select (count(*) filter (where r.phone like '62822%'))::int as changed,
      (count(*) filter (where p.name = r.name and r.claimed_by is null and r.claimed_at is not null))::int
        as claimed, (count(*) filter (where r.person_id is null))::int as free
    from roster_places r left join people p on p.id = r.person_id`,
  )
  expect(row).toEqual({ changed: ROWS - ROWS / 9, claimed: JOINED, free: ROWS - JOINED })
  // Once more: nothing is new, and whose the places are stays.
  const third = await counted(file((n) => (n % 9 === 0 ? `62811${n}` : `62822${n}`)))
  expect(third.made).toMatchObject({ added: 0, changed: 0, unchanged: ROWS, claimed: 0 })
})

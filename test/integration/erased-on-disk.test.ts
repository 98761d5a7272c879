import { sql } from 'drizzle-orm'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../src/app.ts'
import { createPerson, type Person } from '../../src/people/index.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/embedded/index.ts'
import { personalTables } from '../../src/privacy/index.ts'
import { keepRollups } from '../../src/reports/index.ts'
import { erasePerson } from '../../src/rights/index.ts'
import { callInProcess } from '../support/journey-process.ts'
import { layWholePerson, WORDS } from '../support/whole-person.ts'

const NOW = new Date('2026-11-23T01:30:00Z')
const ID = 6_281_457_913
const NAME = 'Zulaikha Rahmatunnisa'
const NIP = '198503122010012345'

/** As Postgres writes a bigint into a row on the machines that it runs on here. */
function bigint(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64LE(BigInt(value))
  return bytes
}

const TRACES: Readonly<Record<string, Buffer>> = {
  name: Buffer.from(NAME),
  nip: Buffer.from(NIP),
  words: Buffer.from(WORDS),
  phone: Buffer.from('6281211112222'),
  account: bigint(ID),
  'account in words': Buffer.from(String(ID)),
}

/** Files below a folder that hold one of the traces, with which. */
async function holding(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const file of files.filter((one) => one.isFile())) {
    const path = join(file.parentPath, file.name)
    const bytes = await readFile(path)
    for (const [what, trace] of Object.entries(TRACES)) {
      if (bytes.includes(trace)) found.push(`${path.slice(folder.length + 1)}: ${what}`)
    }
  }
  return found.toSorted()
}

describe('what an erasure leaves on the disk', () => {
  let folder: string
  let server: EmbeddedPostgres
  let database: Database
  let owner: Database
  const settings = { autovacuum: 'off' }
  const begin = async (): Promise<void> => {
    server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), settings })
    await migrate(server, undefined)
    database = connectDatabase(server.appUrl)
    owner = connectDatabase(server.ownerUrl)
  }
  /** Stopping writes all that is in memory to the files. */
  const end = async (): Promise<void> => {
    await database.close()
    await owner.close()
    await server.stop()
  }
  const add = (telegramId: number): Promise<Person> =>
    createPerson(
      database.db,
      {
        telegramId,
        chatId: telegramId,
        locale: 'id',
        timezone: 'Asia/Makassar',
        lessonMinute: 540,
        unitId: null,
        unconfirmedSince: null,
      },
      NOW,
    )
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sedikit-disk-'))
    await begin()
    await database.db.execute(sql`
      insert into units (id, name, created_at) values (gen_random_uuid(), 'Organisasi', ${NOW.toISOString()}::timestamptz)`)
    const other = await add(7100)
    const person = await add(ID)
    await layWholePerson(database.db, {
      personId: person.id,
      telegramId: ID,
      name: NAME,
      nip: NIP,
      otherId: other.id,
    })
    await end()
    await begin()
  })
  afterAll(async () => {
    await end()
    await removeEmbeddedPostgres(join(folder, 'postgres'))
    await rm(folder, { recursive: true, force: true })
  })

  it('finds everything in the files before', async () => {
    const found = await holding(join(server.clusterDir, 'base'))
    for (const what of ['name', 'nip', 'words', 'phone', 'account']) {
      expect([what, found.some((one) => one.endsWith(`: ${what}`))]).toEqual([what, true])
    }
  })

  it('is the log of changes alone, once the tables were written anew', async () => {
    const [row] = await rowsOf<{ id: string }>(
      database.db,
      sql`select id from people where telegram_id = ${ID}`,
    )
    const personId = row?.id ?? ''
    await database.db.transaction((tx) => erasePerson(tx, { personId, by: personId }, NOW))
    await keepRollups(database.db)
    await owner.db.execute(sql`vacuum`)
    await end()
    // Bytes of deleted rows stay in their pages until others take their place: hence the command.
    expect(await holding(join(server.clusterDir, 'base'))).not.toEqual([])
    await begin()
    const env = { DATABASE_URL: server.appUrl, DATABASE_OWNER_URL: server.ownerUrl }
    const { code, stdout } = await callInProcess(['data', 'scrub', '--json'], env)
    expect({ code, told: JSON.parse(stdout) }).toEqual({
      code: 0,
      told: { tables: personalTables.length + 2 },
    })
    await end()
    const found = await holding(folder)
    // Postgres' own: docs/privacy.md says for how long.
    expect(found.filter((one) => !one.includes('/pg_wal/'))).toEqual([])
    await begin()
  })
})

import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrate } from '../../src/app.ts'
import { audit, readAudit, type AuditQuery } from '../../src/audit/index.ts'
import { connectDatabase, type Database } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'

const RINA = crypto.randomUUID()
const BUDI = crypto.randomUUID()
const UNIT = crypto.randomUUID()

describe('the audit trail', () => {
  let database: ClonedDatabase
  let app: Database
  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    app = connectDatabase(database.appUrl)
    const day = (date: number) => new Date(Date.UTC(2026, 10, date))
    const { db } = app
    await audit(db, { action: 'unit.added', by: null, unitId: UNIT }, day(1))
    await audit(db, { action: 'role.granted', by: RINA, personId: BUDI, unitId: UNIT }, day(2))
    await audit(db, { action: 'invite.made', by: BUDI, details: { uses: 3 } }, day(3))
    await audit(db, { action: 'role.revoked', by: null, personId: RINA }, day(4))
  })
  afterAll(async () => {
    await app.close()
    await database.drop()
  })

  const change = [
    `update audit set action = 'role.granted'`,
    `update audit set by_id = null where false`,
    'delete from audit',
    'truncate audit',
    'alter table audit disable trigger all',
    'drop trigger audit_stays on audit',
  ]

  it.each(change)('the app may not: %s', async (statement) => {
    const client = postgres(database.appUrl, { max: 1, onnotice: () => undefined })
    try {
      await expect(client.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
    } finally {
      await client.end()
    }
  })

  it.each(change.slice(0, 4))(
    'nor does whoever uses one role for all change it by accident: %s',
    async (statement) => {
      const client = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined })
      try {
        await expect(client.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
      } finally {
        await client.end()
      }
    },
  )

  it('stays so when it is migrated again', async () => {
    const { ownerUrl, appUrl } = database
    await migrate({ ownerUrl, appUrl, stop: () => Promise.resolve() }, 'redis://unused')
    const [rights] = await app.db
      .execute(
        sql`select has_table_privilege('audit', 'insert, select') as may,
          has_table_privilege('audit', 'update') or has_table_privilege('audit', 'delete')
            or has_table_privilege('audit', 'truncate') or has_table_privilege('audit', 'trigger')
            as may_not`,
      )
      .then(({ rows }) => rows)
    expect(rights).toEqual({ may: true, may_not: false })
  })

  const actions = async (query: Partial<AuditQuery>): Promise<string[]> =>
    (await readAudit(app.db, { limit: 10, ...query })).entries.map(({ action }) => action)

  it('is found by person, whether they did it or had it done to them', async () => {
    expect(await actions({ personId: RINA })).toEqual(['role.revoked', 'role.granted'])
    expect(await actions({ personId: BUDI })).toEqual(['invite.made', 'role.granted'])
  })

  it('is found by unit, by kind and by period, and by all at once', async () => {
    expect(await actions({ unitId: UNIT })).toEqual(['role.granted', 'unit.added'])
    expect(await actions({ group: 'role' })).toEqual(['role.revoked', 'role.granted'])
    const from = new Date(Date.UTC(2026, 10, 2))
    const to = new Date(Date.UTC(2026, 10, 4))
    expect(await actions({ from, to })).toEqual(['invite.made', 'role.granted'])
    expect(await actions({ from, to, group: 'role', personId: RINA, unitId: UNIT })).toEqual([
      'role.granted',
    ])
    expect(await actions({ group: 'nothing of ours' })).toEqual([])
  })

  it('is read by pages, each older than the last', async () => {
    const first = await readAudit(app.db, { limit: 3 })
    expect(first.more).toBe(true)
    const before = first.entries.at(-1)?.id ?? 0
    const second = await readAudit(app.db, { limit: 3, before })
    expect([...first.entries, ...second.entries].map(({ action }) => action)).toEqual([
      'role.revoked',
      'invite.made',
      'role.granted',
      'unit.added',
    ])
    expect(second.more).toBe(false)
  })

  it('does not stand when what was done is taken back', async () => {
    await expect(
      app.db.transaction(async (tx) => {
        await audit(tx, { action: 'unit.closed', by: null, unitId: UNIT }, new Date(0))
        throw new Error('taken back')
      }),
    ).rejects.toThrow('taken back')
    expect(await actions({ group: 'unit' })).toEqual(['unit.added'])
  })
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { columnsOf, inventory, personalTables } from '../../src/privacy/index.ts'
import { conditionOf } from '../../src/rights/own-data-store.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { registerOf } from '../support/privacy-register.ts'

describe('the inventory of personal data', () => {
  let database: ClonedDatabase
  let connected: Database
  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    connected = connectDatabase(database.appUrl)
  })
  afterAll(async () => {
    await connected.close()
    await database.drop()
  })

  it('names every table and column that there is, and no other', async () => {
    const rows = await rowsOf<{ table_name: string; columns: string[] }>(
      connected.db,
      sql`
      select table_name, array_agg(column_name::text order by column_name) as columns
      from information_schema.columns where table_schema = 'public' group by table_name`,
    )
    expect(rows.length).toBeGreaterThan(60)
    const there = Object.fromEntries(rows.map((row) => [row.table_name, row.columns.toSorted()]))
    const named = Object.fromEntries(
      Object.entries(inventory).map(([name, entry]) => [name, columnsOf(entry).toSorted()]),
    )
    expect(named).toEqual(there)
  })

  it('takes no column for plain that leads to a person or an account', () => {
    const leading = /^(person|.*telegram|chat)_id$|person_key|_by$|^by_id$|^name$|phone|nip|^text$/
    const plain = Object.entries(inventory).flatMap(([name, { plain: columns }]) =>
      columns
        .split(' ')
        .filter((column) => leading.test(column))
        .map((column) => `${name}.${column}`),
    )
    expect(plain).toEqual([
      'units.name',
      // A process.
      'outbox.leased_by',
      // Holidays, calendars and settings.
      'calendars.name',
      'calendar_days.name',
      'settings.name',
    ])
  })

  it('knows every reference to a person', async () => {
    const rows = await rowsOf<{ at: string }>(
      connected.db,
      sql`
      select c.conrelid::regclass::text || '.' || a.attname as at
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'people'::regclass order by 1`,
    )
    expect(rows.length).toBeGreaterThan(20)
    const personal = new Set(
      personalTables.flatMap(([name, { personal: columns }]) =>
        Object.keys(columns).map((column) => `${name}.${column}`),
      ),
    )
    expect(rows.map(({ at }) => at).filter((at) => !personal.has(at))).toEqual([])
  })

  it.each(personalTables)(
    'asks of %s with a condition that Postgres understands',
    async (name, table) => {
      const who = { personId: crypto.randomUUID(), telegramId: 1 }
      const rows = await rowsOf(
        connected.db,
        sql`select 1 from ${sql.identifier(name)} where ${conditionOf(table, who)}`,
      )
      expect(rows).toEqual([])
    },
  )

  it('is the register in docs/privacy.md', async () => {
    await expect(registerOf(inventory)).toMatchFileSnapshot('../../docs/privacy-register.md')
  })
})

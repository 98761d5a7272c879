import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connectDatabase, rowsOf, type Database, type Db } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'

/** One place in the pool: a connection that does not come back is missed at once. */
describe('a pool whose connections are lost', () => {
  let proxy: TcpProxy
  let database: Database
  let cloned: ClonedDatabase
  beforeAll(async () => {
    // Not the template, which nobody may be connected to while it is cloned.
    cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    proxy = await tcpProxy(cloned.appUrl)
    database = connectDatabase(proxy.urlThrough(cloned.appUrl), { max: 1, patienceMs: 2000 })
  })
  afterAll(async () => {
    await database.close()
    await proxy.close()
    await cloned.drop()
  })

  const one = async (): Promise<unknown> => (await rowsOf(database.db, sql`select 1 as n`))[0]

  it('loses no place to a transaction that could not even begin', async () => {
    for (let round = 0; round < 5; round++) {
      expect(await one()).toEqual({ n: 1 })
      proxy.cut()
      await expect(database.db.transaction((tx) => rowsOf(tx, sql`select 1`))).rejects.toThrow(
        Error,
      )
    }
    expect(await one()).toEqual({ n: 1 })
  })

  it('nor to one that was cut in the middle', async () => {
    for (let round = 0; round < 5; round++) {
      await expect(
        database.db.transaction(async (tx) => {
          await rowsOf(tx, sql`select 1`)
          proxy.cut()
          await rowsOf(tx, sql`select pg_sleep(5)`)
        }),
      ).rejects.toThrow(Error)
    }
    expect(await one()).toEqual({ n: 1 })
  })

  it('nor to one that is half-open, in a transaction or outside', async () => {
    expect(await one()).toEqual({ n: 1 })
    proxy.halfOpen()
    await expect(one()).rejects.toThrow(Error)
    expect(await one()).toEqual({ n: 1 })
    await expect(
      database.db.transaction(async (tx) => {
        await rowsOf(tx, sql`select pg_advisory_xact_lock(71)`)
        proxy.halfOpen()
        await rowsOf(tx, sql`select 2`)
      }),
    ).rejects.toThrow(Error)
    // The server has not heard of the end either: what was locked is free again all the same.
    await rowsOf(database.db, sql`select pg_advisory_xact_lock(71)`)
    expect(await one()).toEqual({ n: 1 })
  })
})

describe('statements that come often', () => {
  let cloned: ClonedDatabase
  let database: Database
  beforeAll(async () => {
    cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    database = connectDatabase(cloned.ownerUrl, { max: 1 })
    await database.db.execute(sql`create table numbers (n int)`)
    await database.db.execute(sql`insert into numbers values (1), (2)`)
  })
  afterAll(async () => {
    await database.close()
    await cloned.drop()
  })

  const above = (db: Db, n: number) => rowsOf(db, sql`select * from numbers where n > ${n}`)
  const prepared = () =>
    rowsOf<{ n: number }>(
      database.db,
      sql`select count(*)::int as n from pg_prepared_statements where statement like '%from numbers%'`,
    )

  it('are prepared once a connection, also when several are sent together', async () => {
    for (let round = 0; round < 40; round++) {
      await database.db.transaction(async (tx) => {
        const both = await Promise.all([above(tx, 0), above(tx, 1)])
        expect(both).toEqual([[{ n: 1 }, { n: 2 }], [{ n: 2 }]])
      })
    }
    expect(await prepared()).toEqual([{ n: 1 }])
  })

  it.each(['int8', 'int4'])(
    'are prepared anew after a migration (to %s), with one error at the most',
    async (type) => {
      await database.db.execute(sql.raw(`alter table numbers alter column n type ${type}`))
      const inTransaction = database.db.transaction((tx) => above(tx, 1))
      await expect(inTransaction).rejects.toMatchObject({ cause: { code: '0A000' } })
      for (let round = 0; round < 40; round++) {
        expect(await database.db.transaction((tx) => above(tx, 1))).toHaveLength(1)
      }
      expect(await prepared()).toEqual([{ n: 1 }])
    },
  )
})

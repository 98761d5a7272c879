import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'

/** One place in the pool: a connection that does not come back is missed at once. */
describe('a pool whose connections are lost', () => {
  let proxy: TcpProxy
  let database: Database
  beforeAll(async () => {
    const url = new URL(inject('appUrl'))
    // Not the template, which nobody may be connected to while it is cloned.
    url.pathname = '/postgres'
    proxy = await tcpProxy(url.href)
    database = connectDatabase(proxy.urlThrough(url.href), { max: 1 })
  })
  afterAll(async () => {
    await database.close()
    await proxy.close()
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
})

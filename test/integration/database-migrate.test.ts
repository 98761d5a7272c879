import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrateDatabase } from '../../src/platform/db/index.ts'
import { migrateQueueSchema } from '../../src/platform/queue/index.ts'

const FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url))

interface Empty {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly owner: postgres.Sql
  readonly app: postgres.Sql
  drop(): Promise<void>
}

/** An empty database, as an operator would make it: owned by one role, used by another. */
async function emptyDatabase(): Promise<Empty> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const named = (url: string, database: string): string => {
    const changed = new URL(url)
    changed.pathname = `/${database}`
    return changed.href
  }
  const admin = postgres(named(inject('ownerUrl'), 'postgres'), { max: 1 })
  await admin.unsafe(`create database ${name}`)
  const appRole = new URL(inject('appUrl')).username
  await admin.unsafe(`grant connect on database ${name} to ${appRole}`)
  const ownerUrl = named(inject('ownerUrl'), name)
  const appUrl = named(inject('appUrl'), name)
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  const app = postgres(appUrl, { max: 1 })
  return {
    ownerUrl,
    appUrl,
    owner,
    app,
    async drop() {
      await Promise.all([owner.end({ timeout: 2 }), app.end({ timeout: 2 })])
      await admin.unsafe(`drop database if exists ${name} with (force)`)
      await admin.end({ timeout: 2 })
    },
  }
}

describe('five instances that migrate one empty database at once', () => {
  let empty: Empty
  beforeAll(async () => {
    empty = await emptyDatabase()
  })
  afterAll(() => empty.drop())

  it('all succeed', async () => {
    const { ownerUrl, appUrl } = empty
    const instance = async (): Promise<void> => {
      await migrateDatabase({ ownerUrl, appUrl, folder: FOLDER })
      await migrateQueueSchema(ownerUrl, appUrl)
    }
    await expect(Promise.all(Array.from({ length: 5 }, instance))).resolves.toHaveLength(5)
  })

  it('applied each migration once', async () => {
    const ours =
      await empty.owner`select hash, count(*)::int as n from drizzle.__drizzle_migrations group by 1`
    expect(ours.length).toBeGreaterThan(0)
    expect(ours.every(({ n }) => n === 1)).toBe(true)
    const [theirs] = await empty.owner`
      select count(*)::int as n, count(distinct version)::int as versions from bullmq.migration`
    expect(theirs?.['n']).toBeGreaterThan(0)
    expect(theirs?.['n']).toBe(theirs?.['versions'])
  })

  it.each(['ours', 'the queue library’s'])(
    'again and again beside each other: %s',
    async (which) => {
      const { ownerUrl, appUrl } = empty
      const once = (): Promise<void> =>
        which === 'ours'
          ? migrateDatabase({ ownerUrl, appUrl, folder: FOLDER })
          : migrateQueueSchema(ownerUrl, appUrl)
      for (let round = 0; round < 5; round++)
        await expect(Promise.all(Array.from({ length: 5 }, once))).resolves.toHaveLength(5)
    },
  )

  it('lets the app read and write, and not create, alter, drop or own', async () => {
    const { app } = empty
    expect(await app`select count(*)::int as n from outbox`).toEqual([{ n: 0 }])
    await expect(app`create table public.mine (id int)`).rejects.toMatchObject({ code: '42501' })
    await expect(app`alter table outbox add column mine int`).rejects.toMatchObject({
      code: '42501',
    })
    await expect(app`alter table outbox disable trigger all`).rejects.toMatchObject({
      code: '42501',
    })
    await expect(app`drop table inbox`).rejects.toMatchObject({ code: '42501' })
    await expect(app`truncate outbox`).rejects.toMatchObject({ code: '42501' })
    await expect(app`create schema mine`).rejects.toMatchObject({ code: '42501' })
    const owned = await app`
      select tablename from pg_tables where schemaname = 'public' and tableowner = current_user`
    expect(owned).toEqual([])
  })
})

import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { createInvite, firstAdminInvite, redeemInvite } from '../../src/people/index.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'

const NOW = new Date('2026-11-23T01:30:00Z')
const SECRET = '123456:demo'

const after = (hours: number): Date => new Date(NOW.getTime() + hours * 3600_000)

describe('the invitation of the first admin', () => {
  let cloned: ClonedDatabase
  let database: Database
  beforeEach(async () => {
    cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    database = connectDatabase(cloned.appUrl, { max: 12 })
  })
  afterEach(async () => {
    await database.close()
    await cloned.drop()
  })

  const ask = async (secret = SECRET, now = NOW): Promise<string> =>
    (await firstAdminInvite(database.db, secret, now))?.code ?? ''
  const use = (code: string, now = NOW): Promise<string> =>
    redeemInvite(database.db, code, 1703, now).then(({ kind }) => kind)
  const count = async (): Promise<number> => {
    const [row] = await rowsOf<{ n: number }>(
      database.db,
      sql`select count(*)::int as n from invites`,
    )
    return row?.n ?? 0
  }

  it('is one, however many ask at once', async () => {
    const codes = await Promise.all(Array.from({ length: 12 }, () => ask()))
    expect(new Set(codes)).toEqual(new Set([codes[0]]))
    expect(await count()).toBe(1)
    expect(await use(codes[0] ?? '')).toBe('granted')
  })

  it('is another after it was used without anybody becoming an admin', async () => {
    const first = await ask()
    expect(await use(first)).toBe('granted')
    const second = await ask()
    expect(second).not.toBe(first)
    expect(await use(second)).toBe('granted')
  })

  it('is the same until its last hour, and then another that takes it back', async () => {
    const first = await ask()
    expect(await ask(SECRET, after(22))).toBe(first)
    const second = await ask(SECRET, after(23.5))
    expect(second).not.toBe(first)
    expect(await use(first, after(23.6))).toBe('expired')
    expect(await use(second, after(23.6))).toBe('granted')
  })

  it('of another token is not known, and taken back', async () => {
    const first = await ask('123456:older')
    const second = await ask()
    expect(second).not.toBe(first)
    expect(await use(first)).toBe('expired')
    expect(await use(second)).toBe('granted')
  })

  it('is not taken for one that was made by hand', async () => {
    const invite = { grants: 'admin', unitId: null, maxUses: 1, createdBy: null } as const
    const code = await createInvite(database.db, { ...invite, expiresAt: after(24) }, NOW)
    expect(await ask()).not.toBe(code)
  })
})

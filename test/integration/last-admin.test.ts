import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { confirmTakeover } from '../../src/learning/index.ts'
import {
  createPerson,
  grantAdmin,
  grantRole,
  revokeRole,
  undoRoleChange,
  type HeldRole,
  type RoleChanged,
} from '../../src/people/index.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { erasePerson } from '../../src/rights/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'

const NOW = new Date('2026-11-23T01:30:00Z')
const ROUNDS = 25

describe('the last admin', () => {
  let database: ClonedDatabase
  let first: Database
  let second: Database
  const ids: string[] = []
  async function add(telegramId: number): Promise<string> {
    const person = await createPerson(
      first.db,
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
    return person.id
  }
  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    first = connectDatabase(database.appUrl, { max: 4 })
    second = connectDatabase(database.appUrl, { max: 4 })
    for (const telegramId of [1, 2, 3]) ids.push(await add(telegramId))
    await first.db.execute(sql`update people set join_step = null`)
  })
  afterAll(async () => {
    await first.close()
    await second.close()
    await database.drop()
  })
  beforeEach(() => first.db.execute(sql`delete from roles`))

  const admin = (i: number): HeldRole => ({ personId: ids[i] ?? '', role: 'admin', unitId: null })
  const take = (database: Database, by: number, from: number): Promise<RoleChanged['kind']> =>
    database.db
      .transaction((tx) => revokeRole(tx, ids[by] ?? '', admin(from), NOW))
      .then(({ kind }) => kind)
  const admins = async (): Promise<number> =>
    (await rowsOf(first.db, sql`select 1 from roles where role = 'admin'`)).length

  it(`two who take each other's role at once leave one, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await grantAdmin(first.db, ids[0] ?? '', NOW)
      await grantAdmin(first.db, ids[1] ?? '', NOW)
      const outcomes = await Promise.all([take(first, 0, 1), take(second, 1, 0)])
      expect(outcomes.toSorted()).toEqual(['changed', 'not_allowed'])
      expect(await admins()).toBe(1)
    }
  })

  it(`three in a circle leave one at least, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      for (const id of ids) await grantAdmin(first.db, id, NOW)
      const outcomes = await Promise.all([take(first, 0, 1), take(second, 1, 2), take(first, 2, 0)])
      expect(outcomes.filter((one) => one === 'changed').length).toBeLessThanOrEqual(2)
      expect(await admins()).toBeGreaterThanOrEqual(1)
    }
  })

  it('two who give their own up at once leave one', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await grantAdmin(first.db, ids[0] ?? '', NOW)
      await grantAdmin(first.db, ids[1] ?? '', NOW)
      const outcomes = await Promise.all([take(first, 0, 0), take(second, 1, 1)])
      expect(outcomes.toSorted()).toEqual(['changed', 'last_admin'])
      expect(await admins()).toBe(1)
    }
  })

  it('two who have themselves erased at once leave one', async () => {
    const erase = ({ db }: Database, personId: string) =>
      db
        .transaction((tx) => erasePerson(tx, { personId, by: personId }, NOW))
        .then(({ kind }) => kind)
    for (let round = 0; round < ROUNDS; round++) {
      await first.db.execute(sql`delete from roles`)
      const pair = [await add(100 + 2 * round), await add(101 + 2 * round)] as const
      for (const id of pair) await grantAdmin(first.db, id, NOW)
      const outcomes = await Promise.all([erase(first, pair[0]), erase(second, pair[1])])
      expect(outcomes.toSorted()).toEqual(['erased', 'last_admin'])
      expect(await admins()).toBe(1)
    }
  })

  it('two who undo each other’s grant at once leave one', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await first.db.execute(sql`delete from roles`)
      await grantAdmin(first.db, ids[2] ?? '', NOW)
      const changes: number[] = []
      for (const i of [0, 1]) {
        const given = await first.db.transaction((tx) => grantRole(tx, ids[2] ?? '', admin(i), NOW))
        changes.push(given.kind === 'changed' ? given.change.id : 0)
      }
      await first.db.execute(sql`delete from roles where person_id = ${ids[2]}`)
      const undo = (database: Database, by: number, change: number | undefined) =>
        database.db.transaction((tx) => undoRoleChange(tx, ids[by] ?? '', change ?? 0, NOW))
      const outcomes = await Promise.all([undo(first, 0, changes[1]), undo(second, 1, changes[0])])
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'not_allowed'])
      expect(await admins()).toBe(1)
    }
  })

  it('cannot go by the shell, nor by undoing what made the admin', async () => {
    const { db } = first
    const given = await db.transaction((tx) => grantRole(tx, null, admin(0), NOW))
    const shell = await db.transaction((tx) => revokeRole(tx, null, admin(0), NOW))
    expect(shell.kind).toBe('last_admin')
    const change = given.kind === 'changed' ? given.change.id : 0
    const undone = await db.transaction((tx) => undoRoleChange(tx, ids[0] ?? '', change, NOW))
    expect(undone.kind).toBe('last_admin')
    expect(await admins()).toBe(1)
  })

  it('cannot go with the place that a new account leaves for its old one', async () => {
    const { db } = first
    const [newcomer = '', old = '', decider = ''] = ids
    const at = NOW.toISOString()
    const [wish] = await rowsOf<{ id: number }>(
      db,
      sql`
      insert into takeovers (newcomer_id, new_telegram_id, new_chat_id, candidates, state, asked_at)
      values (${newcomer}, 1, 1, ${JSON.stringify([old])}::jsonb, 'asked', ${at}::timestamptz)
      returning id::int`,
    )
    // Since it was asked for, the newcomer has become the only admin.
    await grantAdmin(db, newcomer, NOW)
    const roles = { admin: true, coordinates: [] }
    const decision = { id: wish?.id ?? 0, candidate: 0, deciderId: decider, roles }
    const confirmed = await db.transaction((tx) => confirmTakeover(tx, decision, NOW))
    expect(confirmed).toEqual({ kind: 'gone' })
    expect(await admins()).toBe(1)
  })
})

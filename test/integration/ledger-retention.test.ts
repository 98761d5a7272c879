import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { neededMessages } from '../../src/app/needed-messages-store.ts'
import { createRetention, insertBundles, insertMessages } from '../../src/messaging/index.ts'
import { arrayOf, rowsOf } from '../../src/platform/db/index.ts'
import { note } from '../support/ledger-notes.ts'
import { openWorld, type World } from '../support/world.ts'

const DAY_MS = 24 * 3600_000
const OLD = new Date('2026-11-23T01:30:00Z')
/** A hundred days later: all of it is older than ninety. */
const LATER = new Date(OLD.getTime() + 100 * DAY_MS)
/** When rows that have not ended are no longer worth sending: after `LATER`. */
const FAR = new Date(LATER.getTime() + 10 * DAY_MS)

describe('old rows of the outbox', () => {
  let world: World
  let personId: string
  let openDelivery: number

  beforeAll(async () => {
    world = await openWorld({ start: OLD.toISOString() })
    await world.joined(4100)
    const [row] = await rowsOf<{ person: string; delivery: string }>(
      world.app.db,
      sql`select person_id as person, id as delivery from deliveries where state = 'open' limit 1`,
    )
    personId = row?.person ?? ''
    openDelivery = Number(row?.delivery)
  })
  afterAll(() => world.close())

  /** Rows that ended long ago, one for each kind and its args. */
  async function ended(
    rows: readonly {
      kind: string
      args?: Record<string, unknown>
      dedupeKey?: string
      personId?: null
    }[],
    state = 'sent',
  ): Promise<number[]> {
    const ids = await insertMessages(
      world.app.db,
      rows.map((row) => ({ ...note('lesson', 4100, 'old'), personId, ...row, notAfter: FAR })),
      { now: OLD },
    )
    await world.app.db.execute(sql`
      update outbox set state = ${state}, finished_at = ${OLD.toISOString()}::timestamptz
      where id = any(${arrayOf(ids, 'bigint')})`)
    await world.app.db.execute(sql`
      insert into outbox_attempts (outbox_id, attempt, worker, outcome, at)
      select id, 1, 'w', 'ok', ${OLD.toISOString()}::timestamptz from outbox
      where id = any(${arrayOf(ids, 'bigint')})`)
    return ids
  }
  async function uncertain(ids: readonly number[]): Promise<void> {
    await world.app.db.execute(sql`
      update outbox_attempts set outcome = 'uncertain'
      where outbox_id = any(${arrayOf(ids, 'bigint')})`)
  }
  const left = async (ids: readonly number[]): Promise<number[]> =>
    (
      await rowsOf<{ id: string }>(
        world.app.db,
        sql`select id from outbox where id = any(${arrayOf(ids, 'bigint')}) order by id`,
      )
    ).map(({ id }) => Number(id))
  const retention = (batch: number, now: Date) =>
    createRetention({
      db: world.app.db,
      clock: { now: () => now },
      lastToldKinds: ['lessons-reloaded'],
      needed: neededMessages,
      batch,
    })
  /** Sweeps until the walk is over: what a sweep passes over is no sign of its end. */
  async function all(forget: () => Promise<number>): Promise<number> {
    let sum = 0
    for (let sweep = 0; sweep < 30; sweep++) sum += await forget()
    return sum
  }

  it('go when they are ninety days old, whatever their end, with the account of their calls', async () => {
    const ids = (
      await Promise.all(
        ['sent', 'failed', 'cancelled', 'uncertain'].map((state) =>
          ended([{ kind: 'note' }], state),
        ),
      )
    ).flat()
    await all(retention(100, new Date(OLD.getTime() + 90 * DAY_MS)))
    expect(await left(ids)).toHaveLength(4)
    await all(retention(100, new Date(OLD.getTime() + 90 * DAY_MS + 1)))
    expect(await left(ids)).toEqual([])
    const attempts = await rowsOf(
      world.app.db,
      sql`select from outbox_attempts where outbox_id = any(${arrayOf(ids, 'bigint')})`,
    )
    expect(attempts).toEqual([])
  })

  it('go after thirty days where they were said to whoever is no participant', async () => {
    const [ours = 0] = await ended([{ kind: 'note' }])
    const [strangers = 0] = await ended([{ kind: 'note', personId: null }])
    await all(retention(100, new Date(OLD.getTime() + 30 * DAY_MS)))
    expect(await left([ours, strangers])).toEqual([ours, strangers])
    await all(retention(100, new Date(OLD.getTime() + 30 * DAY_MS + 1)))
    expect(await left([ours, strangers])).toEqual([ours])
  })

  it('stay while somebody needs them, and go when nobody does', async () => {
    const { db } = world.app
    const [question] = await rowsOf<{ id: string }>(
      db,
      sql`insert into practice_questions (person_id, text, asked_at)
        values (${personId}, 'Apa?', ${OLD.toISOString()}::timestamptz) returning id`,
    )
    const questionId = Number(question?.id)
    const lost = await ended([{ kind: 'quiz', args: { deliveryId: openDelivery } }])
    await uncertain(lost)
    const [toldBefore = 0, toldLast = 0] = await ended([
      { kind: 'lessons-reloaded', args: { outcome: 'refused' } },
      { kind: 'lessons-reloaded', args: { outcome: 'refused' } },
    ])
    const preview = await ended([{ kind: 'preview-quiz', args: {} }])
    const reminder = await ended([
      { kind: 'nudge', args: { deliveryId: openDelivery, step: 1 }, dedupeKey: 'nudge:x:1' },
      { kind: 'nudge-removal', args: { deliveryId: openDelivery, step: 1 } },
    ])
    const asked = await ended([{ kind: 'question', args: { questionId } }])
    const referred = await ended([{ kind: 'note', dedupeKey: 'of-old' }])
    // Not sent yet: it waits for its moment.
    const waiting = await insertMessages(
      db,
      [
        {
          ...note('reply', 4100, 'waits'),
          kind: 'question-removal',
          args: { ofKey: 'of-old' },
          notBefore: FAR,
          notAfter: new Date(FAR.getTime() + DAY_MS),
        },
      ],
      { now: OLD },
    )
    const bundle = await insertBundles(
      db,
      [
        [
          note('lesson', 4100, 'first', { notAfter: FAR }),
          note('lesson', 4100, 'second', { notBefore: FAR, notAfter: FAR }),
        ],
      ],
      { now: OLD },
    )
    await db.execute(sql`
      update outbox set state = 'sent', finished_at = ${OLD.toISOString()}::timestamptz
      where id = ${bundle[0] ?? 0}`)
    // What an older version wrote is no reason to fail, or to stay.
    const strange = await ended([
      { kind: 'quiz', args: { deliveryId: 'seven', reviewId: null } },
      { kind: 'nudge', args: {} },
      { kind: 'no-such-kind', args: { deliveryId: openDelivery } },
    ])
    const arrived = await ended([{ kind: 'quiz', args: { deliveryId: openDelivery } }])
    const needed = [
      ...lost,
      toldLast,
      ...preview,
      ...reminder,
      ...asked,
      ...referred,
      ...waiting,
      ...bundle,
    ].toSorted((a, b) => a - b)

    await all(retention(4, LATER))
    expect(await left([...needed, ...strange, ...arrived, toldBefore])).toEqual(needed)

    await db.execute(sql`update deliveries set state = 'skipped', closed_at = ${LATER.toISOString()}::timestamptz
      where id = ${openDelivery}`)
    await db.execute(sql`delete from practice_questions where id = ${questionId}`)
    await db.execute(sql`
      update outbox set state = 'cancelled', finished_at = ${OLD.toISOString()}::timestamptz
      where state = 'pending'`)
    await all(retention(4, LATER))
    expect(await left(needed)).toEqual([toldLast, ...preview].toSorted((a, b) => a - b))
  })

  it('go at most a few batches a sweep, and a walk that is over is not walked again at once', async () => {
    const ids = await ended(Array.from({ length: 25 }, () => ({ kind: 'note' })))
    let now = LATER
    const forget = createRetention({
      db: world.app.db,
      clock: { now: () => now },
      lastToldKinds: [],
      needed: neededMessages,
      batch: 3,
    })
    expect(await forget()).toBeLessThanOrEqual(15)
    await all(forget)
    expect(await left(ids)).toEqual([])
    const later = await ended([{ kind: 'note' }])
    expect(await forget()).toBe(0)
    expect(await left(later)).toEqual(later)
    now = new Date(LATER.getTime() + 3600_000)
    expect(await all(forget)).toBe(1)
    expect(await left(later)).toEqual([])
  })

  it('are deleted by one process at a time', async () => {
    const ids = await ended(Array.from({ length: 40 }, () => ({ kind: 'note' })))
    const gone = await Promise.all([1, 2, 3, 4].map(() => retention(10, LATER)()))
    expect(gone.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(40)
    await all(retention(10, LATER))
    expect(await left(ids)).toEqual([])
  })

  it('are deleted by the sweep', async () => {
    const ids = await ended([{ kind: 'note' }])
    world.clock.moveTo(LATER)
    await world.app.tick()
    expect(await left(ids)).toEqual([])
  })
})

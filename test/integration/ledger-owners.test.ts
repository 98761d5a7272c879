import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createSender,
  insertBundles,
  insertMessages,
  reconcile,
  type NewMessage,
} from '../../src/messaging/index.ts'
import { takeForQueue } from '../../src/messaging/feed-store.ts'
import { lanes } from '../../src/messaging/lanes.ts'
import { registerWorker } from '../../src/messaging/reconcile-store.ts'
import { holdSignOfLife, rowsOf } from '../../src/platform/db/index.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import type { CallOutcome } from '../../src/platform/telegram/index.ts'
import { hurry, note } from '../support/ledger-notes.ts'
import { BOT_ID, openRig, type LedgerRig } from '../support/ledger-rig.ts'

/** How a row can stand when a process dies, freezes, loses its queue or its connection. */
const standings = [
  /** Written, and nothing more. */
  'fresh',
  /** Marked as queued, and the queue is lost. */
  'queued',
  /** Leased by a worker that was killed: its sign of life is gone. */
  'killed',
  /** Leased by a worker that froze: it shows life, and its time is up. */
  'frozen',
  /** Given back after a 502, to be tried in a minute. */
  'backing-off',
  /** Nobody knows whether it arrived; once more is all. */
  'resent',
  /** Its time is over. */
  'stale',
] as const

/** What Telegram says to a row's next calls, the last one from then on. */
const answers = [
  'ok',
  'unavailable',
  'uncertain',
  'rate_limited',
  'refused',
  'unreachable',
  'misformatted',
] as const

const bundle = fc.record({
  lane: fc.constantFrom(...lanes),
  /** Messages of it that were sent before it came to stand so; more than it has: none. */
  sent: fc.nat(2),
  rows: fc.array(
    fc.record({
      answers: fc.array(fc.constantFrom(...answers), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  standing: fc.constantFrom(...standings),
  /** Two in a chat wait for each other. */
  chat: fc.integer({ min: 1, max: 6 }),
})
type Bundle = typeof bundle extends fc.Arbitrary<infer T> ? T : never

describe('no row is left without an owner', () => {
  let rig: LedgerRig
  let told = new Map<number, string[]>()
  /** Answers that each row still gets. */
  let script = new Map<number, (typeof answers)[number][]>()
  const calls = new Map<number, string[]>()

  beforeAll(async () => {
    rig = await openRig((payload) => Promise.resolve(answerTo(Number(payload['text']))), {
      onEnded: (ended) => {
        for (const { id, state } of ended) told.set(id, [...(told.get(id) ?? []), state])
      },
    })
  })
  afterAll(() => rig.close())

  function answerTo(id: number): CallOutcome {
    const kind = script.get(id)?.shift() ?? 'ok'
    calls.set(id, [...(calls.get(id) ?? []), kind])
    switch (kind) {
      case 'ok':
        return { kind, result: { message_id: id } }
      case 'rate_limited':
        return { kind, retryAfterMs: 50 }
      default:
        return { kind, reason: `Telegram says ${kind}` }
    }
  }

  async function stand(bundles: readonly Bundle[]): Promise<number[]> {
    const now = rig.clock.now()
    const all: number[] = []
    for (const { lane, rows, sent, standing, chat } of bundles) {
      const notAfter = standing === 'stale' ? now : new Date(now.getTime() + 3600_000)
      const messages = rows.map((): NewMessage => note(lane, chat, 'x', { notAfter }))
      const ids =
        messages.length === 1
          ? await insertMessages(rig.db, messages, { now })
          : await insertBundles(rig.db, [messages], { now })
      all.push(...ids)
      for (const [i, id] of ids.entries()) script.set(id, [...(rows[i]?.answers ?? [])])
      const before = sent < ids.length ? sent : 0
      await settle(ids.slice(0, before), sql`state = 'sent', attempt = 1, finished_at = created_at`)
      await settle(ids.slice(before, before + 1), sql`ready = true, ${changes[standing]}`)
    }
    return all
  }
  async function settle(ids: readonly number[], change: ReturnType<typeof sql>): Promise<void> {
    for (const id of ids) await rig.db.execute(sql`update outbox set ${change} where id = ${id}`)
  }
  const leased = (worker: string, until: string) => sql`
    state = 'sending', attempt = 1, leased_by = ${worker},
    lease_until = clock_timestamp() + ${until}::interval`
  const changes: Readonly<Record<(typeof standings)[number], ReturnType<typeof sql>>> = {
    fresh: sql`reason = null`,
    queued: sql`queued_until = clock_timestamp() + interval '30 s'`,
    killed: leased('w-killed', '50 s'),
    frozen: leased('w-frozen', '-1 s'),
    'backing-off': sql`spent = 3, retry_at = clock_timestamp() + interval '60 s'`,
    resent: sql`spent = 1, uncertain_resends = 1, attempt = 1`,
    stale: sql`reason = null`,
  }

  const open = async (): Promise<number> => {
    const [row] = await rowsOf<{ n: number }>(
      rig.db,
      sql`select count(*)::int as n from outbox where state in ('pending', 'sending')`,
    )
    return row?.n ?? 0
  }

  /** What a process that lives does, round after round, with elapsed time passing in between. */
  async function live(workers: readonly string[]): Promise<number> {
    const senders = workers.map((worker) => createSender(rig.recording(worker)))
    for (let round = 1; round <= 60; round++) {
      await reconcile(rig.recording(workers[0] ?? 'w-live'))
      await hurry(rig.db)
      await rig.db.execute(sql`update chat_pace set free_at = clock_timestamp()`)
      await rig.db.execute(sql`update pace set paused_until_ms = 0`)
      const { replies, bulk } = await takeForQueue(rig.db, BOT_ID, 64, rig.clock.now())
      await Promise.all(
        senders.flatMap((sender) => [sender.reply([...replies]), sender.send([...bulk])]),
      )
      if ((await open()) === 0) return round
    }
    return Number.POSITIVE_INFINITY
  }

  it('whatever it stood like when all that was alive died: it ends, once, and in the account', async () => {
    const frozen = await holdSignOfLife({ url: rig.appUrl, worker: 'w-frozen', log: silentLogger })
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(bundle, { minLength: 1, maxLength: 8 }), async (bundles) => {
          await rig.db.execute(sql`delete from outbox`)
          await rig.db.execute(sql`delete from chat_pace`)
          told = new Map()
          script = new Map()
          calls.clear()
          for (const worker of ['w-killed', 'w-frozen']) {
            await registerWorker(rig.db, worker, rig.clock.now())
          }
          const ids = await stand(bundles)
          const sentBefore = new Set(
            bundles.flatMap(({ rows, sent }, b) => {
              const first = bundles.slice(0, b).reduce((sum, one) => sum + one.rows.length, 0)
              return ids.slice(first, first + (sent < rows.length ? sent : 0))
            }),
          )
          expect(await live(['w-one', 'w-two'])).toBeLessThan(60)

          const rows = await rowsOf<{
            id: string
            state: string
            reason: string | null
            bundle_id: string | null
            finished: boolean
          }>(
            rig.db,
            sql`select id, state, reason, bundle_id, finished_at is not null as finished
              from outbox order by bundle_id, bundle_position`,
          )
          expect(rows).toHaveLength(ids.length)
          for (const { id, state, reason, finished } of rows) {
            expect(['sent', 'uncertain', 'failed', 'cancelled']).toContain(state)
            expect(finished).toBe(true)
            if (state !== 'sent') expect(reason).toMatch(/\w/)
            // Those who must know were told its end, and told it once.
            if (!sentBefore.has(Number(id))) expect(told.get(Number(id))).toEqual([state])
          }
          for (const [i, row] of rows.entries()) {
            const previous = rows[i - 1]
            if (row.bundle_id === null || previous?.bundle_id !== row.bundle_id) continue
            // A message of a bundle went only after the one before it had.
            if (previous.state === 'failed' || previous.state === 'cancelled') {
              expect(row.state).toBe('cancelled')
            }
          }
          // Nobody got anything twice that Telegram has confirmed.
          for (const heard of calls.values()) {
            expect(heard.filter((kind) => kind === 'ok').length).toBeLessThanOrEqual(1)
            expect(heard.filter((kind) => kind === 'uncertain').length).toBeLessThanOrEqual(2)
            expect(heard.filter((kind) => kind === 'misformatted').length).toBeLessThanOrEqual(2)
          }
          // What was killed or frozen was taken up and not passed over.
          const stuck = await rowsOf(rig.db, sql`select from outbox where leased_by is not null`)
          expect(stuck).toEqual([])
        }),
        { numRuns: 40 },
      )
    } finally {
      await frozen.stop()
    }
  })
})

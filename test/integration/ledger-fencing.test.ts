import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSender, insertMessages, reconcile } from '../../src/messaging/index.ts'
import { orphans, registerWorker } from '../../src/messaging/reconcile-store.ts'
import { recordResults } from '../../src/messaging/record.ts'
import type { RowResult } from '../../src/messaging/record-store.ts'
import { afterUncertain } from '../../src/messaging/transition.ts'
import { holdSignOfLife, rowsOf } from '../../src/platform/db/index.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import type { CallOutcome } from '../../src/platform/telegram/index.ts'
import { attemptsOf, hurry, note, outboxOf } from '../support/ledger-notes.ts'
import { endLeases, openRig, type LedgerRig } from '../support/ledger-rig.ts'
import { until } from '../support/until.ts'

const CHAT = 900

/** A worker that froze with a call in flight; another goes on; then the frozen one wakes. */
describe('a late result', () => {
  let rig: LedgerRig
  /** Calls that have no answer yet, oldest first. */
  let open: ((outcome: CallOutcome) => void)[] = []
  let running: Promise<void>[] = []

  beforeEach(async () => {
    open = []
    running = []
    rig = await openRig(() => new Promise((resolve) => open.push(resolve)))
  })
  afterEach(async () => {
    for (const answer of open) answer({ kind: 'refused', reason: 'the test is over' })
    await Promise.all(running)
    await rig.close()
  })

  const ok = (messageId: number): CallOutcome => ({
    kind: 'ok',
    result: { message_id: messageId, poll: { id: `poll-${messageId}` } },
  })
  const row = async () => (await outboxOf(rig.db, CHAT))[0]
  const told = (): string[] => rig.ended.map((one) => `${one.state} ${one.messageId}`)

  async function send(worker: string, ids: readonly number[]): Promise<void> {
    const calls = open.length
    running.push(createSender(rig.recording(worker)).reply(ids))
    await until(() => open.length > calls, `a call by ${worker}`)
  }
  async function answer(call: number, outcome: CallOutcome): Promise<void> {
    open[call]?.(outcome)
    await running[call]
  }
  async function frozen(lane: 'lesson' | 'nudge'): Promise<number[]> {
    const ids = await insertMessages(rig.db, [note(lane, CHAT, 'x')], { now: rig.clock.now() })
    await send('frozen', ids)
    await endLeases(rig.db)
    expect(await reconcile(rig.recording('other'))).toBe(1)
    await hurry(rig.db)
    return ids
  }

  it('before anybody sent again: the row is sent after all, and nobody sends it again', async () => {
    const ids = await frozen('lesson')
    expect(await row()).toMatchObject({ state: 'pending', attempt: 1 })
    await answer(0, ok(11))
    expect(await row()).toMatchObject({ state: 'sent', message_id: '11' })
    expect(await attemptsOf(rig.db, CHAT)).toEqual([
      { kind: 'note', attempt: 1, outcome: 'ok', late: true },
    ])
    await createSender(rig.recording('other')).reply(ids)
    expect(open).toHaveLength(1)
    expect(told()).toEqual(['sent 11'])
  })

  it('of a kind that is not repeated: uncertain becomes sent', async () => {
    await frozen('nudge')
    expect(await row()).toMatchObject({ state: 'uncertain' })
    await answer(0, ok(12))
    expect(await row()).toMatchObject({ state: 'sent', message_id: '12' })
    expect(told()).toEqual(['uncertain null', 'sent 12'])
  })

  it('while another is at it: kept as an attempt, told, and the other’s result counts', async () => {
    const ids = await frozen('lesson')
    await send('other', ids)
    await answer(0, ok(13))
    expect(await row()).toMatchObject({ state: 'sending', attempt: 2 })
    await answer(1, ok(14))
    expect(await row()).toMatchObject({ state: 'sent', attempt: 2, message_id: '14' })
    expect(await attemptsOf(rig.db, CHAT)).toEqual([
      { kind: 'note', attempt: 1, outcome: 'ok', late: true },
      { kind: 'note', attempt: 2, outcome: 'ok', late: false },
    ])
    const polls = await rowsOf(rig.db, sql`select poll_id from outbox_attempts order by attempt`)
    expect(polls).toEqual([{ poll_id: 'poll-13' }, { poll_id: 'poll-14' }])
    expect(told()).toEqual(['sent 13', 'sent 14'])
  })

  it('while another is at it: does not let a second message into the chat', async () => {
    const ids = await frozen('lesson')
    await send('other', ids)
    await answer(0, ok(15))
    const [reply = 0] = await insertMessages(rig.db, [note('reply', CHAT, 'y')], {
      now: rig.clock.now(),
    })
    await Promise.race([
      createSender(rig.recording('third')).reply([reply]),
      until(() => open.length > 2, 'a third call'),
    ])
    expect(open).toHaveLength(2)
  })

  it('after another has sent: both copies are on record, and the row stays as it is', async () => {
    const ids = await frozen('lesson')
    await send('other', ids)
    await answer(1, ok(16))
    await answer(0, ok(17))
    expect(await row()).toMatchObject({ state: 'sent', message_id: '16' })
    expect(await attemptsOf(rig.db, CHAT)).toEqual([
      { kind: 'note', attempt: 1, outcome: 'ok', late: true },
      { kind: 'note', attempt: 2, outcome: 'ok', late: false },
    ])
    expect(told()).toEqual(['sent 16', 'sent 17'])
  })

  it('a late refusal changes nothing', async () => {
    await frozen('lesson')
    await answer(0, { kind: 'unreachable', reason: 'bot was blocked by the user' })
    expect(await row()).toMatchObject({ state: 'pending' })
    expect(told()).toEqual([])
  })

  it('that arrives while the lease is being taken away is not overwritten by "nobody knows"', async () => {
    await insertMessages(rig.db, [note('lesson', CHAT, 'x')], { now: rig.clock.now() }).then(
      (ids) => send('slow', ids),
    )
    await endLeases(rig.db)
    const recording = rig.recording('other')
    // What `reconcile` does, with the result of the slow worker between its two transactions.
    const taken = await rig.db.transaction((tx) => orphans(tx, 'other'))
    await answer(0, ok(18))
    await recordResults(
      recording,
      taken.map((leased): RowResult => ({
        row: leased,
        outcome: 'uncertain',
        next: afterUncertain(leased, 'the worker that held it is gone'),
        messageId: null,
        pollId: null,
        sounded: false,
        result: null,
      })),
    )
    expect(await row()).toMatchObject({ state: 'sent', message_id: '18' })
    const [attempt] = await rowsOf(
      rig.db,
      sql`select outcome, message_id, poll_id from outbox_attempts`,
    )
    expect(attempt).toEqual({ outcome: 'ok', message_id: '18', poll_id: 'poll-18' })
  })

  it('leases of a worker that shows life are left alone; of a dead one they are taken at once', async () => {
    await registerWorker(rig.db, 'alive', rig.clock.now())
    const life = await holdSignOfLife({ url: rig.appUrl, worker: 'alive', log: silentLogger })
    const ids = await insertMessages(rig.db, [note('lesson', CHAT, 'x')], { now: rig.clock.now() })
    await send('alive', ids)
    expect(await reconcile(rig.recording('other'))).toBe(0)
    expect(await row()).toMatchObject({ state: 'sending' })
    await life.stop()
    // The server notices the end of the session a moment later.
    await until(async () => (await reconcile(rig.recording('other'))) === 1, 'a lease taken away')
    expect(await row()).toMatchObject({ state: 'pending' })
  })
})

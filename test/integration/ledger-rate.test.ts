import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSender, insertMessages, limitsOf } from '../../src/messaging/index.ts'
import { CEILING, START } from '../../src/messaging/adaptive-rate.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { CallOutcome } from '../../src/platform/telegram/index.ts'
import { hurry, note } from '../support/ledger-notes.ts'
import { openRig, type LedgerRig } from '../support/ledger-rig.ts'

describe('what SEND_RATE makes of the calls', () => {
  let rig: LedgerRig
  let payloads: Readonly<Record<string, unknown>>[] = []
  let answer: (call: number) => CallOutcome
  let chat = 100

  beforeEach(async () => {
    payloads = []
    answer = (call) => ({ kind: 'ok', result: { message_id: call } })
    rig = await openRig((payload) => Promise.resolve(answer(payloads.push(payload))))
  })
  afterEach(() => rig.close())

  const put = (lane: 'lesson' | 'reply', count: number) =>
    insertMessages(
      rig.db,
      Array.from({ length: count }, () => note(lane, chat++, 'x')),
      { now: rig.clock.now() },
    )
  const sender = (worker: string, rate: number | 'auto') =>
    createSender({ ...rig.recording(worker), limits: limitsOf(rate) })
  const found = async () => {
    const [row] = await rowsOf<{ rate: number | null }>(rig.db, sql`select rate from pace`)
    return row?.rate
  }

  it.each([28, 30, 31, 1000, 'auto'] as const)(
    'SEND_RATE=%s: only bulk is ever paid for, and only above what is free',
    async (rate) => {
      const one = sender('w-one', rate)
      await one.send(await put('lesson', 2))
      await one.reply(await put('reply', 2))
      const paid = typeof rate === 'number' && rate > CEILING
      expect(payloads.map((payload) => payload['allow_paid_broadcast'])).toEqual([
        ...(paid ? [true, true] : [undefined, undefined]),
        undefined,
        undefined,
      ])
    },
  )

  it('auto: all workers creep together, and one 429 that both hear steps back once', async () => {
    const [one, two] = [sender('w-one', 'auto'), sender('w-two', 'auto')]
    await Promise.all([one.send(await put('lesson', 3)), two.send(await put('lesson', 3))])
    const crept = await found()
    expect(crept).toBeGreaterThan(START)
    expect(crept).toBeLessThan(START + 1)
    await one.reply(await put('reply', 2))
    expect(await found()).toBe(crept)

    // Telegram refuses whatever is on its way, of both.
    answer = () => ({ kind: 'rate_limited', retryAfterMs: 60_000 })
    const [first, second] = [await put('lesson', 4), await put('lesson', 4)]
    await Promise.all([one.send(first), two.send(second)])
    const refused = await rowsOf<{ worker: string }>(
      rig.db,
      sql`select distinct worker from outbox_attempts where outcome = 'rate_limited' order by 1`,
    )
    expect(refused.length).toBeGreaterThan(0)
    const back = (await found()) ?? 0
    expect(back / ((crept ?? 0) * 0.8)).toBeGreaterThan(0.99)
    expect(back / ((crept ?? 0) * 0.8)).toBeLessThan(1.02)
    // A reply that is refused during the pause is the same no.
    await one.reply(await put('reply', 1))
    expect(await found()).toBe(back)

    // It is kept over a start, and not used where a rate is set.
    await rig.db.execute(sql`update pace set paused_until_ms = 0, bulk_next_ms = 0`)
    answer = (call) => ({ kind: 'ok', result: { message_id: call } })
    await hurry(rig.db)
    await sender('w-fixed', 28).send(first)
    expect(await found()).toBe(back)
    await sender('w-next', 'auto').send(await put('lesson', 1))
    expect(await found()).toBeGreaterThan(back)
  })

  it('auto: keeps the distance of the rate that was found', async () => {
    await rig.db.execute(sql`update pace set rate = 10`)
    const rows = await put('lesson', 12)
    const at: number[] = []
    answer = (call) => {
      at.push(performance.now())
      return { kind: 'ok', result: { message_id: call } }
    }
    await sender('w-slow', 'auto').send(rows)
    expect(at).toHaveLength(12)
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThan(1000)
  })
})

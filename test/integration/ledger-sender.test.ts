import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrayOf, rowsOf } from '../../src/platform/db/index.ts'
import { createSender, insertMessages, limitsOf, type Sender } from '../../src/messaging/index.ts'
import { hurry, note } from '../support/ledger-notes.ts'
import { openRig, type LedgerRig } from '../support/ledger-rig.ts'
import { until } from '../support/until.ts'

describe('one worker’s sender under several jobs at once', () => {
  let rig: LedgerRig
  let sender: Sender
  let release: () => void = () => undefined
  let held = Promise.resolve()
  let calls: number[] = []

  beforeAll(async () => {
    rig = await openRig(async (payload) => {
      calls.push(Number(payload['text']))
      await held
      return { kind: 'ok', result: { message_id: calls.length } }
    })
    sender = createSender(rig.recording('w-one'))
  })
  afterAll(() => rig.close())

  /** Telegram answers nobody until `release` is called. */
  function hold(): void {
    calls = []
    held = new Promise((resolve) => {
      release = resolve
    })
  }
  async function batches(firstChat: number, sizes: readonly number[]): Promise<number[][]> {
    const made: number[][] = []
    for (const [i, size] of sizes.entries()) {
      const chats = Array.from({ length: size }, (_, n) => firstChat + i * 100 + n)
      made.push(
        await insertMessages(
          rig.db,
          chats.map((id) => note('announcement', id, 'x')),
          { now: rig.clock.now() },
        ),
      )
    }
    return made
  }
  async function count(state: string): Promise<number> {
    const [row] = await rowsOf<{ n: number }>(
      rig.db,
      sql`select count(*)::int as n from outbox where state = ${state}`,
    )
    return row?.n ?? 0
  }

  it.each([
    { rate: 200, held: 64, sizes: [32, 32, 32, 32] },
    { rate: 1000, held: 250, sizes: [64, 64, 64, 64, 64, 64] },
  ])(
    'never has more than $held rows in `sending` at $rate a second, however many jobs it is given at once',
    async ({ rate, held: bound, sizes }) => {
      hold()
      const paced = createSender({ ...rig.recording('w-one'), limits: limitsOf(rate) })
      const jobs = (await batches(1000, sizes)).map((rows) => paced.send(rows))
      await until(() => calls.length >= bound, `${bound} calls`)
      // The rest gets every chance to be leased: another job has gone through the same lock.
      await rig.db.execute(sql`select 1 from pace for update`)
      const most = await count('sending')
      release()
      await Promise.all(jobs)
      expect(most).toBe(bound)
    },
  )

  it('sends every row of a job that began while another was half in flight', async () => {
    hold()
    const [first = [], second = []] = await batches(2000, [40, 40])
    // At this rate a worker holds 64, so the second job goes in two parts.
    const paced = createSender({ ...rig.recording('w-one'), limits: limitsOf(200) })
    const one = paced.send(first)
    await until(() => calls.length === 40, 'forty in flight')
    const two = paced.send(second)
    await until(() => calls.length >= 64, 'the second job begun')
    release()
    await Promise.all([one, two])
    expect(calls.toSorted((a, b) => a - b)).toEqual([...first, ...second])
    expect(await count('pending')).toBe(0)
  })

  it('sends all of a long list of replies', async () => {
    hold()
    release()
    const [rows = []] = await batches(3000, [90])
    await sender.reply(rows)
    expect(calls.toSorted((a, b) => a - b)).toEqual(rows)
  })
})

describe('a result that cannot be written', () => {
  it('does not keep the others of its batch from being written', async () => {
    let poison = -1
    const rig = await openRig(() => Promise.resolve({ kind: 'ok', result: { message_id: 1 } }), {
      onEnded: (ended) => {
        if (ended.some((row) => row.id === poison)) throw new Error('nobody can take this row')
      },
    })
    try {
      const rows = await insertMessages(
        rig.db,
        Array.from({ length: 10 }, (_, i) => note('announcement', 4000 + i, 'x')),
        { now: rig.clock.now() },
      )
      poison = rows[3] ?? -1
      const sender = createSender(rig.recording('w-poison'))
      const sending = sender.send(rows).catch(() => undefined)
      await until(
        async () => {
          const [row] = await rowsOf<{ n: number }>(
            rig.db,
            sql`select count(*)::int as n from outbox where state = 'sent'`,
          )
          return row?.n === 9
        },
        'the nine others recorded as sent',
        10_000,
      )
      poison = -1
      await sending
      expect(rig.ended).toHaveLength(10)
    } finally {
      poison = -1
      await rig.close()
    }
  })
})

describe('what was leased and not called', () => {
  let rig: LedgerRig
  let calls = 0
  beforeAll(async () => {
    rig = await openRig(() => {
      calls++
      return Promise.resolve({ kind: 'ok', result: { message_id: calls } })
    })
  })
  afterAll(() => rig.close())

  const states = (rows: readonly number[]) =>
    rowsOf<{ state: string; spent: number; queued: boolean }>(
      rig.db,
      sql`select state, spent, queued_until is not null or exists (
          select from outbox_queue_marks q where q.outbox_id = id) as queued from outbox
        where id = any(${arrayOf(rows, 'bigint')}) order by id`,
    )
  const notes = (first: number) =>
    insertMessages(
      rig.db,
      Array.from({ length: 5 }, (_, i) => note('announcement', first + i, 'x')),
      { now: rig.clock.now() },
    )

  it('comes again, unspent, when it could not be rendered', async () => {
    const recording = rig.recording('w-render')
    let broken = true
    const sender = createSender({
      ...recording,
      render: (rows) =>
        broken ? Promise.reject(new Error('no database to read from')) : recording.render(rows),
    })
    const rows = await notes(5000)
    await sender.send(rows)
    expect(calls).toBe(0)
    expect(await states(rows)).toEqual(
      rows.map(() => ({ state: 'pending', spent: 0, queued: false })),
    )
    broken = false
    await hurry(rig.db)
    await sender.send(rows)
    expect(calls).toBe(5)
    expect((await states(rows)).map(({ state }) => state)).toEqual(rows.map(() => 'sent'))
  })

  it('is given back at once when the answer to the commit of its lease was lost', async () => {
    calls = 0
    let lose = true
    const db = new Proxy(rig.db, {
      get(target, key) {
        if (key !== 'transaction' || !lose) return Reflect.get(target, key, target) as unknown
        return async (work: Parameters<typeof target.transaction>[0]) => {
          lose = false
          await target.transaction(work)
          throw new Error('Connection terminated unexpectedly')
        }
      },
    })
    const sender = createSender({ ...rig.recording('w-lost'), db })
    const rows = await notes(6000)
    await expect(sender.send(rows)).rejects.toThrow('terminated')
    await until(
      async () => (await states(rows)).every(({ state }) => state === 'pending'),
      'the leases given back',
      10_000,
    )
    expect(calls).toBe(0)
    // The sender knows of it a moment after the database does.
    await until(async () => {
      await sender.send(rows)
      return calls > 0
    }, 'the rows taken again')
    expect(calls).toBe(5)
    expect(await states(rows)).toEqual(rows.map(() => ({ state: 'sent', spent: 1, queued: false })))
  })
})

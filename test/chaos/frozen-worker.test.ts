import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import { endLeases } from '../support/ledger-rig.ts'
import { until } from '../support/until.ts'
import { full, walked } from './support/length.ts'
import { expectAllAccounted, mail, openRig, TELEGRAMS_LIMIT, type Rig } from './support/rig.ts'

/** As many as one worker calls for at once at the default rate: four jobs of three. */
const PEOPLE = 12

/** Longer than a lease. */
const FROZEN_MS = 90_000

describe.each(walked)('16. a worker is frozen (SIGSTOP), queues on %s', (backend) => {
  let rig: Rig
  let ids: number[]

  beforeEach(async () => {
    rig = await openRig({ backend })
    ids = await rig.crowd(PEOPLE)
  })
  afterEach(() => rig.close())

  /** The short run lets the frozen one's leases run out at once. */
  async function outlast(since: number): Promise<void> {
    if (full) await until(() => elapsedMs() - since > FROZEN_MS, 'the frost', FROZEN_MS * 2)
    else await endLeases(rig.db)
  }

  it('with calls under way: another goes on, and what it hears late is kept', async () => {
    const frozen = await rig.start()
    rig.telegram.hold('answers')
    await rig.put(
      ids.map((id, i) => mail(i % 2 === 0 ? 'lesson' : 'announcement', id, `message-${i}`)),
    )
    await until(() => rig.arrivals.length === PEOPLE, 'all of it with Telegram')
    frozen.freeze()
    rig.telegram.release()
    const other = await rig.start()
    await outlast(elapsedMs())
    await rig.ended()
    expect(await rig.sums()).toMatchObject({ sent: PEOPLE / 2, uncertain: PEOPLE / 2 })
    frozen.thaw()
    const late = async () => {
      const [row] = await rowsOf<{ n: number }>(
        rig.db,
        sql`select count(*)::int as n from outbox_attempts where late and message_id is not null`,
      )
      return row?.n ?? 0
    }
    await until(async () => (await late()) === PEOPLE, 'every late result on record')
    const sums = await expectAllAccounted(rig, `16. frozen in its calls, ${backend}`, {
      limit: TELEGRAMS_LIMIT,
    })
    // Who was only thought to be without it turns out to have it; both copies of a lesson are known.
    expect(sums).toMatchObject({
      sent: PEOPLE,
      uncertain: 0,
      resent: PEOPLE / 2,
      duplicates: PEOPLE / 2,
    })
    const copies = await rowsOf(
      rig.db,
      sql`
      select outcome, late, count(*)::int as n from outbox_attempts group by 1, 2 order by 2`,
    )
    expect(copies).toEqual([
      { outcome: 'ok', late: false, n: PEOPLE / 2 },
      { outcome: 'ok', late: true, n: PEOPLE },
    ])
    expect([frozen, other].every((one) => one.isRunning())).toBe(true)
  })

  it('for a moment in mid-broadcast: no burst when it wakes, nothing twice', async () => {
    const many = await rig.crowd(200)
    const frozen = await rig.start()
    await rig.start()
    await rig.put(many.map((id, i) => mail('announcement', id, `burst-${i}`)))
    await rig.arrived(30)
    for (let round = 0; round < 3; round++) {
      frozen.freeze()
      await rig.arrived(25)
      frozen.thaw()
      await rig.arrived(10)
    }
    await rig.ended()
    const sums = await expectAllAccounted(rig, `16. frozen for a moment, ${backend}`, {
      limit: TELEGRAMS_LIMIT,
    })
    expect(sums).toMatchObject({ sent: 200, received: 200 })
  })
})

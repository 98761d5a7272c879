import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import type { Fault } from '../../src/simulator/index.ts'
import { addCrowd, openPhones } from '../support/crowd.ts'
import { accepted } from '../support/ledger-notes.ts'
import { until } from '../support/until.ts'
import { walked } from './support/length.ts'
import { expectAllAccounted, mail, openRig, type Rig } from './support/rig.ts'

const PEOPLE = 60
const LAST = PEOPLE - 1
const LIMIT = 100

/** Calls that two workers had on their way, or made before they could read of the 429. */
const MOST_ON_THEIR_WAY = 2 * 64

describe.each(walked)('Telegram refuses or does not answer, queues on %s', (backend) => {
  let rig: Rig
  let ids: number[]

  beforeAll(async () => {
    rig = await openRig({ backend, sendRate: LIMIT })
    ids = await rig.crowd(PEOPLE)
    await Promise.all([rig.start(), rig.start()])
  })
  afterAll(() => rig.close())

  async function putTo(
    prefix: string,
    lane: 'lesson' | 'announcement',
    chats: readonly number[] = ids,
  ): Promise<void> {
    await rig.put(chats.map((id, i) => mail(lane, id, `${prefix}-${lane}-${i}`)))
  }
  const fault = (
    what: Fault,
    more: { times?: number; chatIds?: readonly number[] } = {},
  ): (() => void) => rig.simulator.faults.add({ fault: what, methods: ['sendMessage'], ...more })
  const expectAccounted = (number: string, name: string) =>
    expectAllAccounted(rig, `${number}. ${name}, ${backend}`, {
      limit: LIMIT,
      prefix: `f${number}-`,
    })

  it('3. responses dropped: a lesson comes once more, an announcement is reported', async () => {
    fault({ kind: 'dropResponse' }, { times: 10, chatIds: ids })
    await putTo('f3', 'lesson')
    await rig.ended()
    fault({ kind: 'dropResponse' }, { times: 10, chatIds: ids })
    await putTo('f3', 'announcement')
    await rig.ended()
    expect(await expectAccounted('3', 'responses dropped')).toMatchObject({
      sent: 2 * PEOPLE - 10,
      uncertain: 10,
      resent: 10,
      duplicates: 10,
    })
  })

  it('4. 429: nobody sends for as long as Telegram says, and no attempt is spent', async () => {
    const before = rig.simulator.ledger.accepted
    rig.onArrival(10, () => void fault({ kind: 'tooManyRequests', retryAfter: 3 }, { times: 1 }))
    await putTo('f4', 'announcement')
    const refusals = (): number => rig.simulator.ledger.refusals()['sendMessage 429'] ?? 0
    await until(() => refusals() > 0, 'the 429')
    const refusedAt = elapsedMs()
    await rig.ended()
    const after = accepted(rig.simulator, { after: before })
      .map(({ entry }) => entry.elapsed)
      .filter((moment) => moment > refusedAt)
    expect(Math.min(...after) - refusedAt).toBeGreaterThan(2900)
    expect(refusals()).toBeLessThanOrEqual(MOST_ON_THEIR_WAY)
    const spent = await rowsOf(
      rig.db,
      sql`
      select distinct spent from outbox where args -> 'variables' ->> 'most' like '[f4-%'`,
    )
    expect(spent).toEqual([{ spent: 1 }])
    expect(await expectAccounted('4', '429')).toMatchObject({ sent: PEOPLE, duplicates: 0 })
  })

  it('5. 403 in mid-broadcast: that participant is unreachable, an unblock restores', async () => {
    const people = await addCrowd(rig.db, {
      count: PEOPLE,
      firstId: 50_000,
      dueAt: new Date('2100-01-01T01:00:00Z'),
    })
    openPhones(rig.simulator, people)
    const keys = await rowsOf<{ id: string }>(
      rig.db,
      sql`select id from people order by telegram_id`,
    )
    const blocked = rig.simulator.person({ id: people[LAST] ?? 0, firstName: 'Tutup' })
    rig.onArrival(5, () => {
      blocked.block()
    })
    await rig.put(
      people.map((id, i) => ({
        ...mail('announcement', id, `f5-${i}`),
        personId: keys[i]?.id ?? null,
      })),
    )
    await rig.ended()
    const unreachable = async () =>
      (
        await rowsOf<{ telegram_id: string }>(
          rig.db,
          sql`select telegram_id from people where unreachable_since is not null`,
        )
      ).map((row) => Number(row.telegram_id))
    await until(async () => (await unreachable()).length > 0, 'somebody unreachable')
    expect(await unreachable()).toEqual([people[LAST]])
    expect(await expectAccounted('5', '403')).toMatchObject({
      sent: PEOPLE - 1,
      received: PEOPLE - 1,
    })
    blocked.unblock()
    await until(async () => (await unreachable()).length === 0, 'all reachable again')
    await rig.put([mail('announcement', people[LAST] ?? 0, 'f5-back')])
    await until(() => rig.arrivals.includes('f5-back'), 'the message after the unblock')
  })

  it('6. 400 on entities: that item alone fails, and nothing is tried for ever', async () => {
    const undo = fault(
      { kind: 'error', code: 400, description: "Bad Request: can't parse entities" },
      { chatIds: ids.slice(7, 8) },
    )
    await putTo('f6', 'lesson')
    await rig.ended()
    undo()
    expect(await expectAccounted('6', '400')).toMatchObject({ failed: 1, received: PEOPLE - 1 })
  })

  it('7. a burst of 500 and 502: all arrives, once', async () => {
    fault({ kind: 'error', code: 500 }, { times: 30 })
    fault({ kind: 'error', code: 502 }, { times: 30 })
    await putTo('f7', 'announcement')
    await rig.ended()
    expect(await expectAccounted('7', '500 and 502')).toMatchObject({
      sent: PEOPLE,
      received: PEOPLE,
      resent: 0,
    })
  })

  it('8. 401: sending halts, the log says so, the backlog stays until the next start', async () => {
    const undo = fault({ kind: 'error', code: 401 })
    await putTo('f8', 'announcement')
    await until(async () => {
      const [row] = await rowsOf<{ halted: boolean }>(
        rig.db,
        sql`select halted is not null as halted from pace`,
      )
      return row?.halted === true && (await rig.inFlight()) === 0
    }, 'a halt')
    undo()
    await until(
      () => rig.processes.some((one) => /refuses the bot’s token/.test(one.log())),
      'the alert',
    )
    expect(await rig.sums('f8-')).toMatchObject({ open: PEOPLE, received: 0 })
    await rig.processes[1]?.kill()
    await rig.start()
    await rig.ended()
    expect(await expectAccounted('8', '401')).toMatchObject({ sent: PEOPLE, duplicates: 0 })
  })
})

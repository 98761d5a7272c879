import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../support/until.ts'
import { backends } from '../support/world.ts'
import { expectAllAccounted, mail, openRig, type Rig } from './support/rig.ts'

const PEOPLE = 40

describe.each(backends)('kill -9 around the call, queues on %s', (backend) => {
  let rig: Rig
  let ids: number[]

  beforeEach(async () => {
    // At this rate all of them are in flight at once.
    rig = await openRig({ backend, sendRate: 100 })
    ids = await rig.crowd(PEOPLE)
    await rig.start()
  })
  afterEach(() => rig.close())

  /** Half lessons, which are sent again, and half announcements, which are not. */
  async function putHalves(): Promise<void> {
    await rig.put(
      ids.map((id, i) =>
        i % 2 === 0 ? mail('lesson', id, `lesson-${i}`) : mail('announcement', id, `news-${i}`),
      ),
    )
  }
  const inFlight = () =>
    until(async () => (await rig.inFlight()) === PEOPLE, 'the whole crowd in flight')

  it('before Telegram hears of it: lessons arrive once, announcements are reported', async () => {
    rig.telegram.hold('requests')
    await putHalves()
    await inFlight()
    await rig.processes[0]?.kill()
    expect(rig.arrivals).toEqual([])
    rig.telegram.cut()
    rig.telegram.release()
    await rig.start()
    await rig.ended()
    const sums = await expectAllAccounted(rig, `1. killed before the call, ${backend}`, {
      limit: 100,
    })
    // Nobody can tell a kill before the call from one after it: each follows the policy of its kind.
    expect(sums).toMatchObject({
      resent: PEOPLE / 2,
      sent: PEOPLE / 2,
      uncertain: PEOPLE / 2,
      received: PEOPLE / 2,
      duplicates: 0,
    })
  })

  it('after Telegram took it: no lesson is lost, none comes more than twice', async () => {
    rig.telegram.hold('answers')
    await putHalves()
    await inFlight()
    await until(() => rig.arrivals.length === PEOPLE, 'all of it with Telegram')
    await rig.processes[0]?.kill()
    rig.telegram.cut()
    rig.telegram.release()
    await rig.start()
    await rig.ended()
    const sums = await expectAllAccounted(rig, `2. killed after the call, ${backend}`, {
      limit: 100,
    })
    expect(sums).toMatchObject({
      resent: PEOPLE / 2,
      sent: PEOPLE / 2,
      uncertain: PEOPLE / 2,
      received: PEOPLE * 1.5,
      duplicates: PEOPLE / 2,
    })
  })
})

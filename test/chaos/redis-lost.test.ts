import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import { tcpProxy } from '../support/tcp-proxy.ts'
import { until } from '../support/until.ts'
import { full } from './support/length.ts'
import { expectAllAccounted, mail, openRig, TELEGRAMS_LIMIT, type Rig } from './support/rig.ts'

const PEOPLE = 150

/** Elapsed milliseconds for which Redis is away. */
const AWAY_MS = full ? 60_000 : 5000

describe.skipIf(inject('redisUrl') === undefined)('Redis is lost in mid-broadcast', () => {
  let rig: Rig
  let ids: number[]

  beforeEach(async () => {
    rig = await openRig({ backend: 'redis' })
    ids = await rig.crowd(PEOPLE)
  })
  afterEach(() => rig.close())

  async function broadcast(): Promise<void> {
    await rig.put(
      ids.map((id, i) => mail(i % 2 === 0 ? 'lesson' : 'announcement', id, `message-${i}`)),
    )
    await rig.arrived(PEOPLE / 6)
  }
  async function expectEachOnce(name: string): Promise<void> {
    await rig.ended()
    const sums = await expectAllAccounted(rig, name, { limit: TELEGRAMS_LIMIT })
    // A queue carries ids alone: losing it makes nothing uncertain.
    expect(sums).toMatchObject({ sent: PEOPLE, received: PEOPLE, duplicates: 0, resent: 0 })
    expect(rig.processes.every((one) => one.isRunning())).toBe(true)
  }

  it('9. FLUSHALL: rebuilt from Postgres, each message once', async () => {
    await Promise.all([rig.start(), rig.start()])
    await broadcast()
    await rig.redis?.flushAll()
    expect(rig.arrivals.length).toBeLessThan(PEOPLE)
    await expectEachOnce('9. FLUSHALL')
  })

  it('10. killed, and back only after a while: work resumes without a restart', async () => {
    await Promise.all([rig.start(), rig.start()])
    await broadcast()
    await rig.redis?.kill()
    const since = elapsedMs()
    // Answers need no queue: whoever writes meanwhile is answered meanwhile.
    rig.simulator.person({ id: 9, firstName: 'Tanya' }).start()
    await until(() => rig.simulator.ledger.received(9) > 0, 'a reply without Redis')
    await until(() => elapsedMs() - since > AWAY_MS, 'the outage', AWAY_MS * 2)
    await rig.redis?.start()
    await expectEachOnce('10. Redis away')
  })

  it.runIf(full)('its connections half-open: found out, and gone on', async () => {
    const proxy = await tcpProxy(rig.redis?.url ?? '')
    try {
      await rig.start({ REDIS_URL: proxy.urlThrough(rig.redis?.url ?? '') })
      await broadcast()
      proxy.halfOpen()
      await expectEachOnce('Redis half-open')
    } finally {
      await proxy.close()
    }
  })
})

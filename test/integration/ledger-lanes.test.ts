import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertMessages } from '../../src/messaging/index.ts'
import { accepted, drained, note, openChats } from '../support/ledger-notes.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

/** Bulk messages a second, as in production. */
const RATE = 28

/** Telegram’s own limits on: who sends too fast is answered 429. */
const LIMITS = { globalPerSecond: 30, chatPerSecond: 1 }

describe.each(backends)('a flood of 1,200 announcements, queues on %s', (backend) => {
  let world: World
  let ids: number[] = []

  beforeAll(async () => {
    world = await openWorld({ backend, env: { SEND_RATE: '100' } })
    ids = openChats(world.simulator, 5000, 200)
    await world.idle()
    await insertMessages(
      world.app.db,
      Array.from({ length: 1200 }, (_, i) => note('announcement', ids[i % 200] ?? 0, `f${i}`)),
      { now: world.clock.now() },
    )
    await until(() => accepted(world.simulator).length > 100, 'the flood under way')
  })
  afterAll(() => world.close())

  /** Announcements that went out between now and the arrival of something else. */
  async function meanwhile(arrived: () => boolean): Promise<number> {
    const before = accepted(world.simulator).length
    await until(arrived, 'what must not wait for the flood')
    return accepted(world.simulator).length - before
  }

  it('does not delay a reply by more than half a second of sending', async () => {
    const received = world.simulator.ledger.received(5600)
    world.simulator.person({ id: 5600, firstName: 'Tanya' }).start()
    expect(await meanwhile(() => world.simulator.ledger.received(5600) > received)).toBeLessThan(50)
  })

  it('does not starve the lowest lane: its guaranteed share is a sixteenth', async () => {
    const other = openChats(world.simulator, 5700, 5)
    await insertMessages(
      world.app.db,
      other.map((id) => note('nudge', id, `low-${id}`)),
      { now: world.clock.now() },
    )
    const low = (): number =>
      accepted(world.simulator).filter(({ mark }) => mark.startsWith('low-')).length
    // At most what the queue held before (four seconds of work), and a little.
    expect(await meanwhile(() => low() === 5)).toBeLessThan(700)
    const left = 1200 - accepted(world.simulator).filter(({ mark }) => mark.startsWith('f')).length
    expect(left).toBeGreaterThan(100)
  })

  it('puts a lesson before announcements that were there first', async () => {
    const [id = 0] = openChats(world.simulator, 5800, 1)
    await insertMessages(world.app.db, [note('lesson', id, 'urgent')], { now: world.clock.now() })
    const urgent = (): boolean => accepted(world.simulator).some(({ mark }) => mark === 'urgent')
    expect(await meanwhile(urgent)).toBeLessThan(700)
    const left = 1200 - accepted(world.simulator).filter(({ mark }) => mark.startsWith('f')).length
    expect(left).toBeGreaterThan(50)
  })
})

describe.each(backends)('the pace under Telegram’s own limits, queues on %s', (backend) => {
  let world: World

  beforeAll(async () => {
    world = await openWorld({ backend, env: { SEND_RATE: String(RATE) }, limits: LIMITS })
  })
  afterAll(() => world.close())

  it('brings every message, each once, whatever the machine’s hiccups do to the pace', async () => {
    const ids = openChats(world.simulator, 5000, 90)
    await world.idle()
    await insertMessages(
      world.app.db,
      ids.map((id) => note('announcement', id, `pace-${id}`)),
      { now: world.clock.now() },
    )
    await drained(world.app.db)
    const got = accepted(world.simulator).filter(({ mark }) => mark.startsWith('pace-'))
    expect(new Set(got.map(({ mark }) => mark)).size).toBe(90)
    expect(got).toHaveLength(90)
  })
})

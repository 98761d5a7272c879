import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { insertMessages } from '../../src/messaging/index.ts'
import { drained, marks, note, openChats } from '../support/ledger-notes.ts'
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'
import { expectTickAlone } from '../support/tick-alone.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

describe.skipIf(inject('redisUrl') === undefined)('Redis goes away in mid-broadcast', () => {
  let proxy: TcpProxy
  let world: World

  beforeAll(async () => {
    const url = inject('redisUrl') ?? ''
    proxy = await tcpProxy(url)
    world = await openWorld({
      env: { SEND_RATE: '100', REDIS_URL: proxy.urlThrough(url) },
      app: { tickMs: 200 },
    })
  })
  afterAll(async () => {
    await world.close()
    await proxy.close()
  })

  it('what was under way goes on when it is back, each once', async () => {
    const ids = openChats(world.simulator, 8000, 60)
    await world.idle()
    await insertMessages(
      world.app.db,
      Array.from({ length: 300 }, (_, i) => note('announcement', ids[i % 60] ?? 0, `m${i}`)),
      { now: world.clock.now() },
    )
    await until(() => marks(world.simulator).length > 50, 'the broadcast under way')
    await proxy.down()
    // Answers need no queue: whoever writes now is answered now.
    const received = world.simulator.ledger.received(8500)
    world.simulator.person({ id: 8500, firstName: 'Tanya' }).start()
    await until(() => world.simulator.ledger.received(8500) > received, 'a reply without Redis')
    expect(marks(world.simulator).length).toBeLessThan(300)
    await proxy.up()
    await drained(world.app.db)
    const got = marks(world.simulator)
    expect(got).toHaveLength(300)
    expect(new Set(got).size).toBe(300)
  })

  it('the tick lives on: what becomes due afterwards is sent without a restart', async () => {
    await expectTickAlone(world)
  })
})

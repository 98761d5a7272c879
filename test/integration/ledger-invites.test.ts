import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLogger } from '../../src/platform/logger.ts'
import { openWorld, type World } from '../support/world.ts'

/** Several meetings where everybody opens a link at once. */
describe('many newcomers by several links', () => {
  let world: World
  const log: string[] = []
  beforeAll(async () => {
    world = await openWorld({
      app: { log: createLogger('warn', { write: (line) => log.push(line) }) },
    })
  })
  afterAll(() => world.close())

  it('are all led on, and no two batches wait for each other', async () => {
    const codes = await Promise.all(Array.from({ length: 6 }, () => world.invite()))
    const people = Array.from({ length: 240 }, (_, i) =>
      world.simulator.person({ id: 20_000 + i, firstName: `Peserta ${i}` }),
    )
    for (const [i, person] of people.entries()) person.start(codes[(i * 7) % 6] ?? '')
    await world.idle()
    expect(people.filter((person) => person.messages().length > 1)).toHaveLength(240)
    expect(log).toEqual([])
  })
})

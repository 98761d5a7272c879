import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { movableClock } from '../../src/platform/clock.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { steadyClock } from '../../src/platform/steady-clock.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { row, say } from '../support/journey-chat.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const YEARS_MS = 3 * 365 * 24 * 3600_000

describe('a clock that jumps while the bot runs', () => {
  const lines: string[] = []
  const log = createLogger('info', {
    write: (line) => lines.push((JSON.parse(line) as { msg: string }).msg),
  })
  const said = (words: string) => (): boolean => lines.some((line) => line.includes(words))
  /** By which the machine's clock differs from Telegram's, which is the world's. */
  let differs = 0
  let telegrams = movableClock(new Date('2026-11-23T01:30:00Z'))
  const clock = steadyClock({ now: () => new Date(telegrams.now().getTime() + differs) })
  let world: World
  let person: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld({ app: { clock, steady: clock, clockEveryMs: 20, log } })
    telegrams = world.clock
    person = await world.joined(7300)
  })
  afterAll(() => world.close())

  const stored = (): Promise<unknown> =>
    row(
      world,
      sql`
      select (select count(*)::int from people) as people,
        (select count(*)::int from inbox where body is null) as emptied,
        (select count(*)::int from outbox) as messages,
        (select count(*)::int from outbox where state in ('cancelled', 'failed')) as ended,
        (select max(next_due_at) from learners) as due`,
    )

  it.each([YEARS_MS, -YEARS_MS])(
    'by %i ms goes on with the time that elapses: nothing is planned, ended or deleted',
    async (jump) => {
      lines.length = 0
      const before = await stored()
      differs = jump
      await until(said('has jumped and is not followed'), 'word of the jump')
      await world.app.tick()
      await world.idle()
      expect(await stored()).toEqual(before)
      // What is written meanwhile bears the time that it is.
      await say(world, person, '/jadwal')
      const { at } = await row<{ at: string }>(world, sql`select max(handled_at) as at from inbox`)
      expect(Math.abs(Date.parse(at) - telegrams.now().getTime())).toBeLessThan(3600_000)
      differs = 0
      await until(said('is right again'), 'word that it is right again')
    },
  )

  it('is followed where Telegram’s clock says the same: a machine that slept goes on', async () => {
    lines.length = 0
    const messages = person.messages().length
    // Wednesday, 09.30.
    world.clock.moveTo(new Date('2026-11-25T01:30:00Z'))
    await until(said('and Telegram’s says the same'), 'word that it is followed')
    await world.app.tick()
    await world.idle()
    expect(person.messages().length).toBeGreaterThan(messages)
  })
})

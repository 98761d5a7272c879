import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makassar, open, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { lessons, quizzes } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

const attempts = sql`select count(*)::int as n from outbox_attempts`

describe('blocked and unblocked', () => {
  let world: World
  let siti: SimulatedPerson
  let catalogue: Catalogue
  beforeAll(async () => {
    catalogue = await readCatalogue()
    world = await openWorld()
    siti = await world.joined(1201)
    answer(catalogue, siti, true)
    await world.idle()
  })
  afterAll(() => world.close())

  const unreachable = (person: SimulatedPerson) =>
    row<{ since: string | null; reason: string | null }>(
      world,
      sql`select unreachable_since as since, unreachable_reason as reason from people
        where telegram_id = ${person.id}`,
    )

  it('is noticed at once, and nothing is tried meanwhile', async () => {
    siti.block()
    await world.idle()
    expect((await unreachable(siti)).since).not.toBeNull()
    const before = await row(world, attempts)
    await world.advance(makassar(11, 26, 12))
    expect(await row(world, attempts)).toEqual(before)
    expect(world.simulator.ledger.refusals()).toEqual({})
  })

  it('unblocked, the next working day’s lesson arrives, the next in line', async () => {
    siti.unblock()
    await world.idle()
    expect(await unreachable(siti)).toEqual({ since: null, reason: null })
    await world.advance(makassar(11, 27, 8, 59))
    expect(lessons(siti)).toHaveLength(1)
    await world.advance(makassar(11, 27, 9))
    expect(lessons(siti).at(-1)?.text).toMatch(/^Pelajaran 2 dari 15/)
    expect(quizzes(siti)).toHaveLength(2)
  })

  it('no reminder goes to who blocked with a lesson open; it is the same lesson afterwards', async () => {
    siti.block()
    await world.idle()
    const before = await row(world, attempts)
    await world.advance(makassar(12, 1, 8))
    expect(await row(world, attempts)).toEqual(before)
    const texts = await open(world, siti)
    expect(texts).toEqual([expect.stringContaining('Tidak ada yang berubah')])
    expect((await unreachable(siti)).since).toBeNull()
    expect((await say(world, siti, '/materi'))[0]).toMatch(/^Pelajaran 2 dari 15/)
  })

  it('a refusal that nobody announced is one refusal, and the lesson is not lost', async () => {
    const budi = await world.joined(1202, 'Budi')
    answer(catalogue, budi, true)
    await world.idle()
    budi.deactivate()
    await world.advance(makassar(12, 4, 12))
    expect(await unreachable(budi)).toMatchObject({
      reason: expect.stringContaining('deactivated'),
    })
    expect(world.simulator.ledger.refusals()).toEqual({ 'sendMessage 403': 1 })
    expect(
      await row(
        world,
        sql`select d.state from deliveries d join people p on p.id = d.person_id
          where p.telegram_id = ${budi.id} order by d.id desc limit 1`,
      ),
    ).toEqual({ state: 'undelivered' })
    // The other one was not held up.
    expect(quizzes(siti).length).toBeGreaterThanOrEqual(3)
  })

  it('says in no message and in no update that anything went wrong', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

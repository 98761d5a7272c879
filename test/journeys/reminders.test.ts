import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makassar, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { headlines } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

/** The first wordings of each step, as they come where few people are; the last tells of the pause. */
const reminder =
  /pelajaran hari ini masih menunggu|menunggu Anda sejak|hari kerja memang bisa padat|Saya diam dulu/

/** When reminders were sent to a person, in the words of a Makassar clock. */
function remindersOf(world: World, person: SimulatedPerson): string[] {
  return world.simulator.ledger
    .entries({ method: 'sendMessage', chatId: person.id })
    .filter((entry) => reminder.test(entry.text ?? ''))
    .map((entry) => new Date(entry.at + 8 * 3600_000).toISOString().slice(5, 16).replace('T', ' '))
}

const standing = (person: SimulatedPerson): string[] =>
  headlines(person).filter((line) => reminder.test(line))

const failures = (world: World) =>
  rowsOf(world.app.db, sql`select kind, reason from outbox where state = 'failed'`)

describe('reminders over Christmas 2026', () => {
  let world: World
  let never: SimulatedPerson
  let early: SimulatedPerson
  let late: SimulatedPerson
  let good: SimulatedPerson
  let catalogue: Catalogue
  beforeAll(async () => {
    catalogue = await readCatalogue()
    // Monday, 21 December, 09.30; the 24th and 25th are off.
    world = await openWorld({ start: '2026-12-21T01:30:00Z' })
    never = await world.joined(1301, 'Nia')
    early = await world.joined(1302, 'Eka')
    await say(world, early, '/jadwal 07.00')
    late = await world.joined(1303, 'Lia')
    await say(world, late, '/jadwal 17.00')
    good = await world.joined(1304, 'Gita')
    answer(catalogue, good, true)
    await world.idle()
    for (const day of [22, 23, 28, 29, 30, 31]) {
      await world.advance(makassar(12, day, 9))
      answer(catalogue, good, day % 2 === 0)
      await world.idle()
    }
    await world.advance(new Date('2027-01-20T00:00:00Z'))
  })
  afterAll(() => world.close())

  it('come on the first, second and fourth working day, not on a day off, and end in a pause', () => {
    expect(remindersOf(world, never)).toEqual([
      '12-21 14:00',
      '12-22 14:00',
      '12-28 14:00',
      '12-29 14:00',
    ])
  })

  it('the last one tells of the pause, and stands alone', () => {
    expect(headlines(never).at(-1)).toContain('Saya diam dulu supaya tidak mengganggu')
    expect(standing(never)).toHaveLength(1)
  })

  it('never go to who answered on the day', () => {
    expect(remindersOf(world, good).filter((when) => when < '12-31' && when >= '12-21')).toEqual([])
  })

  it('never go in quiet hours, whatever the hour of the lesson', () => {
    for (const person of [early, late, never]) {
      const hours = remindersOf(world, person).map((when) => when.slice(6))
      expect(hours.length).toBe(4)
      for (const hour of hours) expect(hour >= '07:00' && hour < '18:00').toBe(true)
    }
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

describe('reminders on the first day', () => {
  let world: World
  beforeAll(async () => {
    // Thursday, 26 November 2026, 10.00.
    world = await openWorld({ start: '2026-11-26T02:00:00Z' })
  })
  afterAll(() => world.close())

  it('wait on a Friday until prayer is over', async () => {
    const early = await world.joined(1311, 'Eka')
    await say(world, early, '/jadwal 07.00')
    await world.advance(makassar(12, 1, 17))
    // The reminder of the day moves along with the hour of the lesson.
    expect(remindersOf(world, early)).toEqual(['11-26 12:00', '11-27 13:30', '12-01 12:00'])
  })

  it('do not press whoever joined a minute before: there is time to read first', async () => {
    await world.advance(makassar(12, 7, 13, 55))
    const fresh = await world.joined(1312, 'Baru')
    await world.advance(makassar(12, 7, 14, 30))
    expect(remindersOf(world, fresh)).toEqual([])
    await world.advance(makassar(12, 8, 15))
    expect(remindersOf(world, fresh)).not.toEqual([])
  })

  it('wait from a Sunday for Monday', async () => {
    await world.advance(makassar(12, 13, 20))
    const sunday = await world.joined(1313, 'Minggu')
    await world.advance(makassar(12, 14, 15))
    expect(remindersOf(world, sunday)).toEqual(['12-14 14:00'])
  })

  it('an answer just before its hour keeps the reminder back; a skip does too', async () => {
    const catalogue = await readCatalogue()
    await world.advance(makassar(12, 15, 9))
    const [answers, skips] = [await world.joined(1314, 'Ani'), await world.joined(1315, 'Sri')]
    await world.advance(makassar(12, 15, 13, 59))
    answer(catalogue, answers, false)
    const lesson = skips
      .messages()
      .findLast((m) => m.buttons?.flat().some(({ text }) => text.startsWith('Lewati')) === true)
    skips.press(lesson?.id ?? 0, 'Lewati pelajaran ini')
    await world.idle()
    await world.advance(makassar(12, 15, 17))
    expect([remindersOf(world, answers), remindersOf(world, skips)]).toEqual([[], []])
  })

  it('a double tap on its button brings the lesson once', async () => {
    await world.advance(makassar(12, 16, 9))
    const twice = await world.joined(1316, 'Dua')
    await world.advance(makassar(12, 16, 16))
    const quizzes = (): number =>
      world.simulator.ledger.entries({ chatId: 1316, kind: 'poll' }).length
    expect(quizzes()).toBe(1)
    const nudge = twice.messages().findLast((m) => reminder.test(m.text))
    twice.press(nudge?.id ?? 0, 'Kirim pelajarannya')
    twice.press(nudge?.id ?? 0, 'Kirim pelajarannya')
    await world.idle()
    expect(quizzes()).toBe(2)
  })
})

describe('reminders over a weekend', () => {
  let world: World
  beforeAll(async () => {
    // Thursday, 10 December 2026, 9.00.
    world = await openWorld({ start: '2026-12-10T01:00:00Z' })
  })
  afterAll(() => world.close())

  it('do not stand in the chat over a weekend, when they would grow too old to be taken away', async () => {
    const away = await world.joined(1317, 'Libur')
    const standing = (): string[] =>
      away
        .messages()
        .map((m) => m.text.split('\n')[0] ?? '')
        .filter((line) => reminder.test(line) || line.includes('tidak berlaku'))
    await world.advance(makassar(12, 11, 23))
    expect(standing()).toHaveLength(1)
    await world.advance(makassar(12, 13, 18))
    expect(standing()).toEqual([])
    await world.advance(makassar(12, 15, 16))
    expect(standing()).toHaveLength(1)
    expect(await failures(world)).toEqual([])
  })

  it('lose their words where the system slept through the moment to take them away', async () => {
    await world.advance(makassar(12, 18, 9))
    const late = await world.joined(1318, 'Tidur')
    await world.advance(makassar(12, 18, 16))
    // In one jump, as after a weekend without power.
    world.clock.moveTo(makassar(12, 20, 21))
    await world.app.tick()
    await world.idle()
    expect(late.messages().at(-1)?.text).toBe(
      'Ini pengingat lama; tidak ada lagi yang perlu Anda lakukan di sini.',
    )
  })
})

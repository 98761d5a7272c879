import { afterEach, describe, expect, it } from 'vitest'
import { loadTexts } from '../../src/bot/index.ts'
import { addCrowd, openPhones } from '../support/crowd.ts'
import { headlines, lessons, quizzes } from '../support/phone.ts'
import { openWorld, type World } from '../support/world.ts'

/** Moments of the week of Monday, 23 November 2026, in Makassar (UTC+8). */
const at = (day: number, hour: number, minute = 0): Date =>
  new Date(Date.UTC(2026, 10, 22 + day, hour - 8, minute))
const [MON, TUE, WED, THU, FRI, NEXT_MON] = [1, 2, 3, 4, 5, 8]

const CATCH_UP = loadTexts().in('id')('lesson-catch-up')

describe('what is due, when the system or the phone was away', () => {
  let world: World
  afterEach(() => world.close())

  /** Telegram's count of lessons and quizzes by chat, whatever a phone shows. */
  function received(ids: readonly number[]): string[] {
    return ids.map((id) => {
      const sent = world.simulator.ledger.entries({ chatId: id, sent: true })
      const lessonCount = sent.filter(({ text }) => /Pelajaran \d+ dari/.test(text ?? '')).length
      return `${lessonCount} lesson, ${sent.filter(({ kind }) => kind === 'poll').length} quiz`
    })
  }

  it('the sweep run twice, and by two apps at once, sends nothing twice', async () => {
    world = await openWorld({ start: '2026-11-23T00:30:00Z' })
    const second = await world.startApp()
    const ids = await addCrowd(world.app.db, { count: 60, dueAt: at(MON, 9) })
    openPhones(world.simulator, ids)
    await world.idle()
    const sweeps = async (): Promise<void> => {
      await Promise.all([world.app.tick(), second.tick(), world.app.tick(), second.tick()])
      await world.idle()
    }
    world.clock.moveTo(at(MON, 8, 59))
    await sweeps()
    expect(received(ids)).toEqual(ids.map(() => '0 lesson, 0 quiz'))
    world.clock.moveTo(at(MON, 9))
    await sweeps()
    await sweeps()
    expect(received(ids)).toEqual(ids.map(() => '1 lesson, 1 quiz'))
    world.clock.moveTo(at(MON, 14))
    await sweeps()
    await sweeps()
    const nudges = ids.map(
      (id) =>
        world.simulator.ledger
          .entries({ chatId: id, sent: true })
          .filter(({ text }) => /masih menunggu/.test(text ?? '')).length,
    )
    expect(nudges).toEqual(ids.map(() => 1))
  })

  it('down from Monday, started on Thursday at ten: one lesson, which says so, and one quiz', async () => {
    world = await openWorld({ start: '2026-11-23T00:30:00Z' })
    const [id = 0] = await addCrowd(world.app.db, { count: 1, dueAt: at(MON, 9) })
    openPhones(world.simulator, [id])
    await world.idle()
    await world.app.stop()
    world.clock.moveTo(at(THU, 10))
    await world.startApp()
    await world.advance(at(THU, 12))
    const person = world.simulator.person({ id, firstName: 'Peserta' })
    expect(received([id])).toEqual(['1 lesson, 1 quiz'])
    expect(person.messages().some(({ text }) => text.startsWith(CATCH_UP))).toBe(true)
  })

  it('started at nine in the evening: nothing until the next morning', async () => {
    world = await openWorld({ start: '2026-11-23T00:30:00Z' })
    const [id = 0] = await addCrowd(world.app.db, { count: 1, dueAt: at(MON, 9) })
    openPhones(world.simulator, [id])
    await world.idle()
    await world.app.stop()
    world.clock.moveTo(at(TUE, 21))
    await world.startApp()
    await world.advance(at(WED, 6, 59))
    expect(received([id])).toEqual(['0 lesson, 0 quiz'])
    await world.advance(at(WED, 9))
    expect(received([id])).toEqual(['1 lesson, 1 quiz'])
  })

  it('a lesson that could not be sent before its day closed comes on the next working day', async () => {
    world = await openWorld({ start: '2026-11-27T00:30:00Z' })
    const [id = 0] = await addCrowd(world.app.db, { count: 1, dueAt: at(FRI, 9) })
    openPhones(world.simulator, [id])
    await world.idle()
    const undo = world.simulator.faults.add({ fault: { kind: 'error', code: 502 }, chatIds: [id] })
    world.clock.moveTo(at(FRI, 9))
    await world.app.tick()
    world.clock.moveTo(at(FRI, 18))
    undo()
    await world.app.tick()
    await world.idle()
    expect(received([id])).toEqual(['0 lesson, 0 quiz'])
    await world.advance(at(NEXT_MON, 8, 59))
    expect(received([id])).toEqual(['0 lesson, 0 quiz'])
    await world.advance(at(NEXT_MON, 9))
    expect(received([id])).toEqual(['1 lesson, 1 quiz'])
  })

  it('who was offline for a week finds one lesson, its quiz and one line', async () => {
    world = await openWorld({ start: '2026-11-23T00:30:00Z' })
    const [id = 0] = await addCrowd(world.app.db, { count: 1, dueAt: at(MON, 9) })
    openPhones(world.simulator, [id])
    await world.idle()
    const person = world.simulator.person({ id, firstName: 'Peserta' })
    const before = headlines(person).length
    person.setOnline(false)
    await world.advance(at(NEXT_MON, 17))
    expect(headlines(person)).toHaveLength(before)
    person.setOnline(true)
    expect(lessons(person)).toHaveLength(1)
    expect(quizzes(person)).toHaveLength(1)
    expect(headlines(person).slice(before)).toHaveLength(3)
    expect(headlines(person).at(-1)).toMatch(/menunggu|menumpuk|simpan/)
  })
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makassar, open, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { lastQuiz, lessons } from '../support/phone.ts'
import { openWorld, type World } from '../support/world.ts'

const INDONESIAN = ['materi', 'progres', 'latihan', 'jeda', 'jadwal', 'bantuan']
const ENGLISH = ['today', 'progress', 'review', 'pause', 'time', 'help']

const menuOf = (person: SimulatedPerson): string[] => person.commands().map((one) => one.command)

describe('two languages', () => {
  let world: World
  let ann: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('begins in Indonesian, whatever the phone speaks, and turns to English at the notice', async () => {
    ann = world.simulator.person({ id: 4001, firstName: 'Ann', languageCode: 'en' })
    expect(await open(world, ann, await world.invite())).toEqual([expect.stringContaining('Halo!')])
    const before = ann.messages().length
    const [notice] = await press(world, ann, 'English')
    expect(notice).toContain('your data')
    expect(notice).toContain('type stop')
    expect(ann.messages()).toHaveLength(before)
    await press(world, ann, 'Bahasa Indonesia')
    await press(world, ann, 'English')
    expect(await press(world, ann, "I agree, let's start")).toEqual([
      expect.stringContaining('How shall I address you?'),
    ])
    await press(world, ann, 'Just my name')
    await press(world, ann, 'Teaching')
    expect(lessons(ann).at(-1)?.text).toMatch(/^Lesson 1 of 15/)
    expect(menuOf(ann)).toEqual(ENGLISH)
  })

  it('keeps the language in what comes by itself', async () => {
    await world.advance(makassar(11, 23, 15))
    expect(ann.messages().at(-1)?.text).toContain("today's lesson is still waiting")
  })

  it('turns back by /bahasa and again by /language, menu and lessons with it', async () => {
    expect(await say(world, ann, '/language')).toEqual(['Choose a language:'])
    expect(await press(world, ann, 'Bahasa Indonesia')).toEqual([
      expect.stringContaining('dalam bahasa Indonesia'),
    ])
    expect(menuOf(ann)).toEqual(INDONESIAN)
    expect((await say(world, ann, '/materi'))[0]).toMatch(/^Pelajaran 1 dari 15/)
    expect(await say(world, ann, '/bahasa')).toEqual(['Pilih bahasa:'])
    await press(world, ann, 'English')
    expect(menuOf(ann)).toEqual(ENGLISH)
  })

  it('grades a quiz that was sent in the other language', async () => {
    const quiz = lastQuiz(ann)
    expect(quiz.poll.question).toContain('Siapa')
    ann.vote(quiz.id, quiz.poll.options[0]?.text ?? '')
    await world.idle()
    expect(lastQuiz(ann).poll.answered).toBe(true)
    const { correct } = await row<{ correct: boolean }>(world, sql`select correct from answers`)
    expect(correct).toBe(lastQuiz(ann).poll.right)
    expect(ann.messages().at(-1)?.text).toContain('The first stone of your hill is laid, Ann.')
  })

  it('a person who reads Indonesian has the Indonesian menu, also on an English phone', async () => {
    const budi = world.simulator.person({ id: 4002, firstName: 'Budi', languageCode: 'en' })
    await open(world, budi, await world.invite())
    for (const button of ['Setuju, mulai', 'Bapak', 'Pimpinan']) await press(world, budi, button)
    expect(menuOf(budi)).toEqual(INDONESIAN)
  })

  it('says at most six commands, each within Telegram’s limits', () => {
    for (const person of world.simulator.people()) {
      const menu = person.commands()
      expect(menu.length).toBeGreaterThan(0)
      expect(menu.length).toBeLessThanOrEqual(6)
      for (const { command, description } of menu) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
        expect(description.length).toBeGreaterThanOrEqual(1)
        expect(description.length).toBeLessThanOrEqual(256)
      }
    }
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

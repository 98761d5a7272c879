import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { drained } from '../support/ledger-notes.ts'
import { lateResponse } from '../support/ledger-late.ts'
import { press, row, say } from '../support/journey-chat.ts'
import { polls } from '../support/phone.ts'
import { readCatalogue } from '../support/quiz.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const ADMIN = 1801

/** What a preview's answer could be taken for while nobody knows which poll it answers. */
describe('previews in doubt', () => {
  let world: World
  let admin: SimulatedPerson
  let known = 0
  beforeEach(async () => {
    world = await openWorld({ env: { ADMIN_IDS: String(ADMIN) } })
    admin = await world.joined(ADMIN, 'Ahmad')
    await say(world, admin, '/content')
    await press(world, admin, 'Fondasi & mindset AI (15)')
    const second = (await readCatalogue()).tracks[0]?.lessons[1]
    await press(world, admin, `2. ${second?.texts.id.title}`)
    known = polls(admin).length
  })
  afterEach(() => world.close())

  const previews = (): PhoneMessage[] => polls(admin).slice(known)
  const lose = (times: number): void => {
    world.simulator.faults.add({
      fault: { kind: 'dropResponse' },
      methods: ['sendPoll'],
      chatIds: [ADMIN],
      times,
    })
  }
  const vote = (quiz: PhoneMessage | undefined): void => {
    admin.vote(quiz?.id ?? 0, quiz?.poll?.options[0]?.text ?? '')
  }
  const kept = (): Promise<Record<string, unknown>> =>
    row(
      world,
      sql`select (select count(*)::int from early_answers) as early,
        (select count(*)::int from answers) as answers,
        (select count(*)::int from deliveries where state = 'open') as open`,
    )
  const early = (count: number): Promise<void> =>
    until(async () => (await kept())['early'] === count, `${count} early answers`)
  const later = async (): Promise<void> => {
    world.clock.moveTo(new Date(world.clock.now().getTime() + 120_000))
    await world.app.tick()
    await drained(world.app.db)
  }
  const quizRow = (kind: string): Promise<{ id: string }> =>
    row(world, sql`select id from outbox where kind = ${kind} order by id limit 1`)

  it('an answer to a preview whose response was lost is taken for no quiz in doubt', async () => {
    // The admin's own lesson comes again, and nobody knows whether its quiz did.
    lose(1)
    admin.sendText('/materi')
    await until(() => previews().length === 2, 'two copies of the own quiz')
    await world.idle()
    known += 2
    lose(1)
    await press(world, admin, 'Kirim ke saya')
    await until(() => previews().length >= 2, 'a preview that came twice')
    await drained(world.app.db)
    const [first, second] = previews()
    expect(second?.poll?.question).toBe(first?.poll?.question)
    vote(first)
    await early(1)
    await later()
    expect(await kept()).toEqual({ early: 1, answers: 0, open: 1 })
    vote(second)
    await world.idle()
    expect(await kept()).toEqual({ early: 1, answers: 0, open: 1 })
  })

  it('without a preview in doubt the same answer would be bound', async () => {
    lose(1)
    admin.sendText('/materi')
    await until(() => previews().length === 2, 'two copies of the own quiz')
    await world.idle()
    vote(previews()[0])
    await early(1)
    await later()
    expect(await kept()).toEqual({ early: 0, answers: 1, open: 0 })
  })

  it('an answer that was faster than the response is forgotten when it comes', async () => {
    lose(1)
    await press(world, admin, 'Kirim ke saya')
    await drained(world.app.db)
    const [first] = previews()
    vote(first)
    await early(1)
    await lateResponse(world, Number((await quizRow('preview-quiz')).id), first)
    expect(await kept()).toEqual({ early: 0, answers: 0, open: 1 })
    await later()
    expect(await kept()).toEqual({ early: 0, answers: 0, open: 1 })
  })
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { views } from '../../src/bot/views/catalogue.ts'
import { insertBundles, insertMessages, type NewMessage } from '../../src/messaging/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import { marks, note, openChats, outboxOf } from '../support/ledger-notes.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

/** Rows that another version has left behind: kinds that are gone, args that lack what a view reads. */
describe.each(backends)('rows of another version, queues on %s', (backend) => {
  let world: World
  let personId: string

  beforeAll(async () => {
    world = await openWorld({ backend })
    await world.joined(7800)
    const [row] = await rowsOf<{ id: string }>(world.app.db, sql`select id from people`)
    personId = row?.id ?? ''
  })
  afterAll(() => world.close())

  const now = () => ({ now: world.clock.now() })
  const ends = async (chatId: number) =>
    (await outboxOf(world.app.db, chatId)).map(({ state, reason }) => ({ state, reason }))

  it('of a kind that no view renders: cancelled in words, with the rest of its bundle; others go on', async () => {
    const [one = 0, other = 0] = openChats(world.simulator, 7810, 2)
    await world.idle()
    const gone = (chatId: number) => ({ ...note('lesson', chatId, 'x'), kind: 'fortune-cookie' })
    await insertBundles(world.app.db, [[gone(one), note('lesson', one, 'after-gone')]], now())
    await insertMessages(world.app.db, [gone(other), note('lesson', other, 'beside-gone')], now())
    await world.idle()
    expect(await ends(one)).toEqual([
      { state: 'cancelled', reason: 'no view renders "fortune-cookie"' },
      { state: 'cancelled', reason: 'the message before it was not sent' },
    ])
    expect(await ends(other)).toEqual([
      { state: 'cancelled', reason: 'no view renders "fortune-cookie"' },
      { state: 'sent', reason: null },
    ])
    expect(marks(world.simulator)).toEqual(['beside-gone'])
  })

  it.each([
    ['no args', {}],
    [
      'args of other types',
      { deliveryId: 'seven', questionId: null, lessonId: 7, key: 7, track: {} },
    ],
  ])('of every kind there is, with %s: each ends, none holds up the others', async (_, args) => {
    const kinds = Object.keys(views)
    const first = 8000 + Object.keys(args).length * 1000
    const chats = openChats(world.simulator, first, 2 * kinds.length)
    await world.idle()
    const before = world.simulator.ledger.accepted
    // A chat for each, so that none waits for another's turn.
    const rows = kinds.flatMap((kind, i): NewMessage[] => [
      { ...note('review', chats[2 * i] ?? 0, 'x'), kind, args, personId },
      { ...note('lesson', chats[2 * i + 1] ?? 0, 'x'), kind, args, personId: null },
    ])
    const ids = await insertMessages(world.app.db, rows, now())
    const [id = 0] = openChats(world.simulator, first - 1, 1)
    await insertMessages(world.app.db, [note('lesson', id, `good-${id}`)], now())
    await world.idle()
    const states = await rowsOf<{ kind: string; state: string; reason: string | null }>(
      world.app.db,
      sql`select kind, state, reason from outbox where id between ${ids[0] ?? 0} and ${ids.at(-1) ?? 0}`,
    )
    // The word that all is erased leaves no row behind.
    expect(states).toHaveLength(rows.filter(({ kind }) => kind !== 'erased').length)
    for (const { kind, state, reason } of states) {
      if (state !== 'sent') {
        expect([kind, state]).toEqual([kind, expect.stringMatching(/^(?:cancelled|failed)$/)])
        expect(reason).toMatch(/\w+ \w+/)
      }
    }
    // What was sent all the same says nothing that only a programmer reads.
    const texts = world.simulator.ledger
      .entries({ after: before, sent: true })
      .flatMap(({ text }) => (/undefined|\bNaN\b|\[object|\bnull\b/.test(text ?? '') ? [text] : []))
    expect(texts).toEqual([])
    await until(() => marks(world.simulator).includes(`good-${id}`), 'the good row')
  })
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrayOf, rowsOf } from '../../src/platform/db/index.ts'
import { insertBundles, insertMessages } from '../../src/messaging/index.ts'
import {
  attemptsOf,
  drained,
  hurry,
  marks,
  note,
  openChats,
  outboxOf,
} from '../support/ledger-notes.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

/** What becomes of a row after each kind of answer, or none, from Telegram. */
describe.each(backends)('outcomes of a send, queues on %s', (backend) => {
  let world: World
  let next = 7000

  beforeAll(async () => {
    world = await openWorld({ backend })
  })
  afterAll(() => world.close())

  async function chat(): Promise<number> {
    const [id = 0] = openChats(world.simulator, next++, 1)
    await world.idle()
    return id
  }
  async function put(...messages: Parameters<typeof insertMessages>[1]): Promise<void> {
    await insertMessages(world.app.db, messages, { now: world.clock.now() })
  }
  const states = async (id: number): Promise<string[]> =>
    (await outboxOf(world.app.db, id)).map((row) => row.state)
  const ended = (id: number, expected: string[]): Promise<void> =>
    until(
      async () => String(await states(id)) === String(expected),
      `rows that are ${expected.join()}`,
    )

  it('403 in mid-batch: that row fails, the other chats go on', async () => {
    const ids = openChats(world.simulator, 7100, 10)
    await world.idle()
    const [blocked = 0] = ids.slice(4)
    world.simulator.person({ id: blocked, firstName: 'Tutup' }).block()
    await world.idle()
    await put(...ids.map((id) => note('lesson', id, `batch-${id}`)))
    await world.idle()
    expect(await outboxOf(world.app.db, blocked)).toEqual([
      expect.objectContaining({ state: 'failed', reason: expect.stringContaining('blocked') }),
    ])
    const got = marks(world.simulator).filter((mark) => mark.startsWith('batch-'))
    expect(got.toSorted()).toEqual(
      ids
        .filter((id) => id !== blocked)
        .map((id) => `batch-${id}`)
        .toSorted(),
    )
  })

  it('400: that item alone fails, its bundle’s rest is cancelled, nothing is tried again', async () => {
    const [one, other] = [await chat(), await chat()]
    const undo = world.simulator.faults.add({
      fault: { kind: 'error', code: 400, description: "Bad Request: can't parse entities" },
      chatIds: [one],
      methods: ['sendMessage'],
    })
    await insertBundles(
      world.app.db,
      [one, other].map((id) => [1, 2, 3].map((n) => note('lesson', id, `b${id}-${n}`))),
      { now: world.clock.now() },
    )
    await world.idle()
    undo()
    expect(await states(one)).toEqual(['failed', 'cancelled', 'cancelled'])
    expect(await states(other)).toEqual(['sent', 'sent', 'sent'])
    expect(marks(world.simulator, { chatId: other })).toEqual(
      [1, 2, 3].map((n) => `b${other}-${n}`),
    )
    expect(await attemptsOf(world.app.db, one)).toEqual([
      { kind: 'note', attempt: 1, outcome: 'refused', late: false },
    ])
  })

  it('a burst of 500 and 502: everybody gets everything, nobody twice', async () => {
    const ids = openChats(world.simulator, 7200, 20)
    await world.idle()
    const undo = [500, 502].map((code) =>
      world.simulator.faults.add({
        fault: { kind: 'error', code: code as 500 | 502 },
        methods: ['sendMessage'],
        times: 10,
      }),
    )
    await put(...ids.map((id) => note('announcement', id, `burst-${id}`)))
    await world.idle()
    for (const take of undo) take()
    const got = marks(world.simulator).filter((mark) => mark.startsWith('burst-'))
    expect(got.toSorted()).toEqual(ids.map((id) => `burst-${id}`))
    const [spent] = await rowsOf<{ sum: number }>(
      world.app.db,
      sql`
      select sum(spent)::int as sum from outbox where chat_id = any(${arrayOf(ids, 'bigint')})
        and args ->> 'key' = 'name-too-long'`,
    )
    expect(spent?.sum).toBe(20 + 20)
  })

  it('a response that was dropped: a lesson is sent once more, and the attempts say so', async () => {
    const id = await chat()
    world.simulator.faults.add({
      fault: { kind: 'dropResponse' },
      methods: ['sendMessage'],
      chatIds: [id],
      times: 1,
    })
    await put(note('lesson', id, 'dropped-lesson'))
    await world.idle()
    expect(marks(world.simulator, { chatId: id })).toEqual(['dropped-lesson', 'dropped-lesson'])
    expect(await states(id)).toEqual(['sent'])
    expect(await attemptsOf(world.app.db, id)).toEqual([
      { kind: 'note', attempt: 1, outcome: 'uncertain', late: false },
      { kind: 'note', attempt: 2, outcome: 'ok', late: false },
    ])
  })

  it('dropped again and again: once more is all, and the row says that nobody knows', async () => {
    const id = await chat()
    const undo = world.simulator.faults.add({
      fault: { kind: 'dropResponse' },
      methods: ['sendMessage'],
      chatIds: [id],
    })
    await put(note('review', id, 'dropped-twice'))
    await ended(id, ['uncertain'])
    undo()
    expect(marks(world.simulator, { chatId: id })).toHaveLength(2)
  })

  it.each(['announcement', 'nudge'] as const)(
    'a response that was dropped: a message of lane %s is uncertain and not repeated',
    async (lane) => {
      const id = await chat()
      world.simulator.faults.add({
        fault: { kind: 'dropResponse' },
        methods: ['sendMessage'],
        chatIds: [id],
        times: 1,
      })
      await put(note(lane, id, `dropped-${lane}`), note(lane, id, `after-${lane}`))
      await ended(id, ['uncertain', 'sent'])
      expect(marks(world.simulator, { chatId: id })).toEqual([`dropped-${lane}`, `after-${lane}`])
    },
  )

  it('a connection reset before anything was taken: the lesson arrives once', async () => {
    const id = await chat()
    world.simulator.faults.add({
      fault: { kind: 'reset' },
      methods: ['sendMessage'],
      chatIds: [id],
      times: 1,
    })
    await put(note('lesson', id, 'reset'))
    await ended(id, ['sent'])
    expect(marks(world.simulator, { chatId: id })).toEqual(['reset'])
    expect(await attemptsOf(world.app.db, id)).toMatchObject([
      { outcome: 'uncertain' },
      { outcome: 'ok' },
    ])
  })

  it('401: sending halts with the backlog kept; a start with a token that works resumes', async () => {
    const ids = openChats(world.simulator, 7300, 30)
    await world.idle()
    const undo = world.simulator.faults.add({ fault: { kind: 'error', code: 401 } })
    await put(...ids.map((id) => note('announcement', id, `halt-${id}`)))
    const halted = async (): Promise<boolean> => {
      const [row] = await rowsOf<{ halted: boolean }>(
        world.app.db,
        sql`
        select halted is not null and not exists (select from outbox where state = 'sending')
          as halted from pace`,
      )
      return row?.halted === true
    }
    await until(halted, 'a halt with nothing in flight')
    undo()
    const backlog = await rowsOf(
      world.app.db,
      sql`
      select state, spent, count(*)::int as n from outbox
      where args -> 'variables' ->> 'most' like '[halt-%' group by 1, 2`,
    )
    expect(backlog).toEqual([{ state: 'pending', spent: 0, n: 30 }])
    // Now the token would work again, and yet nothing goes: not even what has become due anew.
    await put(note('reply', ids[0] ?? 0, 'halt-reply'))
    await hurry(world.app.db)
    await world.app.tick()
    expect(marks(world.simulator).filter((mark) => mark.startsWith('halt-'))).toEqual([])

    const second = await world.startApp()
    expect(await halted()).toBe(false)
    await drained(world.app.db)
    expect(marks(world.simulator).filter((mark) => mark.startsWith('halt-'))).toHaveLength(31)
    await second.stop()
  })
})

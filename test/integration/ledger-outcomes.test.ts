import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrayOf, rowsOf } from '../../src/platform/db/index.ts'
import { insertBundles, insertMessages } from '../../src/messaging/index.ts'
import { attemptsOf, hurry, marks, note, openChats, outboxOf } from '../support/ledger-notes.ts'
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
      fault: { kind: 'error', code: 400, description: 'Bad Request: message is too long' },
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
    expect((await outboxOf(world.app.db, one)).map((row) => row.reason)).toEqual([
      'Bad Request: message is too long',
      'the message before it was not sent',
      'the message before it was not sent',
    ])
    expect(await states(other)).toEqual(['sent', 'sent', 'sent'])
    expect(marks(world.simulator, { chatId: other })).toEqual(
      [1, 2, 3].map((n) => `b${other}-${n}`),
    )
    expect(await attemptsOf(world.app.db, one)).toEqual([
      { kind: 'note', attempt: 1, outcome: 'refused', late: false },
    ])
  })

  it('400 for its formatting: that row goes once more as plain text, and its bundle goes on', async () => {
    const id = await chat()
    world.simulator.faults.add({
      fault: {
        kind: 'error',
        code: 400,
        description: "Bad Request: can't parse entities: Can't find end tag",
      },
      chatIds: [id],
      methods: ['sendMessage'],
      times: 1,
    })
    await insertBundles(
      world.app.db,
      [[note('lesson', id, 'plain-1'), note('lesson', id, 'plain-2')]],
      { now: world.clock.now() },
    )
    await ended(id, ['sent', 'sent'])
    expect(marks(world.simulator, { chatId: id })).toEqual(['plain-1', 'plain-2'])
    expect(await attemptsOf(world.app.db, id)).toEqual([
      { kind: 'note', attempt: 1, outcome: 'misformatted', late: false },
      { kind: 'note', attempt: 2, outcome: 'ok', late: false },
      { kind: 'note', attempt: 1, outcome: 'ok', late: false },
    ])
  })

  it('400 for its formatting again and again: it fails after the plain text, and there is no loop', async () => {
    const id = await chat()
    const undo = world.simulator.faults.add({
      fault: { kind: 'error', code: 400, description: 'Bad Request: ENTITY_BOUNDS_INVALID' },
      chatIds: [id],
      methods: ['sendMessage'],
    })
    await put(note('lesson', id, 'never'), note('review', id, 'never-either'))
    await ended(id, ['failed', 'failed'])
    undo()
    const rows = await outboxOf(world.app.db, id)
    expect(rows.map(({ attempt, reason }) => ({ attempt, reason }))).toEqual(
      rows.map(() => ({ attempt: 2, reason: 'Bad Request: ENTITY_BOUNDS_INVALID' })),
    )
  })

  it('a group that became a supergroup: what waits for it follows it there', async () => {
    const person = world.simulator.person({ id: 7950, firstName: 'Budi' })
    const group = world.simulator.group({ title: 'Bappeda', type: 'group' })
    group.join(person.id)
    const undo = world.simulator.faults.add({
      fault: { kind: 'error', code: 502 },
      chatIds: [group.id],
    })
    group.addBot(person.id)
    const rowsIn = (chatId: number) =>
      rowsOf<{ kind: string; state: string; spent: number }>(
        world.app.db,
        sql`select kind, state, spent from outbox where chat_id = ${chatId} order by id`,
      )
    await until(async () => ((await rowsIn(group.id))[0]?.spent ?? 0) > 0, 'a first try')
    const next = group.upgrade()
    undo()
    await hurry(world.app.db)
    await world.idle()
    expect(next.messages(person.id).filter((message) => message.fromBot)[0]?.text).toContain(
      world.app.botUsername,
    )
    expect((await rowsIn(next.id)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'note sent',
      'leave-group sent',
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
})

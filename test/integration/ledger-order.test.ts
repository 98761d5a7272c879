import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import { insertBundles, insertMessages } from '../../src/messaging/index.ts'
import { addCrowd, openPhones } from '../support/crowd.ts'
import {
  accepted,
  drained,
  freshChat,
  marks,
  note,
  openChats,
  outboxOf,
} from '../support/ledger-notes.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

/** Bundles, keys, chats: what goes when, and what does not go. */
describe.each(backends)('order in the outbox, queues on %s', (backend) => {
  let world: World

  beforeAll(async () => {
    world = await openWorld({ backend })
  })
  afterAll(() => world.close())

  const now = () => ({ now: world.clock.now() })
  const states = async (id: number): Promise<string[]> =>
    (await outboxOf(world.app.db, id)).map((row) => row.state)

  const ended = (id: number, expected: string[]): Promise<void> =>
    until(
      async () => String(await states(id)) === String(expected),
      `rows ${expected.join()}`,
      10_000,
    )

  it('a quiz never before its lesson, with two hundred people due at once and answers that lag', async () => {
    const dueAt = new Date('2026-11-23T02:00:00Z')
    const ids = await addCrowd(world.app.db, { count: 200, dueAt, firstId: 6000 })
    openPhones(world.simulator, ids)
    await world.idle()
    const undo = [
      { fault: { kind: 'delay', ms: 60 } as const, probability: 0.2 },
      { fault: { kind: 'error', code: 502 } as const, probability: 0.05, times: 15 },
    ].map((rule) => world.simulator.faults.add({ ...rule, methods: ['sendMessage', 'sendPoll'] }))
    await world.advance(dueAt)
    for (const take of undo) take()
    const kinds = new Map<number, (string | null)[]>()
    for (const entry of world.simulator.ledger.entries({ sent: true })) {
      if (entry.kind === 'poll' || /^Pelajaran \d/.test(entry.text ?? '')) {
        kinds.set(entry.chatId ?? 0, [...(kinds.get(entry.chatId ?? 0) ?? []), entry.kind])
      }
    }
    expect(ids.map((id) => kinds.get(id))).toEqual(ids.map(() => ['text', 'poll']))
  })

  it('a dedupe key lets a message in once, and a bundle whose first is known not at all', async () => {
    const id = await freshChat(world.simulator, 6500)
    const single = note('announcement', id, 'once', { dedupeKey: 'key:once' })
    await insertMessages(world.app.db, [single], now())
    await insertMessages(world.app.db, [single], now())
    const bundle = [note('lesson', id, 'b1', { dedupeKey: 'key:b' }), note('lesson', id, 'b2')]
    await insertBundles(world.app.db, [bundle], now())
    await insertBundles(world.app.db, [bundle], now())
    expect(await states(id)).toHaveLength(3)
    await ended(id, ['sent', 'sent', 'sent'])
    expect(marks(world.simulator, { chatId: id }).toSorted()).toEqual(['b1', 'b2', 'once'])
  })

  it('a newer message with a supersede key takes the place of the pending one', async () => {
    const id = await freshChat(world.simulator, 6510)
    const notBefore = new Date(world.clock.now().getTime() + 60_000)
    const supersedeKey = `menu:${id}`
    await insertMessages(
      world.app.db,
      [note('reply', id, 'old', { supersedeKey, notBefore })],
      now(),
    )
    await insertMessages(
      world.app.db,
      [note('reply', id, 'new', { supersedeKey, notBefore })],
      now(),
    )
    expect(await states(id)).toEqual(['cancelled', 'pending'])
    world.clock.moveTo(notBefore)
    await ended(id, ['cancelled', 'sent'])
    expect(marks(world.simulator, { chatId: id })).toEqual(['new'])
  })

  it('a bundle whose first message is superseded ends whole', async () => {
    const id = await freshChat(world.simulator, 6520)
    const supersedeKey = 'edit:1'
    const notBefore = new Date(world.clock.now().getTime() + 60_000)
    const bundle = (mark: string) => [
      note('announcement', id, `${mark}-1`, { supersedeKey, notBefore }),
      note('announcement', id, `${mark}-2`),
    ]
    await insertBundles(world.app.db, [bundle('old')], now())
    await insertBundles(world.app.db, [bundle('new')], now())
    world.clock.moveTo(notBefore)
    await ended(id, ['cancelled', 'cancelled', 'sent', 'sent'])
    expect(marks(world.simulator, { chatId: id })).toEqual(['new-1', 'new-2'])
  })

  it('what is past its time is cancelled with its bundle, and is never sent', async () => {
    const id = await freshChat(world.simulator, 6530)
    const undo = world.simulator.faults.add({ fault: { kind: 'error', code: 502 }, chatIds: [id] })
    const notAfter = new Date(world.clock.now().getTime() + 3600_000)
    await insertBundles(
      world.app.db,
      [[note('lesson', id, 'late-1', { notAfter }), note('lesson', id, 'late-2', { notAfter })]],
      now(),
    )
    await until(async () => (await outboxOf(world.app.db, id))[0]?.spent === 1, 'one try')
    world.clock.moveTo(notAfter)
    undo()
    await world.app.tick()
    expect(await states(id)).toEqual(['cancelled', 'cancelled'])
    expect(marks(world.simulator, { chatId: id })).toEqual([])
  })
})

describe.each(backends)('one chat at a time, queues on %s', (backend) => {
  let world: World
  const CHAT_GAP_MS = 300

  beforeAll(async () => {
    world = await openWorld({ backend, app: { chatGapMs: CHAT_GAP_MS } })
  })
  afterAll(() => world.close())

  it('keeps the gap between two messages to one chat, over all lanes and two apps', async () => {
    const second = await world.startApp()
    const ids = openChats(world.simulator, 6600, 3)
    await world.idle()
    const lanes = ['lesson', 'review', 'announcement', 'nudge'] as const
    await insertMessages(
      world.app.db,
      ids.flatMap((id) => lanes.map((lane) => note(lane, id, `${lane}-${id}`))),
      { now: world.clock.now() },
    )
    await drained(world.app.db)
    for (const id of ids) {
      const sent = accepted(world.simulator, { chatId: id })
      expect(sent).toHaveLength(lanes.length)
      const gaps = sent
        .slice(1)
        .map(({ entry }, i) => entry.elapsed - (sent[i]?.entry.elapsed ?? 0))
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(CHAT_GAP_MS)
    }
    await second.stop()
  })

  it('has at most one message in flight to a chat', async () => {
    const id = await freshChat(world.simulator, 6610)
    const undo = world.simulator.faults.add({ fault: { kind: 'delay', ms: 300 }, chatIds: [id] })
    await insertMessages(
      world.app.db,
      (['lesson', 'review', 'announcement', 'nudge'] as const).map((lane) => note(lane, id, lane)),
      { now: world.clock.now() },
    )
    let most = 0
    await until(async () => {
      const [row] = await rowsOf<{ flying: number; left: number }>(
        world.app.db,
        sql`
        select count(*) filter (where state = 'sending')::int as flying,
          count(*) filter (where state in ('pending', 'sending'))::int as left
        from outbox where chat_id = ${id}`,
      )
      most = Math.max(most, row?.flying ?? 0)
      return row?.left === 0
    }, 'all four sent')
    undo()
    expect(most).toBe(1)
  })
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import { bareHandler, BOT_ID } from '../support/bare-handler.ts'
import { castOf } from '../fuzz/support/cast.ts'
import { roleScene, telegramIds, type RoleScene } from '../support/role-scene.ts'
import { openWorld, type World } from '../support/world.ts'

const { admin, participant } = telegramIds

const account = (id: number) => ({ id, is_bot: false, first_name: 'Uji' })
const privately = (id: number) => ({ id, type: 'private', first_name: 'Uji' })
const GROUP = { id: -1_001_000, type: 'supergroup', title: 'Grup' }

/** Updates that only somebody with the webhook's secret could send: nobody's word, and nobody's act. */
describe('updates that are not what they say', () => {
  let world: World
  let scene: RoleScene
  let handle: Awaited<ReturnType<typeof bareHandler>>
  beforeAll(async () => {
    world = await openWorld()
    scene = await roleScene(world)
    handle = await bareHandler(world.clock)
    // Any word of hers brings an admin the menu that she may have: once, and not by what follows.
    const message = { ...head, from: account(admin), chat: privately(admin), text: '/bantuan' }
    const row = { id: 1, updateId: 1, kind: 'message', tries: 0, receivedAt: world.clock.now() }
    await world.app.db.transaction((tx) =>
      handle(tx, [{ ...row, body: { update_id: 1, message } }]),
    )
  })
  afterAll(() => world.close())

  /** What an update leaves behind: whether it was passed over, and how many rows of what came of it. */
  async function effect(update: Record<string, unknown>): Promise<Record<string, unknown>> {
    const traces = sql`
      select (select count(*)::int from outbox) as outbox, (select count(*)::int from audit) as audit,
        (select count(*)::int from inbox) as inbox, (select count(*)::int from answers) as answers,
        (select md5(json_agg(p order by p.id)::text) from people p) as people,
        (select md5(json_agg(r order by r.person_id)::text) from roles r) as roles`
    const row = { id: 1, updateId: 1, kind: Object.keys(update)[0] ?? '', tries: 0 }
    const body = { update_id: 1, ...update }
    // On one snapshot: what the bot does of itself meanwhile is none of the update's.
    return world.app.db.transaction(
      async (tx) => {
        const before = await rowsOf(tx, traces)
        const handled = await handle(tx, [{ ...row, body, receivedAt: world.clock.now() }])
        expect(await rowsOf(tx, traces)).toEqual(before)
        return { passed: handled.passed.length, replies: handled.replies.length }
      },
      { isolationLevel: 'repeatable read' },
    )
  }
  const nothing = { passed: 1, replies: 0 }

  const head = { message_id: 1, date: 1 }
  const press = (from: number, message: unknown, data = 'roles') => ({
    callback_query: { id: '1', from: account(from), chat_instance: '1', data, message },
  })
  const member = (of: number, chat: unknown, from = participant) => ({
    my_chat_member: {
      chat,
      from: account(from),
      date: 1,
      new_chat_member: { status: 'kicked', user: account(of) },
    },
  })

  it.each<[string, Record<string, unknown>]>([
    [
      'an admin’s word out of another’s chat',
      { message: { ...head, from: account(admin), chat: privately(participant), text: '/peran' } },
    ],
    [
      'another’s word in an admin’s chat',
      { message: { ...head, from: account(participant), chat: privately(admin), text: '/materi' } },
    ],
    ['a word of nobody', { message: { ...head, chat: privately(admin), text: '/materi' } }],
    [
      'a word of a bot',
      {
        message: {
          ...head,
          from: { ...account(admin), is_bot: true },
          chat: privately(admin),
          text: '/peran',
        },
      },
    ],
    [
      'two senders in one update',
      {
        message: { ...head, from: account(participant), chat: privately(participant), text: 'x' },
        ...press(admin, { ...head, chat: privately(admin) }),
      },
    ],
    ['a press below an inline message', { ...press(admin, undefined) }],
    ['a press in another’s chat', press(admin, { ...head, chat: privately(participant) })],
    ['a press by a number that is none', press(0, { ...head, chat: privately(0) })],
    ['another’s leaving', member(9200, privately(9200), 9200)],
    ['a block in another’s name', member(BOT_ID, privately(9200))],
    ['a word in a channel', { channel_post: { ...head, chat: privately(admin), text: '/start' } }],
    [
      'a word that was edited',
      { edited_message: { ...head, from: account(admin), chat: privately(admin), text: '/peran' } },
    ],
    [
      'a word by a business account',
      {
        business_message: { ...head, from: account(admin), chat: privately(admin), text: '/peran' },
      },
    ],
    ['a number as a text', { message: { ...head, from: account(admin), chat: { id: '9105' } } }],
    ['no content', {}],
  ])('%s has no effect', async (_, update) => {
    expect(await effect(update)).toEqual(nothing)
  })

  it('no button does anything in a group, below an inline message or in another’s chat', async () => {
    const { buttons } = castOf(scene.target, { senders: [], often: [], polls: [] })
    for (const data of buttons) {
      const found = [
        await effect(press(admin, { ...head, chat: privately(participant) }, data)),
        await effect(press(admin, undefined, data)),
        await effect(press(admin, { ...head, chat: GROUP }, data)),
      ]
      expect([data, found.map(({ replies }) => replies)]).toEqual([data, [0, 0, 0]])
    }
  })

  it('the same, as they should be, are heard', async () => {
    const update = {
      message: { ...head, from: account(participant), chat: privately(participant) },
    }
    const row = { id: 1, updateId: 1, kind: 'message', tries: 0, receivedAt: world.clock.now() }
    const body = { update_id: 1, message: { ...update.message, text: 'halo' } }
    const handled = await world.app.db.transaction((tx) => handle(tx, [{ ...row, body }]))
    expect(handled).toMatchObject({ passed: [], replies: [expect.any(Number)] })
  })
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeUpdates, type ReceivedUpdate } from '../../src/messaging/index.ts'
import { takeUpdates } from '../../src/messaging/inbox-store.ts'
import { type Db, rowsOf, withDatabase } from '../../src/platform/db/index.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const SECRET = 'a-secret_of-ours'

/** Updates as Telegram pushes them, straight to the webhook. */
describe('the inbox behind the webhook', () => {
  let world: World
  let nextUpdate = 500_000

  beforeAll(async () => {
    world = await openWorld({
      env: { PUBLIC_URL: 'http://127.0.0.1:9', WEBHOOK_SECRET: SECRET },
    })
  })
  afterAll(() => world.close())

  async function push(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`http://127.0.0.1:${world.app.webPort}/telegram`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': SECRET,
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }
  function message(from: number, text: string, more: object = {}): Record<string, unknown> {
    return {
      update_id: nextUpdate++,
      message: {
        message_id: nextUpdate,
        date: Math.floor(world.clock.now().getTime() / 1000),
        chat: { id: from, type: 'private', first_name: 'Siti' },
        from: { id: from, is_bot: false, first_name: 'Siti' },
        text,
        ...more,
      },
    }
  }
  async function chat(id: number): Promise<number> {
    // The phone's own /start is pushed to PUBLIC_URL, where nobody listens: only the chat is opened.
    world.simulator.person({ id, firstName: 'Siti' }).start()
    return Promise.resolve(id)
  }
  interface InboxRow extends Record<string, unknown> {
    state: string
    tries: number
    body: unknown
    error: string | null
  }
  async function rows(from: number): Promise<InboxRow[]> {
    return rowsOf<InboxRow>(
      world.app.db,
      sql`select state, tries, body, error from inbox where person_key = ${from} order by id`,
    )
  }
  const handled = (from: number, states: string[]): Promise<void> =>
    until(
      async () => String((await rows(from)).map((row) => row.state)) === String(states),
      `updates of ${from} that are ${states.join()}`,
    )
  const replies = (chatId: number): number =>
    world.simulator.ledger.entries({ chatId, sent: true }).length

  it('the same update five times at once has one effect', async () => {
    const id = await chat(300)
    const update = message(id, '/start')
    const answers = await Promise.all(Array.from({ length: 5 }, () => push(update)))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200])
    await handled(id, ['handled'])
    await until(() => replies(id) > 0, 'the reply')
    expect((await push(update)).status).toBe(200)
    await push(message(id, '/start'))
    await handled(id, ['handled', 'handled'])
    await until(() => replies(id) === 2, 'one reply for each of the two updates')
    expect(await rowsOf(world.app.db, sql`select from outbox where chat_id = ${id}`)).toHaveLength(
      2,
    )
  })

  it('clears the body in the transaction that handles it', async () => {
    const id = await chat(301)
    await push(message(id, 'rahasia saya'))
    await handled(id, ['handled'])
    expect(await rows(id)).toEqual([expect.objectContaining({ body: null, error: null })])
  })

  it('handles each person’s updates in order of arrival, people side by side', async () => {
    const ids = await Promise.all([310, 311, 312, 313].map(chat))
    for (let n = 0; n < 10; n++) {
      await Promise.all(ids.map((id) => push(message(id, `kode salah ${n}`))))
    }
    for (const id of ids)
      await handled(
        id,
        Array.from({ length: 10 }, () => 'handled'),
      )
    // Civil time stands still here; transactions are numbered in the order in which they wrote.
    const order = await rowsOf(
      world.app.db,
      sql`
      select person_key from inbox i where person_key between 310 and 313
        and exists (select from inbox e where e.person_key = i.person_key and e.id < i.id
          and e.xmin::text::bigint > i.xmin::text::bigint)`,
    )
    expect(order).toEqual([])
  })

  it('takes no update of a person while an earlier one is in hand, and does take others’', async () => {
    // Of another bot, so that the running app leaves them alone.
    const bot = 777
    const update = (updateId: number, personKey: number): ReceivedUpdate => ({
      updateId,
      personKey,
      kind: 'message',
      body: {},
    })
    const { db } = world.app
    await storeUpdates(
      db,
      bot,
      [1, 2, 3].map((n) => update(n, 10)),
      world.clock.now(),
    )
    const taken = async (tx: Db): Promise<number[]> =>
      (await takeUpdates(tx, bot, 16)).map((row) => row.updateId)
    await db.transaction(async (first) => {
      expect(await taken(first)).toEqual([1])
      await storeUpdates(db, bot, [update(4, 11), update(5, 11)], world.clock.now())
      await db.transaction(async (second) => {
        expect(await taken(second)).toEqual([4])
      })
    })
  })

  it('stores and passes over kinds that nobody handles, and what is hardly an update', async () => {
    const strange = [
      { update_id: nextUpdate++, from_the_future: { from: { id: 320 }, anything: [1] } },
      { update_id: nextUpdate++, poll: { id: '1', from: { id: 320 } } },
      {
        update_id: nextUpdate++,
        message_reaction: { user: { id: 320 }, chat: { id: 320, type: 'private' } },
      },
    ]
    for (const update of strange) expect((await push(update)).status).toBe(200)
    await until(async () => (await rows(320)).every((row) => row.state !== 'new'), 'no new ones')
    expect((await rows(320)).map((row) => row.state)).toEqual(['passed', 'passed', 'passed'])
    expect((await rows(320)).every((row) => row.body === null)).toBe(true)
  })

  it('is not broken by malformed bodies', async () => {
    const id = await chat(330)
    for (const body of ['{}', '{"update_id":"x"}', '{"update_id":1e99}']) {
      expect([body, (await push(body)).status]).toEqual([body, 200])
    }
    for (const body of ['null', '[]', '"x"', '7', '{"update_id":', '']) {
      expect([body, (await push(body)).status]).toEqual([body, 400])
    }
    expect((await push('x', { 'content-type': 'text/html' })).status).toBe(415)
    const large = await push(message(id, 'x'.repeat(1024 * 1024)))
    expect([large.status, await large.json()]).toEqual([413, { error: 'too large' }])
    await push(message(id, '/start'))
    await until(() => replies(id) === 1, 'the next update handled all the same')
  })

  it('takes a text with a NUL, which JSON can carry and Postgres’ jsonb cannot', async () => {
    const id = await chat(340)
    const answer = await push(message(id, 'nol\u0000nol'))
    expect(answer.status).toBe(200)
    await handled(id, ['handled'])
  })

  it('refuses a wrong secret, a missing one, one of another length', async () => {
    for (const secret of ['', 'wrong', `${SECRET}x`, SECRET.toUpperCase()]) {
      const answer = await push(message(350, 'x'), { 'x-telegram-bot-api-secret-token': secret })
      expect(answer.status).toBe(401)
    }
    const bare = await fetch(`http://127.0.0.1:${world.app.webPort}/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message(350, 'x')),
    })
    expect(bare.status).toBe(401)
    expect(await rows(350)).toEqual([])
  })

  it('a handler that fails is retried, then parked with its body; others go on meanwhile', async () => {
    const [bad, good] = [await chat(360), await chat(361)]
    // What it answers to a wrong code cannot be written; what it answers to none can.
    await withDatabase(world.app.ownerUrl, (db) =>
      db.execute(sql`
        create function refuse() returns trigger language plpgsql as
          $$ begin raise exception 'broken on purpose'; end $$;
        create trigger refuse before insert on outbox for each row
          when (new.chat_id = 360 and new.args ->> 'key' = 'invite-unknown') execute function refuse()`),
    )
    const entities = [{ type: 'bot_command', offset: 0, length: 6 }]
    await push(message(bad, '/start AAAAAAAAAAAAAAAAAAAAAA', { entities }))
    await push(message(bad, '/start'))
    await until(async () => ((await rows(bad))[0]?.tries ?? 0) > 0, 'a first failure')
    await push(message(good, '/start'))
    await until(() => replies(good) === 1, 'another person’s reply')
    expect((await rows(bad)).map((row) => row.state)).toEqual(['new', 'new'])
    // Backoffs are elapsed time: they are cut short, not waited for.
    await until(async () => {
      await world.app.db.execute(sql`
        update inbox set retry_at = null where id in (
          select id from inbox where retry_at is not null for update skip locked)`)
      return (await rows(bad)).every((row) => row.state !== 'new')
    }, 'the broken one parked, and the next of that person handled')
    expect(await rows(bad)).toEqual([
      expect.objectContaining({ state: 'parked', tries: 5, body: expect.anything() }),
      expect.objectContaining({ state: 'handled', body: null }),
    ])
  })

  it('parked bodies are cleared after a day', async () => {
    world.clock.moveTo(new Date(world.clock.now().getTime() + 24 * 3600_000 + 1))
    await world.app.tick()
    expect(await rows(360)).toEqual([
      expect.objectContaining({ state: 'parked', body: null }),
      expect.objectContaining({ state: 'handled' }),
    ])
  })

  it('nothing is left of an update after three days, whatever became of it', async () => {
    world.clock.moveTo(new Date(world.clock.now().getTime() + 2 * 24 * 3600_000))
    await world.app.tick()
    expect(await rows(360)).toEqual([])
  })
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { until } from '../support/until.ts'
import { privateMessage, push, WEBHOOK_ENV } from '../support/webhook.ts'
import { backends, openWorld, type World } from '../support/world.ts'

const MOST = 20

describe.each(backends)('one person who sends far too much, queues on %s', (backend) => {
  let world: World
  let nextUpdate = 400_000
  const logged: string[] = []

  beforeAll(async () => {
    world = await openWorld({
      backend,
      env: { ...WEBHOOK_ENV, UPDATES_PER_MINUTE: String(MOST) },
      app: { log: createLogger('debug', { write: (line) => logged.push(line) }) },
    })
    for (const id of [101, 102]) world.simulator.person({ id, firstName: 'Siti' }).start()
  })
  afterAll(() => world.close())

  const said = async (update: Record<string, unknown>): Promise<number> =>
    (await push(world, { update_id: nextUpdate++, ...update })).status
  const stored = (from: number): Promise<{ kind: string; state: string; body: unknown }[]> =>
    rowsOf(
      world.app.db,
      sql`select kind, state, body from inbox where person_key = ${from} order by id`,
    )
  const answers = (chatId: number): string[] =>
    world.simulator.ledger.entries({ chatId, sent: true }).map(({ text }) => text ?? '')

  it('is asked once to go slowly, and fills no table; the next person is answered as ever', async () => {
    const flood = Array.from({ length: 300 }, (_, n) =>
      said({ message: privateMessage(101, `halo ${n}`) }),
    )
    const other = said({ message: privateMessage(102, 'halo') })
    // 200: Telegram is not to bring again what is not wanted.
    expect(new Set(await Promise.all(flood))).toEqual(new Set([200]))
    expect(await other).toBe(200)
    await until(() => answers(102).length === 1, 'the answer to the next person')
    await until(
      async () => (await stored(101)).every(({ state }) => state !== 'new'),
      'what was taken handled',
    )
    const kinds = (await stored(101)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'message')).toHaveLength(MOST)
    expect(kinds.filter((kind) => kind === 'too_many')).toHaveLength(1)
    await until(() => answers(101).length === MOST + 1, 'all answers')
    const slow = answers(101).filter((text) => text.startsWith('Pelan-pelan saja.'))
    expect(slow).toHaveLength(1)
  })

  it('loses no answer to a quiz, and no news of a block', async () => {
    const votes = Array.from({ length: 50 }, (_, n) =>
      said({
        poll_answer: { poll_id: `p${n}`, user: { id: 101, is_bot: false }, option_ids: [0] },
      }),
    )
    const user = { id: 123_456, is_bot: true, first_name: 'Sedikit' }
    const { from, chat } = privateMessage(101, '')
    const change = { from, chat, new_chat_member: { status: 'kicked', user } }
    expect(await said({ my_chat_member: change })).toBe(200)
    expect(new Set(await Promise.all(votes))).toEqual(new Set([200]))
    const kinds = (await stored(101)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'poll_answer')).toHaveLength(50)
    expect(kinds.filter((kind) => kind === 'my_chat_member')).toHaveLength(1)
  })

  it('does not fill the log either, and is not named there', () => {
    const lines = logged.filter((line) => line.includes('UPDATES_PER_MINUTE'))
    // Of 280: the first, the tenth, the hundredth.
    expect(lines.map((line) => (JSON.parse(line) as { count: number }).count)).toEqual([1, 10, 100])
    expect(lines.filter((line) => /\b101\b/.test(line))).toEqual([])
  })
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSender, insertMessages, preparePace } from '../../src/messaging/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import { createLogger } from '../../src/platform/logger.ts'
import type { CallOutcome } from '../../src/platform/telegram/index.ts'
import { drained, hurry, marks, note, openChats, outboxOf } from '../support/ledger-notes.ts'
import { BOT_ID, openRig, type LedgerRig } from '../support/ledger-rig.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

/** Lines of a log from `level` on, by their text. */
function logged(level: 'warn' | 'fatal') {
  const lines: string[] = []
  const log = createLogger(level, {
    write: (line) => lines.push((JSON.parse(line) as { msg: string }).msg),
  })
  return { lines, log }
}

describe.each(backends)('a token that Telegram refuses, queues on %s', (backend) => {
  let world: World
  const { lines, log } = logged('fatal')

  beforeAll(async () => {
    world = await openWorld({ backend, app: { log } })
  })
  afterAll(() => world.close())

  const halted = async (): Promise<boolean> => {
    const [row] = await rowsOf<{ halted: boolean }>(
      world.app.db,
      sql`
      select halted is not null and not exists (select from outbox where state = 'sending')
        as halted from pace where bot_id = ${BOT_ID}`,
    )
    return row?.halted === true
  }

  it('halts sending over all workers, is told once, keeps the backlog; a good start resumes', async () => {
    const beside = await world.startApp()
    const ids = openChats(world.simulator, 7300, 30)
    await world.idle()
    const undo = world.simulator.faults.add({ fault: { kind: 'error', code: 401 } })
    await insertMessages(
      world.app.db,
      ids.map((id) => note('announcement', id, `halt-${id}`)),
      { now: world.clock.now() },
    )
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
    await insertMessages(world.app.db, [note('reply', ids[0] ?? 0, 'halt-reply')], {
      now: world.clock.now(),
    })
    await hurry(world.app.db)
    await world.app.tick()
    expect(marks(world.simulator).filter((mark) => mark.startsWith('halt-'))).toEqual([])
    // At most once by each of the two, however many rows came back.
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.length).toBeLessThanOrEqual(2)
    expect(lines[0]).toContain('BOT_TOKEN')

    await beside.stop()
    const next = await world.startApp()
    expect(await halted()).toBe(false)
    await drained(world.app.db)
    expect(marks(world.simulator).filter((mark) => mark.startsWith('halt-'))).toHaveLength(31)
    await next.stop()
  })

  it('of another bot, long ago, halts nobody: the new bot sends', async () => {
    await world.app.db.execute(sql`insert into pace (bot_id, halted) values (1, 'Unauthorized')
      on conflict do nothing`)
    const [id = 0] = openChats(world.simulator, 7400, 1)
    await insertMessages(world.app.db, [note('lesson', id, 'new-bot')], { now: world.clock.now() })
    await until(() => marks(world.simulator).includes('new-bot'), 'the lesson of the new bot')
    await drained(world.app.db)
    expect(await outboxOf(world.app.db, id)).toMatchObject([{ state: 'sent' }])
  })
})

describe('a bot that was given another token while a process with the old one still runs', () => {
  let rig: LedgerRig
  let answer: CallOutcome = { kind: 'ok', result: { message_id: 1 } }
  let calls = 0

  beforeAll(async () => {
    rig = await openRig(() => {
      calls++
      return Promise.resolve(answer)
    })
  })
  afterAll(() => rig.close())

  const put = (chatId: number) =>
    insertMessages(rig.db, [note('lesson', chatId, 'x')], { now: rig.clock.now() })

  it('halts no more when the old one hears that its token is refused', async () => {
    await preparePace(rig.db, BOT_ID, 'old')
    const { lines, log } = logged('fatal')
    const old = createSender({ ...rig.recording('w-old'), tokenMark: 'old', log })
    const rows = await put(1)
    // The new one starts while the old one's call is on its way.
    answer = { kind: 'unauthorized', reason: 'Unauthorized' }
    const renderedLate = createSender({
      ...rig.recording('w-late'),
      tokenMark: 'old',
      log,
      render: async (leased) => {
        await preparePace(rig.db, BOT_ID, 'new')
        return rig.recording('w-late').render(leased)
      },
    })
    await renderedLate.send(rows)
    expect(await rowsOf(rig.db, sql`select halted, token_mark from pace`)).toEqual([
      { halted: null, token_mark: 'new' },
    ])
    expect(lines).toHaveLength(1)

    // From now on the old one sends nothing, and says why; the rows are the new one's at once.
    answer = { kind: 'ok', result: { message_id: 2 } }
    const before = calls
    await hurry(rig.db)
    await old.send(rows)
    await old.send(rows)
    expect(calls).toBe(before)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('another token')
    await hurry(rig.db)
    await createSender({ ...rig.recording('w-new'), tokenMark: 'new' }).send(rows)
    expect((await outboxOf(rig.db, 1))[0]).toMatchObject({ state: 'sent' })
  })

  it('says what was halted when a start lifts it', async () => {
    await preparePace(rig.db, BOT_ID, 'new')
    answer = { kind: 'unauthorized', reason: 'Unauthorized' }
    await createSender({ ...rig.recording('w-new'), tokenMark: 'new' }).send(await put(2))
    expect(await preparePace(rig.db, BOT_ID, 'newer')).toBe('Unauthorized')
    expect(await preparePace(rig.db, BOT_ID, 'newer')).toBeNull()
  })
})

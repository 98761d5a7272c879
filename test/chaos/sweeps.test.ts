import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import { createRandom } from '../../src/simulator/random.ts'
import { until } from '../support/until.ts'
import { seed, walked } from './support/length.ts'
import { openMorning, type Morning } from './support/morning.ts'
import { lineOf, sumsOf } from './support/sums.ts'

const PEOPLE = 120

/** Tuesday and Wednesday in Makassar (UTC+8). */
const TUESDAY_9 = '2026-11-24T01:00:00.000Z'
const TUESDAY_10 = '2026-11-24T02:00:00.000Z'
const TUESDAY_15 = '2026-11-24T07:00:00.000Z'
const WEDNESDAY_9 = '2026-11-25T01:00:00.000Z'

describe.each(walked)('planning and reminding by several processes, queues on %s', (backend) => {
  let morning: Morning
  afterEach(() => morning.close())

  const received = (what: RegExp | 'poll'): string[] =>
    morning.simulator.ledger
      .entries({ sent: true })
      .filter(({ kind, text }) => (what === 'poll' ? kind === 'poll' : what.test(text ?? '')))
      .map(({ chatId }) => String(chatId))
  const LESSON = /^Pelajaran \d+ dari/m
  const NUDGE = /masih menunggu/

  const ended = async (): Promise<boolean> => {
    const [row] = await rowsOf<{ open: boolean }>(
      morning.db,
      sql`select exists (select from outbox
        where state in ('pending', 'sending') and not_before is null) as open`,
    )
    return row?.open === false
  }

  /** Each has exactly one row of the kind; and of the messages none is lost, none twice unaccounted. */
  async function expectOneEach(kind: string, what: RegExp | 'poll', name: string): Promise<void> {
    const rows = await rowsOf<{ mark: string; state: string; resends: number }>(
      morning.db,
      sql`
      select chat_id::text as mark, state, uncertain_resends as resends from outbox
      where kind = ${kind} order by chat_id`,
    )
    const sums = sumsOf(rows, received(what))
    console.log(`${name}, ${kind}, ${backend}: ${lineOf(sums)}; seed ${seed}`)
    expect(rows.map(({ mark }) => Number(mark))).toEqual(morning.ids)
    expect(sums).toMatchObject({ open: 0, lost: 0, unaccounted: 0 })
    expect(sums.duplicates).toBeLessThanOrEqual(sums.resent)
  }
  const planned = (table: 'deliveries' | 'nudges') =>
    rowsOf<{ n: number }>(
      morning.db,
      sql`select count(*)::int as n from ${sql.identifier(table)}`,
    ).then(([row]) => row?.n ?? 0)

  it('a kill in mid-planning and in mid-nudging leaves each one lesson and one nudge', async () => {
    morning = await openMorning({ backend, people: PEOPLE, dueAt: TUESDAY_9, minutesBefore: 1 })
    await Promise.all([morning.start(), morning.start(), morning.start()])
    const random = createRandom(seed)
    const victims = [0, 1, 2].toSorted(() => random.next() - 0.5)
    const killOne = async (): Promise<void> => {
      const victim = morning.processes[victims.pop() ?? 0]
      if (victim !== undefined) await morning.kill(victim)
    }
    morning.jumpTo(TUESDAY_9)
    await until(() => received(LESSON).length > random.below(PEOPLE / 2), 'the first lessons')
    await killOne()
    await until(async () => (await planned('deliveries')) >= PEOPLE, 'everybody planned')
    await until(ended, 'an end of every message')
    await expectOneEach('lesson', LESSON, 'killed while planning')
    await expectOneEach('quiz', 'poll', 'killed while planning')

    morning.jumpTo(TUESDAY_15)
    await until(() => received(NUDGE).length > random.below(PEOPLE / 2), 'the first nudges')
    await killOne()
    await until(async () => (await planned('nudges')) >= PEOPLE, 'everybody reminded')
    await until(ended, 'an end of every message')
    await expectOneEach('nudge', NUDGE, 'killed while nudging')
  })

  it('18. down across the hour of delivery: one lesson each, not one for each hour missed', async () => {
    morning = await openMorning({ backend, people: PEOPLE, dueAt: TUESDAY_9, minutesBefore: 5 })
    const first = await morning.start()
    await morning.kill(first)
    morning.jumpTo(TUESDAY_10)
    await Promise.all([morning.start(), morning.start()])
    await until(async () => (await planned('deliveries')) >= PEOPLE, 'everybody planned')
    await until(ended, 'an end of every message')
    await expectOneEach('lesson', LESSON, '18. down at nine')
    // Civil time jumps on by a day: the lesson that stands open is not joined by another.
    morning.jumpTo(WEDNESDAY_9)
    await until(async () => (await planned('nudges')) >= PEOPLE, 'everybody reminded')
    await until(ended, 'an end of every message')
    await expectOneEach('lesson', LESSON, '18. and the clock a day on')
  })
})

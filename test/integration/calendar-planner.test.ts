import { sql } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'
import {
  addDayOff,
  addLeave,
  changeCalendar,
  noteChange,
  setUnitCalendar,
} from '../../src/learning/index.ts'
import { addUnit } from '../../src/people/index.ts'
import { addCrowd, openPhones } from '../support/crowd.ts'
import { openWorld, type World } from '../support/world.ts'

/** Moments of the week of Monday, 23 November 2026, in Makassar (UTC+8). */
const at = (day: number, hour: number): Date => new Date(Date.UTC(2026, 10, 22 + day, hour - 8))
const [MON, FRI, SAT, NEXT_MON, NEXT_TUE] = [1, 5, 6, 8, 9]

let world: World
afterEach(() => world.close())

/** Civil moments at which a person got a message of the ledger unasked, day and hour in Makassar. */
async function sentTo(id: number): Promise<string[]> {
  const { rows } = await world.app.db.execute(sql`
    select distinct to_char(o.finished_at at time zone 'Asia/Makassar', 'DD HH24') as at from outbox o
    where o.chat_id = ${id} and o.state = 'sent' and o.kind in ('lesson', 'nudge') order by 1`)
  return rows.map((row) => String(row['at']))
}

it('teaches by the calendar of the unit, and nobody on leave; run twice, it sends nothing twice', async () => {
  world = await openWorld({ start: '2026-11-23T00:30:00Z' })
  const { db } = world.app
  const [clerk = 0, teacher = 0, away = 0] = await addCrowd(db, { count: 3, dueAt: at(FRI, 9) })
  openPhones(world.simulator, [clerk, teacher, away])
  await world.idle()
  const school = await addUnit(db, { name: 'SDN Contoh', now: at(MON, 8) })
  await db.execute(sql`update people set unit_id = ${school.id} where telegram_id = ${teacher}`)
  await db.transaction((tx) =>
    changeCalendar(tx, 'sekolah', { week: { kind: 'weekdays', days: [1, 2, 3, 4, 5, 6] } }),
  )
  await setUnitCalendar(db, school.id, 'sekolah')
  const { rows } = await db.execute(sql`select id from people where telegram_id = ${away}`)
  const personId = String(rows[0]?.['id'])
  const leave = { kind: 'sick', first: '2026-11-27', last: '2026-11-30' } as const
  expect(await addLeave(db, { personId, ...leave }, at(MON, 8))).toMatchObject({ kind: 'added' })

  // Friday's lesson stays open: the reminder comes five hours after it, on the next working day too.
  await world.advance(at(SAT, 20))
  await world.app.tick()
  await world.idle()
  expect(await sentTo(clerk)).toEqual(['27 09', '27 14'])
  expect(await sentTo(teacher)).toEqual(['27 09', '27 14', '28 14'])
  expect(await sentTo(away)).toEqual([])
  await world.advance(at(NEXT_MON, 20))
  expect(await sentTo(away)).toEqual([])
  await world.advance(at(NEXT_TUE, 10))
  await world.app.tick()
  await world.idle()
  expect(await sentTo(away)).toEqual(['01 09'])
})

it('sends nothing that was planned for a day that has become one off, and brings it on the next', async () => {
  world = await openWorld({ start: '2026-11-23T00:30:00Z' })
  const { db } = world.app
  const [clerk = 0, asking = 0] = await addCrowd(db, { count: 2, dueAt: at(FRI, 9) })
  openPhones(world.simulator, [clerk, asking])
  await world.idle()
  world.clock.moveTo(at(FRI, 9))
  // Planned, and nothing can be sent.
  await db.execute(sql`update pace set halted = 'uji'`)
  await world.app.tick()
  const planned = await db.execute(
    sql`select id from outbox where kind = 'lesson' and state = 'pending'`,
  )
  expect(planned.rows).toHaveLength(2)
  await db.transaction(async (tx) => {
    const day = '2026-11-27'
    await addDayOff(tx, { day, name: 'Libur', kind: 'regional_holiday', calendarId: null }, 'uji')
    await noteChange(tx, { everybody: true }, at(FRI, 9))
  })
  await db.execute(sql`update pace set halted = null`)
  await world.app.tick()
  await world.idle()
  expect([await sentTo(clerk), await sentTo(asking)]).toEqual([[], []])
  const { rows } = await db.execute(
    sql`select distinct reason from outbox where kind = 'lesson' and state = 'cancelled'`,
  )
  expect(rows).toEqual([{ reason: 'a day off meanwhile' }])
  // Who asks for a lesson gets it on a day off too.
  world.simulator.person({ id: asking, firstName: `Peserta ${asking}` }).sendText('/hariini')
  await world.idle()
  expect(await sentTo(asking)).toEqual(['27 09'])
  await world.advance(at(NEXT_MON, 10))
  expect(await sentTo(clerk)).toEqual(['30 09'])
})

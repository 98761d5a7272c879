import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeCalendar, noteChange, OFFICE } from '../../src/learning/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { inState, later, progressOf, told } from '../support/announcing.ts'
import {
  announcingCrowd,
  announcingPeople,
  beginRun,
  copiesOn,
} from '../support/announcing-scene.ts'
import { press } from '../support/journey-chat.ts'
import { backends, openWorld, type World } from '../support/world.ts'

/** Enough that it runs for ten seconds at this pace. */
const CROWD = 200
const RATE = 20
const HOUR_MS = 3600_000

/** Friday, 27 November 2026, 17.45 in Makassar; the office closes at 18.00. */
const FRIDAY = '2026-11-27T09:45:00Z'

describe.each(backends)('an announcement at the closing hour, on %s', (backend) => {
  let world: World
  let ani: SimulatedPerson
  let crowd: readonly number[]
  const copies = (text: string): number => copiesOn(world, crowd, text)
  const sent = async (): Promise<number> =>
    (
      await rowsOf(
        world.app.db,
        sql`select person_id from announcement_recipients where outcome = 'sent'
          and announcement_id = (select max(id) from announcements)`,
      )
    ).length
  const moveTo = (moment: string): void => {
    world.clock.moveTo(new Date(moment))
  }
  const begin = (text: string): Promise<void> => beginRun(world, ani, { text, crowd })

  beforeAll(async () => {
    world = await openWorld({ backend, env: { SEND_RATE: String(RATE) }, start: FRIDAY })
    const scene = { names: ['ani'], coordinators: ['ani'], firstId: 2201 } as const
    ani = (await announcingPeople(world, scene)).ani
    crowd = await announcingCrowd(world, CROWD)
  })
  afterAll(() => world.close())

  it('is held, says until when, and goes on by itself on the next working morning', async () => {
    await begin('Sampai sore')
    moveTo('2026-11-27T10:01:00Z')
    await inState(world, 'paused')
    const held = copies('Sampai sore')
    expect(held).toBeLessThan(CROWD)
    await told(world, ani, 'Jam kerja sudah selesai')
    expect(progressOf(ani).text).toContain('Senin, 30 November')
    // Longer than what waits is worth sending by itself, and a working hour of nobody here.
    await later(world, 36 * HOUR_MS)
    expect(copies('Sampai sore')).toBe(held)
    expect(await sent()).toBe(held)
    // Monday, 10.00.
    moveTo('2026-11-30T02:00:00Z')
    await inState(world, 'done')
    expect([copies('Sampai sore'), await sent()]).toEqual([CROWD, CROWD])
    expect(progressOf(ani).text).not.toContain('Jam kerja sudah selesai')
  })

  it('goes on outside working hours when its author says so', async () => {
    moveTo('2026-11-30T09:45:00Z')
    await begin('Malam juga')
    moveTo('2026-11-30T10:01:00Z')
    await inState(world, 'paused')
    expect(copies('Malam juga')).toBeLessThan(CROWD)
    await told(world, ani, 'Jam kerja sudah selesai')
    await press(world, ani, 'Lanjutkan')
    await inState(world, 'done')
    expect(copies('Malam juga')).toBe(CROWD)
  })

  it('is cancelled while it is held, as at any moment', async () => {
    moveTo('2026-12-01T09:45:00Z')
    await begin('Tidak jadi')
    moveTo('2026-12-01T10:01:00Z')
    await inState(world, 'paused')
    const held = copies('Tidak jadi')
    ani.sendText('batal')
    await inState(world, 'cancelled')
    // Wednesday, 10.00.
    moveTo('2026-12-02T02:00:00Z')
    await world.app.tick()
    await world.idle()
    expect(copies('Tidak jadi')).toBe(held)
  })

  it('goes on sooner where the calendar has longer hours from now on', async () => {
    moveTo('2026-12-02T09:45:00Z')
    await begin('Jam baru')
    moveTo('2026-12-02T10:01:00Z')
    await inState(world, 'paused')
    await told(world, ani, 'Jam kerja sudah selesai')
    expect(copies('Jam baru')).toBeLessThan(CROWD)
    await world.app.db.transaction(async (tx) => {
      const hours = { ...OFFICE.hours, ends: 20 * 60 }
      await changeCalendar(tx, OFFICE.id, { hours })
      await noteChange(tx, { calendarIds: [OFFICE.id] }, world.clock.now())
    })
    await world.app.tick()
    await inState(world, 'done')
    expect([copies('Jam baru'), await sent()]).toEqual([CROWD, CROWD])
  })
})

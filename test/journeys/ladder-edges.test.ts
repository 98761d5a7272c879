import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertMessages } from '../../src/messaging/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makeCoordinator } from '../support/coordinators.ts'
import { makassar, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { headlines } from '../support/phone.ts'
import { openWorld, type World } from '../support/world.ts'

describe('what changes between planning a reminder and sending it', () => {
  let world: World
  let siti: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld()
    siti = await world.joined(8500)
  })
  afterAll(() => world.close())

  let step = 90
  /** Puts a reminder of the open lesson into the outbox. @returns what became of it */
  async function sent(variant: string): Promise<{ state: string; reason: string | null }> {
    const { id, person, chat } = await row<{ id: string; person: string; chat: string }>(
      world,
      sql`select d.id, d.person_id as person, p.chat_id as chat
        from deliveries d join people p on p.id = d.person_id where p.telegram_id = 8500`,
    )
    const key = `nudge:${id}:${++step}`
    await insertMessages(
      world.app.db,
      [
        {
          lane: 'nudge',
          kind: 'nudge',
          args: { deliveryId: Number(id), step, variant },
          personId: person,
          chatId: Number(chat),
          notAfter: new Date(world.clock.now().getTime() + 3600_000),
          dedupeKey: key,
        },
      ],
      { now: world.clock.now() },
    )
    await world.idle()
    return row(world, sql`select state, reason from outbox where dedupe_key = ${key}`)
  }
  const change = (to: ReturnType<typeof sql>) =>
    world.app.db.execute(sql`update people set ${to} where telegram_id = 8500`)

  it('a reminder that stands is sent', async () => {
    expect(await sent('gentle-b')).toMatchObject({ state: 'sent' })
  })

  it('what tells of a pause is not sent to who is not on it', async () => {
    expect(await sent('pause-a')).toEqual({ state: 'cancelled', reason: 'came back meanwhile' })
  })

  it('nor a reminder to who paused meanwhile', async () => {
    await change(sql`paused = true`)
    expect(await sent('fresh-a')).toEqual({ state: 'cancelled', reason: 'paused meanwhile' })
    await change(sql`paused_itself = true`)
    expect(await sent('pause-c')).toMatchObject({ state: 'sent' })
    await change(sql`paused = false, paused_itself = false`)
  })

  it('nor to who wishes none, nor to who is on leave', async () => {
    await change(sql`unreminded_since = created_at`)
    expect(await sent('asked')).toEqual({ state: 'cancelled', reason: 'wishes no reminders' })
    await change(sql`unreminded_since = null`)
    await say(world, siti, '/jeda 3 hari')
    expect(await sent('review-a')).toEqual({ state: 'cancelled', reason: 'on leave meanwhile' })
    await say(world, siti, '/lanjut')
  })

  it('nor for a lesson that was closed', async () => {
    await press(world, siti, 'Lewati pelajaran ini')
    expect(await sent('gentle-a')).toEqual({ state: 'cancelled', reason: 'answered meanwhile' })
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

describe('the coordinator’s line', () => {
  let world: World
  let baso: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld()
    baso = await world.joined(8510, 'Baso')
    await makeCoordinator(world, 8510)
    await say(world, baso, 'jangan ingatkan saya')
  })
  afterAll(() => world.close())

  it('is one for all of a day, and counts leaders without naming them', async () => {
    for (const [i, name] of ['Camat', 'Rina', 'Tono'].entries()) {
      await world.joined(8511 + i, name)
    }
    await world.app.db.execute(
      sql`update people set job_role = 'pimpinan' where telegram_id = 8511`,
    )
    // Her digest, on Mondays too, is another matter.
    const notes = () => headlines(baso).filter((line) => !line.startsWith('Selamat pagi'))
    const before = notes().length
    // Steps on Monday, Tuesday and Thursday; the pause on Friday, the note on Monday.
    await world.advance(makassar(11, 27, 23))
    expect(notes()).toHaveLength(before)
    await world.advance(makassar(11, 30, 23))
    expect(notes()).toHaveLength(before + 1)
    const note = baso.messages().find(({ text }) => text.includes('ada 3 orang di unit Anda'))
    const [, names, leaders] = note?.text.split('\n\n') ?? []
    expect(names).toBe('Rina, Tono')
    expect(leaders).toBe('Di antaranya 1 pimpinan, yang namanya tidak saya sebut.')
    expect((await press(world, baso, 'Belum selesai'))[0]).toContain('Belum selesai: 4 dari 4')
  })

  it('does not come when all are back before it', async () => {
    const wati = await world.joined(8520, 'Wati')
    await world.advance(makassar(12, 7, 15))
    expect(headlines(wati).at(-1)).toContain('Saya diam dulu')
    await press(world, wati, 'Lanjut sekarang')
    const before = headlines(baso).length
    await world.advance(makassar(12, 8, 12))
    expect(headlines(baso)).toHaveLength(before)
    const note = await row<{ state: string; reason: string }>(
      world,
      sql`select state, reason from outbox where kind = 'paused-note' order by id desc limit 1`,
    )
    expect(note).toEqual({ state: 'cancelled', reason: 'all are back' })
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

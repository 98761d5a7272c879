import { sql } from 'drizzle-orm'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSetting } from '../../src/learning/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import {
  audited,
  inState,
  later,
  outcomes,
  pastUndo,
  preview,
  progressOf,
  sendNow,
  told,
} from '../support/announcing.ts'
import { announcingPeople, asYesterday } from '../support/announcing-scene.ts'
import { contentOf } from '../support/file-on-phone.ts'
import { findButton, forgePress, press, row } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { trailOf } from '../support/trail.ts'
import { openWorld, type World } from '../support/world.ts'

const ADMIN = 2100
const last = (person: SimulatedPerson): string =>
  person.messages().findLast((m) => m.fromBot)?.text ?? ''
const got = (person: SimulatedPerson, text: string): number =>
  person.messages().filter((m) => m.fromBot && m.text === text).length

describe('an announcement that needs more than its author', () => {
  let world: World
  let admin: SimulatedPerson
  let ani: SimulatedPerson
  let budi: SimulatedPerson
  let citra: SimulatedPerson
  let dewi: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld({
      // Monday, 08.00: four days of it end before Friday's prayer.
      start: '2026-11-23T00:00:00Z',
      env: { ADMIN_IDS: String(ADMIN) },
    })
    admin = await world.joined(ADMIN, 'Ahmad')
    const scene = {
      names: ['ani', 'budi', 'citra', 'dewi'],
      coordinators: ['ani', 'dewi'],
      firstId: 2101,
    } as const
    ;({ ani, budi, citra, dewi } = await announcingPeople(world, scene))
  })
  afterAll(() => world.close())

  const idOf = async (person: SimulatedPerson): Promise<string> =>
    (await row<{ id: string }>(world, sql`select id from people where telegram_id = ${person.id}`))
      .id
  const newest = async (): Promise<number> =>
    (await row<{ id: number }>(world, sql`select max(id)::int as id from announcements`)).id

  it('a large one needs a second word, of whoever presses first', async () => {
    await asYesterday(world)
    await writeSetting(world.app.db, 'announcement.second', 2, world.clock.now())
    await preview(world, ani, () => ani.sendText('Besar'))
    expect(last(ani)).toContain('perlu persetujuan koordinator kedua')
    await press(world, ani, 'Kirim sekarang')
    await later(world, 60_000)
    expect(got(budi, 'Besar')).toBe(0)
    await forgePress(world, budi, 'ay:1')
    expect(last(budi)).toContain('khusus koordinator')
    const [first, second] = [findButton(dewi, 'Setujui'), findButton(admin, 'Setujui')]
    dewi.press(first?.id ?? 0, 'Setujui')
    admin.press(second?.id ?? 0, 'Tolak')
    await world.idle()
    const words = [last(dewi), last(admin)]
    expect(words.filter((text) => text.includes('sudah diputuskan'))).toHaveLength(1)
    if (words[0]?.includes('Anda setujui') === true) {
      await pastUndo(world)
      await inState(world, 'done')
      expect(got(budi, 'Besar')).toBe(1)
    } else expect(got(budi, 'Besar')).toBe(0)
    await writeSetting(world.app.db, 'announcement.second', 500, world.clock.now())
  })

  it('one that the second refuses is not sent, and that stands in the trail', async () => {
    await asYesterday(world)
    await writeSetting(world.app.db, 'announcement.second', 2, world.clock.now())
    await preview(world, ani, () => ani.sendText('Ditolak'))
    await press(world, ani, 'Kirim sekarang')
    await later(world, 60_000)
    await press(world, dewi, 'Tolak')
    await later(world, 60_000)
    expect(got(budi, 'Ditolak')).toBe(0)
    expect(await trailOf(world, 'announcement.refused')).toContainEqual(
      expect.objectContaining({
        by_id: await idOf(dewi),
        details: { announcement: await newest() },
      }),
    )
    expect(await audited(world)).toContain('refused')
    await writeSetting(world.app.db, 'announcement.second', 500, world.clock.now())
  })

  it('a third one on a day needs an admin, and the preview says how many had two', async () => {
    await asYesterday(world)
    for (const text of ['Pertama', 'Kedua']) {
      await preview(world, ani, () => ani.sendText(text))
      await sendNow(world, ani)
    }
    await preview(world, ani, () => ani.sendText('Ketiga'))
    expect(last(ani)).toContain('sudah menerima 2 pengumuman hari ini')
    await press(world, ani, 'Kirim sekarang')
    expect(findButton(dewi, 'Setujui')).toBeUndefined()
    await press(world, admin, 'Setujui')
    await pastUndo(world)
    await inState(world, 'done')
    expect(got(budi, 'Ketiga')).toBe(1)
    expect(ani.messages().some(({ text }) => text.includes('disetujui oleh Ahmad'))).toBe(true)
  })

  it('shows those of whom it is not known, and sends again to them alone', async () => {
    await asYesterday(world)
    await preview(world, ani, () => ani.sendText('Tidak pasti'))
    world.simulator.faults.add({
      fault: { kind: 'dropResponse' },
      methods: ['copyMessage'],
      chatIds: [budi.id],
      times: 1,
    })
    world.simulator.faults.add({
      fault: { kind: 'error', code: 403 },
      methods: ['copyMessage'],
      chatIds: [citra.id],
      times: 1,
    })
    await press(world, ani, 'Kirim sekarang')
    await pastUndo(world)
    await inState(world, 'done')
    const found = await outcomes(world)
    expect(found.find((one) => Number(one.telegram_id) === budi.id)?.outcome).toBe('uncertain')
    await told(world, ani, 'Tidak pasti sampai: 1')
    expect(progressOf(ani).text).toContain('Tidak terjangkau: 1')
    await press(world, ani, 'Kirim lagi ke yang tidak pasti')
    await inState(world, 'done')
    expect((await outcomes(world)).some(({ outcome }) => outcome === 'uncertain')).toBe(false)
    expect(got(dewi, 'Tidak pasti')).toBe(1)
    await told(world, ani, 'selesai')
    expect((await press(world, ani, 'Laporan'))[0]).toContain('Sampai')
    const sheet = ani.messages().findLast(({ media }) => media?.kind === 'document')
    expect(sheet?.media?.fileName).toMatch(/^pengumuman-\d+\.xlsx$/)
    const rows = sheet === undefined ? [] : await readSheet(await contentOf(world, sheet))
    expect(rows[0]?.slice(0, 3)).toEqual(['Nama', 'Unit', expect.any(String)])
    expect(rows.slice(1).map(([name]) => name)).toContain('Dewi')
  })

  it('leaves its deeds in the trail', async () => {
    expect(await audited(world)).toEqual(
      expect.arrayContaining(['approved', 'confirmed', 'resent']),
    )
  })

  it('shows no slip on any phone, and no handler failed', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

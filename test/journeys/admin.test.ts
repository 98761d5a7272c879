import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { createInvite } from '../../src/people/index.ts'
import {
  countJoined,
  forgePress,
  makassar,
  newcomer,
  open,
  press,
  row,
  say,
} from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { lessons } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

const ORGANISATION = 'Pemkab <Contoh> & Rekan'

const adminCode = (world: World): Promise<string> => {
  const expiresAt = new Date(world.clock.now().getTime() + 24 * 3600_000)
  const invite = { grants: 'admin', unitId: null, maxUses: 1, expiresAt, createdBy: null } as const
  return createInvite(world.app.db, invite, world.clock.now())
}
const linkIn = (text: string | undefined): string =>
  /start=([A-Za-z0-9_-]+)/.exec(text ?? '')?.[1] ?? 'no link'

describe('the first admin', () => {
  let world: World
  let admin: SimulatedPerson
  let code: string
  let link: string
  beforeAll(async () => {
    world = await openWorld()
    // A new installation has no organisation yet.
    await world.app.db.execute(sql`delete from units`)
    code = await adminCode(world)
    admin = newcomer(world, 1501, 'Ahmad')
  })
  afterAll(() => world.close())

  it('is led through the name of the organisation, an invite and a lesson', async () => {
    expect(await open(world, admin, code)).toEqual([expect.stringContaining('organisasi Anda')])
    await press(world, admin, 'Setuju, mulai')
    await press(world, admin, 'Bapak')
    expect((await press(world, admin, 'Pimpinan')).at(-1)).toContain('1 dari 3.')
    expect(await open(world, admin)).toEqual([expect.stringContaining('1 dari 3.')])
    expect(await say(world, admin, 'x'.repeat(121))).toEqual([
      expect.stringContaining('terlalu panjang'),
    ])
    const [made] = await say(world, admin, ORGANISATION)
    expect(made).toContain(`${ORGANISATION} siap.`)
    link = linkIn(made)
    expect((await press(world, admin, 'Kirim pelajaran pertama ke saya'))[0]).toMatch(
      /^Pelajaran 1/,
    )
    // A thumb that trembles: one wish.
    expect(await press(world, admin, 'Kirim pelajaran pertama ke saya')).toEqual([])
    expect(await countJoined(world)).toEqual({
      people: 1,
      consents: 1,
      enrolments: 1,
      deliveries: 1,
      roles: 1,
    })
  })

  it('has the admin’s menu, and the link of an admin works once', async () => {
    const menu = admin.commands().map((one) => one.command)
    expect(menu).toEqual(['materi', 'progres', 'statistik', 'undang', 'jeda', 'bantuan'])
    expect(await open(world, newcomer(world, 1502), code)).toEqual([
      expect.stringContaining('sudah terpakai'),
    ])
    expect(await open(world, admin, code)).toEqual([
      expect.stringContaining('Tidak ada yang berubah'),
    ])
  })

  it('the link in the chat works for a newcomer, who sees who runs the bot', async () => {
    const siti = newcomer(world, 1503)
    expect(await open(world, siti, link)).toEqual([expect.stringContaining(ORGANISATION)])
    for (const button of ['Setuju, mulai', 'Ibu', 'Kesehatan']) await press(world, siti, button)
    expect(lessons(siti)).toHaveLength(1)
    const unit = await row(
      world,
      sql`select u.name, r.role from people p join units u on u.id = p.unit_id
        left join roles r on r.person_id = p.id where p.telegram_id = ${siti.id}`,
    )
    expect(unit).toEqual({ name: ORGANISATION, role: null })
  })

  it('/undang offers the units and makes a link that works', async () => {
    await say(world, admin, '/invite')
    const [made] = await press(world, admin, ORGANISATION)
    expect(made).toContain(`Undangan untuk ${ORGANISATION}`)
    expect(await open(world, newcomer(world, 1504, 'Rina'), linkIn(made))).toEqual([
      expect.stringContaining('soal data Anda'),
    ])
  })

  it('refuses everybody else, by command and by a forged button', async () => {
    const siti = newcomer(world, 1503)
    const unit = await row<{ id: string }>(world, sql`select id from units`)
    const invites = await row(world, sql`select count(*)::int as n from invites`)
    for (const text of ['/statistik', '/stats', '/undang', '/invite']) {
      expect(await say(world, siti, text)).toEqual([
        expect.stringMatching(/khusus (admin|koordinator dan admin)/),
      ])
    }
    for (const data of ['stats', 'invite', `inviteunit:${unit.id}`]) {
      await forgePress(world, siti, data)
      expect(siti.messages().at(-1)?.text).toMatch(/khusus (admin|koordinator dan admin)/)
    }
    expect(await row(world, sql`select count(*)::int as n from invites`)).toEqual(invites)
    expect((await say(world, siti, '/bantuan'))[0]).not.toContain('/statistik')
  })

  it('a participant becomes an admin by a link, keeps everything, and gets the menu', async () => {
    const before = await countJoined(world)
    const siti = newcomer(world, 1503)
    expect(await open(world, siti, await adminCode(world))).toEqual([
      expect.stringContaining('Anda sekarang admin, Bu Siti'),
    ])
    expect(siti.commands().map((one) => one.command)).toContain('statistik')
    expect(await countJoined(world)).toEqual({ ...before, roles: 2 })
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

describe('plain words while the organisation is asked for', () => {
  it.each(['batal', 'menu', 'berhenti'])('"%s" is no name of an organisation', async (word) => {
    const world = await openWorld()
    await world.app.db.execute(sql`delete from units`)
    const admin = newcomer(world, 1511, 'Ahmad')
    await open(world, admin, await adminCode(world))
    for (const button of ['Setuju, mulai', 'Bapak', 'Pimpinan']) await press(world, admin, button)
    await say(world, admin, word)
    const units = await rowsOf(world.app.db, sql`select name from units`)
    await world.close()
    expect([...units]).toEqual([])
  })
})

describe('statistics', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ env: { ADMIN_IDS: '1601, 1609' } })
  })
  afterAll(() => world.close())

  it('who stands in ADMIN_IDS needs no code, and is an admin', async () => {
    const admin = newcomer(world, 1601, 'Ahmad')
    expect(await open(world, admin)).toEqual([expect.stringContaining('soal data Anda')])
    for (const button of ['Setuju, mulai', 'Bapak', 'Pimpinan']) await press(world, admin, button)
    expect(lessons(admin)).toHaveLength(1)
    expect((await say(world, admin, '/statistik'))[0]).toContain('Bergabung: 1 orang')
  })

  it('who stands in ADMIN_IDS gets in with a worn-out link too', async () => {
    expect(await open(world, newcomer(world, 1609, 'Dua'), 'AAAAAAAAAAAAAAAAAAAAAA')).toEqual([
      expect.stringContaining('soal data Anda'),
    ])
  })

  it('tell what happened', async () => {
    const catalogue = await readCatalogue()
    const admin = newcomer(world, 1601, 'Ahmad')
    const [right, wrong, open_, paused, gone] = [
      await world.joined(1602, 'Benar'),
      await world.joined(1603, 'Salah'),
      await world.joined(1604, 'Buka'),
      await world.joined(1605, 'Jeda'),
      await world.joined(1606, 'Pergi'),
    ]
    answer(catalogue, right, true)
    answer(catalogue, wrong, false)
    answer(catalogue, admin, true)
    await say(world, paused, '/jeda 14')
    gone.block()
    await world.advance(makassar(11, 24, 12))
    answer(catalogue, right, true)
    await world.idle()
    expect(open_.messages().length).toBeGreaterThan(0)
    const [text = ''] = await say(world, admin, '/stats')
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      'Statistik · semua unit',
      '1–24 November 2026',
      'Bergabung: 6 orang, baru: 6',
      'Aktif: 3 dari 6 (50%; selang 95%: 19%–81%)',
      // The same three: the others have never answered.
      'Sesuai jadwal: 3 dari 6 (50%; selang 95%: 19%–81%)',
      'Selesai jalur umum: 0 dari 6 (0%; selang 95%: 0%–39%)',
      // Six first lessons, and the second of those three who had answered.
      'Pelajaran sampai: 9 dari 9 (100%; selang 95%: 70%–100%)',
      'Dijawab: 4 dari 9 (44%; selang 95%: 19%–73%)',
      'Langsung benar: 3 dari 4 (75%; selang 95%: 30%–95%)',
      'Pertanyaan ulang benar: belum ada',
      'Waktu sampai dijawab (median): kurang dari semenit',
      // Open since yesterday, neither on pause nor out of reach: who left it open.
      'Tertinggal: 1 · jeda atau cuti: 1 · tidak terjangkau: 1',
    ])
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

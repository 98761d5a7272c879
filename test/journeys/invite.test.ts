import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shortId } from '../../src/bot/short-id.ts'
import { addUnit, grantRole, type Unit } from '../../src/people/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import {
  during,
  findButton,
  forgePress,
  newcomer,
  open,
  press,
  row,
  say,
  textsOf,
} from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { headlines, lessons, tap } from '../support/phone.ts'
import { pdfPages } from '../support/pdf-text.ts'
import { openWorld, type World } from '../support/world.ts'

const UNIT = 'Dinas <Contoh> & Rekan'
const POSTER = 'Poster A4 dengan kode'

describe('/undang', () => {
  let world: World
  let coordinator: SimulatedPerson
  let elsewhere: SimulatedPerson
  let unit: Unit
  let other: Unit
  let id = 5600
  beforeAll(async () => {
    world = await openWorld()
    const { db } = world.app
    const now = world.clock.now()
    unit = await addUnit(db, { name: UNIT, now })
    other = await addUnit(db, { name: 'Dinas Lain', now })
    coordinator = await world.joined(5501, 'Baso')
    elsewhere = await world.joined(5502, 'Dewi')
    for (const [person, of] of [
      [coordinator, unit],
      [elsewhere, other],
    ] as const) {
      const personId = await idOf(person)
      const held = { personId, role: 'coordinator', unitId: of.id } as const
      await db.transaction((tx) => grantRole(tx, null, held, now))
    }
  })
  afterAll(() => world.close())

  const idOf = async (person: SimulatedPerson): Promise<string> =>
    (await row<{ id: string }>(world, sql`select id from people where telegram_id = ${person.id}`))
      .id

  const standing = (person: SimulatedPerson): Promise<Record<string, unknown>> =>
    row(
      world,
      sql`select unit_id as unit, unconfirmed_since is not null as unconfirmed,
        moved_away_at is not null as away, paused
        from people where telegram_id = ${person.id}`,
    )

  const later = (minutes: number): Promise<void> =>
    world.advance(new Date(world.clock.now().getTime() + minutes * 60_000))

  const linkIn = (text: string | undefined): string =>
    /start=([A-Za-z0-9_-]+)/.exec(text ?? '')?.[1] ?? 'no link'

  async function makeLink(): Promise<string> {
    await say(world, coordinator, '/undang')
    return linkIn((await press(world, coordinator, UNIT))[0])
  }

  async function makePoster(
    life = '14 hari',
  ): Promise<{ code: string; page: string; message: PhoneMessage }> {
    await makeLink()
    const [ask] = await press(world, coordinator, POSTER)
    expect(ask).toContain('berlaku berapa lama?')
    const [message] = await during(world, coordinator, () => tap(coordinator, life))
    const media = message?.media
    if (message === undefined || media === undefined) throw new Error('There is no poster')
    const api = `${world.simulator.url}/bot123456:demo/getFile?file_id=${media.fileId}`
    const { result } = (await (await fetch(api)).json()) as { result: { file_path: string } }
    const file = await fetch(`${world.simulator.url}/file/bot123456:demo/${result.file_path}`)
    const [page = ''] = pdfPages(Buffer.from(await file.arrayBuffer()))
    return { code: /[A-Z3-9]{4} [A-Z3-9]{4}/.exec(message.text)?.[0] ?? 'no code', page, message }
  }

  /** Types the code and joins. */
  async function joins(code: string, name: string): Promise<SimulatedPerson> {
    const person = newcomer(world, id++, name)
    person.start()
    await world.idle()
    expect((await say(world, person, code))[0]).toContain('soal data Anda')
    for (const button of ['Setuju, mulai', 'Ibu', 'Kesehatan']) await press(world, person, button)
    expect(lessons(person)).toHaveLength(1)
    return person
  }

  it('shows a coordinator her units alone, and makes a link, a text, and a picture', async () => {
    expect((await say(world, coordinator, '/undang'))[0]).toContain('unit yang mana')
    expect(findButton(coordinator, 'Dinas Lain')).toBeUndefined()
    const [made] = await press(world, coordinator, UNIT)
    expect(made).toContain(`Undangan untuk ${UNIT}`)
    const code = linkIn(made)
    const [text] = await press(world, coordinator, 'Teks WhatsApp')
    expect(text).toContain(`rekan-rekan ${UNIT}`)
    expect(text).toContain(code)
    const [picture] = await during(world, coordinator, () => tap(coordinator, 'Gambar QR'))
    expect(picture?.media?.kind).toBe('photo')
    expect(picture?.text).toContain(code)
    const person = newcomer(world, id++, 'Rina')
    expect((await open(world, person, code))[0]).toContain('soal data Anda')
    expect(await standing(person)).toEqual({
      unit: unit.id,
      unconfirmed: false,
      away: false,
      paused: false,
    })
  })

  it('a poster’s life is chosen before it is printed, within two weeks', async () => {
    const { page, code, message } = await makePoster('3 hari')
    expect(page).toContain('26 November 2026')
    expect(message.text).toContain('26 November 2026')
    expect(
      await row(
        world,
        sql`
        select to_char(expires_at, 'YYYY-MM-DD') as until from invites where kind = 'poster'
        order by id desc limit 1`,
      ),
    ).toEqual({ until: '2026-11-26' })
    const before = await row(world, sql`select count(*)::int as n from invites`)
    for (const days of ['15', '0', '365', 'x', '']) {
      await forgePress(world, coordinator, `ip:${shortId(unit.id)}.${days}`)
      expect(headlines(coordinator).at(-1)).toContain('sudah tidak berlaku')
    }
    expect(await row(world, sql`select count(*)::int as n from invites`)).toEqual(before)
    expect(code).toMatch(/^.{4} .{4}$/)
  })

  it('a poster says all that is needed, and its code can be typed in any way', async () => {
    const { code, page, message } = await makePoster()
    expect(message.media).toMatchObject({ fileName: 'Poster-Dinas-Contoh-Rekan.pdf' })
    for (const words of [
      'Belajar AI, tiga menit sehari',
      UNIT,
      code,
      'Pemerintah Kabupaten Contoh',
      '7 Desember 2026',
      'NIK',
    ]) {
      expect(page).toContain(words)
    }
    const rina = await joins(code.toLowerCase().replace(' ', '-'), 'Rina')
    expect(await standing(rina)).toMatchObject({ unit: unit.id, unconfirmed: true })
    // Nobody is asked at once: whoever comes in the same minutes is one message.
    const before = coordinator.messages().length
    const wati = await joins(code, 'Wati')
    expect(coordinator.messages()).toHaveLength(before)
    await later(10)
    expect(headlines(coordinator).at(-1)).toContain('Baru bergabung di')
    for (const name of ['• Rina', '• Wati']) {
      expect(coordinator.messages().at(-1)?.text).toContain(name)
    }
    expect(elsewhere.messages().some(({ text }) => text.includes('Rina'))).toBe(false)
    await press(world, coordinator, 'Benar semua (2)')
    for (const one of [rina, wati])
      expect(await standing(one)).toMatchObject({ unconfirmed: false })
    expect(headlines(coordinator).at(-1)).toContain('2 orang sudah dipastikan')
    expect(await standing(wati)).toMatchObject({ away: false })
  })

  it('who is not one of hers stops learning, is told kindly, and comes back with a tap', async () => {
    const { code } = await makePoster()
    const guest = await joins(code, 'Tamu')
    await later(10)
    const told = await during(world, guest, () => tap(coordinator, 'Bukan: Tamu'))
    expect(textsOf(told)[0]).toContain('belum mengenali Anda')
    expect(await standing(guest)).toMatchObject({ away: true, paused: true })
    const count = lessons(guest).length
    await later(24 * 60)
    expect(lessons(guest)).toHaveLength(count)
    for (const text of ['/start', '/materi', '/lanjut', '/jeda', 'halo', '/tanya apa?']) {
      expect([text, (await say(world, guest, text))[0]]).toEqual([
        text,
        expect.stringContaining('tercatat sudah pindah'),
      ])
    }
    await forgePress(world, guest, 'resume')
    expect((await say(world, guest, '/progres'))[0]).toContain('Bukit')
    // The wall's code does not let in again whom nobody knew.
    expect((await open(world, guest, code.replace(' ', '')))[0]).toContain('tercatat sudah pindah')
    expect(await standing(guest)).toMatchObject({ away: true, paused: true })
    await press(world, coordinator, 'Urungkan')
    expect(headlines(guest).at(-1)).toContain('Selamat datang kembali')
    expect(await standing(guest)).toMatchObject({ away: false, paused: false })
    await later(24 * 60)
    expect((await say(world, guest, '/materi')).join('\n')).toContain('Pelajaran')
  })

  it('who comes in the evening is one message in the morning', async () => {
    const { code } = await makePoster()
    const today = world.clock.now().toISOString().slice(0, 10)
    await world.advance(`${today}T12:00:00Z`)
    await joins(code, 'Malam')
    await later(30)
    await joins(code, 'Larut')
    const before = coordinator.messages().length
    await later(14 * 60)
    const asked = coordinator
      .messages()
      .slice(before)
      .filter(({ text }) => text.includes('lewat kode poster'))
    expect(asked).toHaveLength(1)
    for (const name of ['• Malam', '• Larut']) expect(asked[0]?.text).toContain(name)
    await press(world, coordinator, 'Benar semua (2)')
  })

  it('whoever moved away comes back by a link, in the unit of that link', async () => {
    const { code } = await makePoster()
    const guest = await joins(code, 'Pulang')
    await later(10)
    await press(world, coordinator, 'Bukan: Pulang')
    await say(world, elsewhere, '/undang')
    const link = linkIn((await press(world, elsewhere, 'Dinas Lain'))[0])
    expect((await open(world, guest, link))[0]).toContain('Selamat datang kembali')
    expect(await standing(guest)).toEqual({
      unit: other.id,
      unconfirmed: false,
      away: false,
      paused: false,
    })
  })

  it('guessing a poster’s code is slowed', async () => {
    const guesser = newcomer(world, id++, 'Tebak')
    guesser.start()
    await world.idle()
    for (const guess of ['ACD3 FHJ4', 'ACD3FHJ6', 'xo0123ab']) {
      expect((await say(world, guesser, guess))[0]).toContain('belum saya kenali')
    }
    expect((await say(world, guesser, (await makePoster()).code))[0]).toContain('belum cocok')
  })

  it('lists what stands, with its uses; revoked it lets nobody in, and that can be undone', async () => {
    const code = await makeLink()
    await say(world, coordinator, '/undang')
    const [list] = await press(world, coordinator, 'Undangan yang berlaku')
    expect(list).toMatch(/poster, dipakai 2 dari 200, sampai 7 Desember 2026/)
    await forgePress(world, coordinator, `ix:${code}`)
    expect(headlines(coordinator).at(-1)).toContain('dicabut')
    const person = newcomer(world, id++, 'Tiba')
    expect((await open(world, person, code))[0]).toContain('lewat masa berlakunya')
    await press(world, coordinator, 'Urungkan')
    expect((await open(world, person, code))[0]).toContain('soal data Anda')
    await say(world, coordinator, '/undang')
    await press(world, coordinator, 'Undangan yang berlaku')
    const before = await row<{ n: number }>(
      world,
      sql`select count(*)::int as n from invites where revoked_at is not null`,
    )
    await press(world, coordinator, 'Cabut nomor 1')
    expect(
      await row(world, sql`select count(*)::int as n from invites where revoked_at is not null`),
    ).toEqual({
      n: before.n + 1,
    })
  })

  it('a code ends after two weeks', async () => {
    const { code } = await makePoster()
    world.clock.moveTo(new Date(world.clock.now().getTime() + 15 * 24 * 3600_000))
    const person = newcomer(world, id++, 'Telat')
    person.start()
    await world.idle()
    expect((await say(world, person, code))[0]).toContain('lewat masa berlakunya')
    await world.advance(world.clock.now())
  })

  it('reaches no other unit, and forged buttons do nothing', async () => {
    const stranger = await world.joined(id++, 'Warga')
    const code = await makeLink()
    const { id: inviteId } = await row<{ id: number }>(
      world,
      sql`select max(id)::int as id from invites`,
    )
    const before = await row(
      world,
      sql`select count(*)::int as n, count(revoked_at)::int as revoked from invites`,
    )
    const short = Buffer.from(unit.id.replaceAll('-', ''), 'hex').toString('base64url')
    const shortId = Buffer.from((await idOf(stranger)).replaceAll('-', ''), 'hex').toString(
      'base64url',
    )
    for (const data of [
      `inviteunit:${unit.id}`,
      `ip:${short}`,
      `iq:${code}`,
      `it:${code}`,
      `ix:${code}`,
      `ix:${inviteId}`,
      `iu:${inviteId}`,
      `ny:${short}.9999999999999`,
      `nn:${shortId}`,
      `pb:${shortId}`,
    ]) {
      await forgePress(world, stranger, data)
      expect([data, headlines(stranger).at(-1)]).toEqual([
        data,
        expect.stringContaining('khusus koordinator'),
      ])
      await forgePress(world, elsewhere, data)
      expect([data, headlines(elsewhere).at(-1)]).toEqual([
        data,
        expect.stringMatching(/tidak berlaku|sudah diputuskan|khusus koordinator/),
      ])
    }
    for (const data of [
      'ip:',
      'iq:x',
      'it:',
      'ix:99999999',
      'iu:x',
      'in:x',
      'ny:x.y',
      'nn:',
      'pb:x',
      'invites:x',
    ]) {
      await forgePress(world, coordinator, data)
    }
    expect(
      await row(
        world,
        sql`select count(*)::int as n, count(revoked_at)::int as revoked from invites`,
      ),
    ).toEqual(before)
    expect(await standing(stranger)).toMatchObject({ away: false })
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

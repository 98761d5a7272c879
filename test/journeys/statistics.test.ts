import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { during, forgePress, makassar, press, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { statsCrowd } from '../support/stats-crowd.ts'
import { openWorld, type World } from '../support/world.ts'

describe('/statistik', () => {
  let world: World
  let admin: SimulatedPerson

  const shownBy = async (act: () => unknown): Promise<PhoneMessage> => {
    const [shown] = await during(world, admin, act)
    if (shown === undefined) throw new Error('nothing came')
    return shown
  }
  const asked = (text: string): Promise<PhoneMessage> => shownBy(() => admin.sendText(text))
  const buttonsOf = ({ buttons }: PhoneMessage): string[] =>
    (buttons ?? []).flat().map(({ text }) => text)

  beforeAll(async () => {
    world = await openWorld({ env: { ADMIN_IDS: '9701' } })
    admin = await world.joined(9701)
    const root = 'Pemerintah Kabupaten Contoh'
    const unitOf = statsCrowd(world)
    await unitOf('Dinas Kesehatan', root, 6, 3)
    await unitOf('Puskesmas Turikale', 'Dinas Kesehatan', 8, 8)
    await unitOf('Puskesmas Mandai', 'Dinas Kesehatan', 3, 0)
    await unitOf('Dinas Sosial <b> & Rekan', root, 5, 0)
    world.clock.moveTo(makassar(11, 25, 10))
  })
  afterAll(() => world.close())

  it('shows the overview as a picture and in words, and each period by a button', async () => {
    const shown = await asked('/statistik')
    expect(shown.media).toBeDefined()
    expect(shown.text).toContain('Statistik · semua unit')
    expect(shown.text).toContain('Bergabung: 23 orang, baru: 23')
    expect(shown.text).toContain('Dijawab: 22 dari 45 (49%; selang 95%: 35%–63%)')
    expect(shown.text).toContain('Waktu sampai dijawab (median): sekitar 35 menit')
    expect(buttonsOf(shown)).toContain('• Bulan ini')
    const [today = ''] = await press(world, admin, 'Hari ini')
    expect(today).toContain('25 November 2026')
    expect(today).toContain('Dijawab: belum ada')
    const [all] = await press(world, admin, 'Semua')
    expect(all).toContain('sampai 25 November 2026')
  })

  it('takes a period that is typed, and says what is wrong with one that is none', async () => {
    expect((await asked('/statistik 19-20 November')).text).toContain('19–20 November 2026')
    expect((await asked('/stats this week')).text).toContain('23–25 November 2026')
    expect((await asked('/statistik 20-2 November')).text).toContain('berakhir (2 November 2026)')
    expect((await asked('/statistik 31 November')).text).toContain('“31 November” tidak ada')
    expect((await asked('/statistik kue')).text).toContain('Saya belum paham “kue”')
  })

  it('goes down the tree of units by buttons, those left behind first, and up again', async () => {
    const top = await asked('/statistik unit')
    expect(top.text.indexOf('Dinas Sosial')).toBeLessThan(top.text.indexOf('Dinas Kesehatan'))
    expect(top.text).toContain('sesuai jadwal 11 dari 17 (65%')
    expect(buttonsOf(top)).toContain('Dinas Kesehatan ›')
    const below = await shownBy(() => admin.press(top.id, 'Dinas Kesehatan ›'))
    expect(below.text).toContain('Puskesmas Turikale\nsesuai jadwal 8 dari 8 (100%')
    const leaf = await shownBy(() => admin.press(below.id, 'Puskesmas Turikale'))
    expect(leaf.text).toContain('Statistik · Puskesmas Turikale')
    const up = await shownBy(() => admin.press(below.id, 'Satu tingkat ke atas'))
    expect(up.text).toContain('Unit di Pemerintah Kabupaten Contoh')
  })

  it('breaks nobody down in a unit of fewer than five', async () => {
    const shown = await asked('/statistik unit Mandai')
    expect(shown.text).toContain('Bergabung: 3 orang. Kurang dari 5 orang')
    expect(shown.media).toBeUndefined()
    const list = await asked('/statistik unit Dinas Kesehatan')
    const below = await shownBy(() => admin.press(list.id, 'Per unit'))
    expect(below.text).toContain('Puskesmas Mandai\n3 orang; kurang dari lima tidak dirinci')
    expect(below.text).not.toContain('Rahasia')
  })

  it('asks which unit is meant where a name fits several, and says where it fits none', async () => {
    const which = await asked('/statistik unit puskesmas pekan ini')
    expect(which.text).toContain('Ada 2 unit yang cocok dengan “puskesmas”')
    const one = await shownBy(() => admin.press(which.id, 'Puskesmas Turikale · Dinas Kesehatan'))
    expect(one.text).toContain('Puskesmas Turikale\n23–25 November 2026')
    expect((await asked('/statistik unit Perikanan')).text).toContain('bernama “Perikanan”')
    // What was typed breaks no mark-up, and neither does a name.
    expect((await asked('/statistik unit <b>')).text).toContain('Dinas Sosial <b> & Rekan')
  })

  it('tells of lessons, reminders, hours and who stays', async () => {
    const lessons = await asked('/statistik pelajaran')
    expect(lessons.media).toBeDefined()
    expect(lessons.text).toMatch(/dijawab 11 dari 22 \(50%.*\); langsung benar \d+ dari 11/)
    expect((await asked('/stats reminders this month')).text).toContain('Tidak ada pengingat')
    await world.app.db.execute(sql`
      insert into nudges (person_id, delivery_id, day, step, outcome, created_at)
      select person_id, id, due_day, 1, 'sent', due_at + interval '10 minutes' from deliveries
      where sent_at is not null and due_at < '2026-11-21'`)
    // What they did, wording by wording, is the page; what followed in a period is behind its button.
    const wordings = await asked('/statistik pengingat')
    expect(wordings.text).toContain('setengah tahun terakhir')
    const nudges = await shownBy(() => admin.press(wordings.id, 'Pengingat per periode'))
    expect(nudges.text).toContain('Pengingat ke-1: diikuti jawaban 22 dari 44 (50%')
    const times = await asked('/statistik waktu')
    expect(times.text).toContain('22 jawaban')
    expect(times.text).toContain('Jam tersibuk: mulai pukul 09.00, 22 dari 22')
    const stays = await asked('/statistik retensi')
    expect(stays.text).toContain('9 Nov (22): pekan ke-1, aktif 11 dari 22 (50%')
    for (const shown of [nudges, times, stays]) expect(shown.media).toBeDefined()
    const learned = await shownBy(() => admin.sendText('/statistik'))
    expect((await shownBy(() => admin.press(learned.id, 'Hasil belajar'))).text).toContain(
      'Hasil belajar',
    )
  })

  it('tells of roles, and of tracks down to units', async () => {
    const { db } = world.app
    await db.execute(sql`
      update people p set job_role = 'kesehatan' from units u
      where u.id = p.unit_id and u.name = 'Puskesmas Turikale'`)
    await db.execute(sql`
      update people p set job_role = 'pimpinan' from units u
      where u.id = p.unit_id and u.name = 'Puskesmas Mandai'`)
    await db.execute(sql`
      update enrolments e set state = 'done', done_at = '2026-11-20T01:00Z' from people p, units u
      where p.id = e.person_id and u.id = p.unit_id and u.name = 'Puskesmas Turikale'
        and p.telegram_id % 2 = 0`)
    const roles = await asked('/statistik peran')
    expect(roles.media).toBeDefined()
    expect(roles.text).toMatch(
      /Kesehatan · 8 orang\naktif 8 dari 8 .*; selesai jalur umum 4 dari 8 \(50%; selang/,
    )
    expect(roles.text).toContain('Pimpinan\n3 orang; kurang dari lima tidak dirinci')
    expect(buttonsOf(roles)).not.toContain('Pimpinan')
    expect((await asked('/stats roles')).text).toBe(roles.text)
    const health = await shownBy(() => admin.press(roles.id, 'Kesehatan'))
    expect(health.text).toMatch(/Kesehatan; 8 orang bergabung/)
    expect(health.text).toMatch(/memulai 8 dari 8 .*; di antaranya selesai 4 dari 8/)
    const lessons = await shownBy(() => admin.press(health.id, 'Per pelajaran'))
    expect(lessons.text).toMatch(/Kesehatan[^]*dijawab 8 dari 8 .*; langsung benar/)
    // A page of whoever is too few is forged in vain.
    await forgePress(world, admin, 'sj:m..0.pimpinan')
    expect(admin.messages().at(-1)?.text).toContain('Bergabung: 3 orang. Kurang dari 5')
    const tracks = await asked('/statistik jalur')
    expect(tracks.media).toBeDefined()
    const [name = ''] = buttonsOf(tracks)
    const one = await shownBy(() => admin.press(tracks.id, name))
    expect(one.text).toMatch(/Semuanya: memulai \d+ dari 23 .*; selesai 4 dari 23/)
    expect(one.text).toMatch(/Dinas Kesehatan\nmemulai 17 dari 17 .*; selesai 4 dari 17/)
    const below = await shownBy(() => admin.press(one.id, 'Dinas Kesehatan ›'))
    expect(below.text).toMatch(/Puskesmas Turikale\nmemulai 8 dari 8 .*; selesai 4 dari 8/)
    expect(below.text).toContain('Puskesmas Mandai\n3 orang; kurang dari lima tidak dirinci')
    const back = await shownBy(() => admin.press(below.id, 'Per jalur'))
    expect(back.text).toContain('· Dinas Kesehatan; 17 orang bergabung')
  })

  it.each([
    'unit',
    'pelajaran',
    'pengingat',
    'waktu',
    'retensi',
    'pengumuman',
    'peran',
    'jalur',
    'belajar',
  ])(
    'says of /statistik %s what is wrong with a period, with an example of that page',
    async (page) => {
      const text = async (rest: string): Promise<string> =>
        (await asked(`/statistik ${page} ${rest}`)).text ?? ''
      const turned = await text('20-2 November')
      expect(turned).toContain('berakhir (2 November 2026) sebelum dimulai (20 November 2026)')
      const noDay = await text('31 November')
      expect(noDay).toContain('“31 November” tidak ada')
      const unknown = await text('kemarin dulu')
      expect(unknown).toContain('“kemarin dulu”')
      for (const said of [turned, noDay, unknown]) {
        expect(said).toContain(`/statistik ${page} 1-15 November`)
      }
      if (page === 'peran') return
      const which = await asked(`/statistik ${page} puskesmas`)
      expect(which.text).toContain('Ada 2 unit yang cocok dengan “puskesmas”. Yang mana?')
      const one = await shownBy(() => admin.press(which.id, 'Puskesmas Turikale · Dinas Kesehatan'))
      expect(one.text).toContain('Puskesmas Turikale')
    },
  )

  it.each(['20-2 November', '31 November', 'kemarin', 'bulan ini', 'puskesmas'])(
    'says of /statistik soal %s that it takes none, with examples',
    async (rest) => {
      const said = (await asked(`/statistik soal ${rest}`)).text ?? ''
      expect(said).toContain(`“${rest}” tidak berlaku di sini`)
      for (const example of ['/statistik soal', '/statistik pelajaran bulan ini']) {
        expect(said).toContain(example)
      }
    },
  )

  it('leads on to the questions and to the report for the head, by buttons and by words', async () => {
    const shown = await asked('/statistik')
    expect(buttonsOf(shown)).toEqual(
      expect.arrayContaining(['Hasil pengingat', 'Analisis soal', 'Laporan pimpinan']),
    )
    const wordings = await shownBy(() => admin.press(shown.id, 'Hasil pengingat'))
    expect(wordings.text).toContain('Pengingat, setengah tahun terakhir')
    const followed = await shownBy(() => admin.press(wordings.id, 'Pengingat per periode'))
    expect(await shownBy(() => admin.press(followed.id, 'Hasil pengingat'))).toMatchObject({
      text: wordings.text,
    })
  })

  it('begins at the roster where there is one, and counts nobody who moved away', async () => {
    const { db } = world.app
    await db.execute(sql`
      insert into roster_places (unit_id, name, person_id, claimed_at, imported_at)
      select u.id, 'Tempat ' || n, case when n <= 8 then p.id end,
        case when n <= 8 then '2026-11-10T01:00Z'::timestamptz end, '2026-11-09T01:00Z'
      from units u cross join generate_series(1, 10) n
      left join lateral (select id from people where unit_id = u.id
        order by telegram_id offset n - 1 limit 1) p on true
      where u.name = 'Puskesmas Turikale'`)
    const one = await asked('/statistik unit Turikale')
    expect(one.text).toContain('Bergabung: 8 orang, baru: 8')
    expect(one.text).toContain('Dari daftar pegawai, sudah bergabung: 8 dari 10 (80%')
    expect((await asked('/statistik unit Sosial')).text).not.toContain('daftar pegawai')
    await db.execute(sql`
      update people set moved_away_at = '2026-11-24T01:00Z' where telegram_id = (
        select max(telegram_id) from people p join units u on u.id = p.unit_id
        where u.name = 'Puskesmas Turikale')`)
    const less = await asked('/statistik unit Turikale')
    expect(less.text).toContain('Bergabung: 7 orang, baru: 7')
    expect(less.text).toContain('Aktif: 7 dari 7')
    expect(less.text).toContain('Sesuai jadwal: 7 dari 7')
    await db.execute(sql`update people set moved_away_at = null`)
  })

  it('tells whom announcements reached, and who marked them as read', async () => {
    expect((await asked('/statistik pengumuman')).text).toContain('Tidak ada pengumuman')
    await world.app.db.execute(sql`
      with written as (
        insert into announcements (author_id, state, kind, chat_id, audience, queued_at, created_at)
        select p.id, 'done', 'text', p.chat_id, '{}', '2026-11-20T02:00Z', '2026-11-20T02:00Z'
        from people p where p.telegram_id = 9701 returning id)
      insert into announcement_recipients (announcement_id, person_id, outbox_id, day, outcome,
        chat_id, acknowledged_at)
      select w.id, p.id, 0, '2026-11-20', case when n <= 8 then 'sent' else 'unreachable' end,
        p.chat_id, case when n <= 2 then '2026-11-20T03:00Z'::timestamptz end
      from written w cross join lateral (
        select id, chat_id, row_number() over (order by telegram_id) as n from people
        where telegram_id >= 500000 limit 10) p`)
    const shown = await asked('/stats announcements')
    expect(shown.media).toBeDefined()
    expect(shown.text).toContain('Semuanya: sampai 8 dari 10 (80%')
    expect(shown.text).toMatch(
      /20 November 2026 · .*\nsampai 8 dari 10 .*; ditandai dibaca 2 dari 8/,
    )
    const overview = await asked('/statistik')
    const again = await shownBy(() => admin.press(overview.id, 'Pengumuman'))
    expect(again.text).toBe(shown.text)
  })

  it('is for coordinators and admins, by command and by a forged button; a forged place is none', async () => {
    const siti = await world.joined(9702)
    for (const text of ['/statistik unit', '/stats lessons']) {
      expect(await say(world, siti, text)).toEqual([
        expect.stringContaining('khusus koordinator dan admin'),
      ])
    }
    for (const verb of ['so', 'su', 'sl', 'sn', 'sh', 'sr', 'sa']) {
      await forgePress(world, siti, `${verb}:m..0`)
      expect(siti.messages().at(-1)?.text).toContain('khusus koordinator dan admin')
    }
    await forgePress(world, admin, 'so:x.y.z')
    expect(admin.messages().at(-1)?.text).toContain('Statistik · semua unit')
    await forgePress(world, admin, 'su:261102261101.00000000-0000-0000-0000-000000000000.9')
    expect(admin.messages().at(-1)?.text).toContain('sudah tidak berlaku')
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

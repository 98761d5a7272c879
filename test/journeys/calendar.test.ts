import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readUnitCalendar, setRamadan } from '../../src/learning/index.ts'
import { addUnit, grantAdmin, type Unit } from '../../src/people/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { findButton, forgePress, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const FILE = `year,2027
source,"SKB contoh"
date,name,kind,calendar
2027-01-01,Tahun Baru 2027,holiday,
2027-02-06,Isra Mikraj,holiday,
2027-03-08,Cuti bersama contoh,collective_leave,
`

describe('the working calendar in the chat', () => {
  let world: World
  let admin: SimulatedPerson
  let siti: SimulatedPerson
  let unit: Unit
  beforeAll(async () => {
    world = await openWorld()
    const { db } = world.app
    const now = world.clock.now()
    unit = await addUnit(db, { name: 'Puskesmas Contoh', now })
    await addUnit(db, { name: 'Puskesmas Lain', now })
    admin = await world.joined(3001, 'Ahmad')
    siti = await world.joined(3002, 'Siti')
    await db.execute(sql`update people set unit_id = ${unit.id} where telegram_id = 3002`)
    await grantAdmin(db, (await personOf(admin)).id, now)
  })
  afterAll(() => world.close())

  const personOf = (person: SimulatedPerson) =>
    row<{ id: string }>(world, sql`select id from people where telegram_id = ${person.id}`)

  /** When the next lesson of somebody comes. */
  const nextOf = async (person: SimulatedPerson): Promise<string> =>
    (
      await row<{ day: string }>(
        world,
        sql`
        select to_char(e.next_due_at at time zone 'Asia/Makassar', 'YYYY-MM-DD') as day
        from learners e join people p on p.id = e.person_id where p.telegram_id = ${person.id}`,
      )
    ).day

  const days = (
    year: number,
  ): Promise<{ day: string; name: string; calendar_id: string | null }[]> =>
    rowsOf(
      world.app.db,
      sql`select day::text, name, calendar_id from calendar_days
        where extract(year from day) = ${year} order by day, calendar_id nulls first`,
    )

  const trail = async (action: string): Promise<unknown[]> =>
    rowsOf(
      world.app.db,
      sql`select unit_id, details from audit where action = ${action} order by id`,
    )

  it('shows a month: weekends and days off in brackets, with their names', async () => {
    const [november = ''] = await say(world, admin, '/kalender')
    expect(november).toContain('November 2026 · Kantor, lima hari kerja')
    expect(november).toContain(' 23  24  25  26  27 [28][29]')
    expect(november).toContain('Tidak ada hari libur selain akhir pekan.')
    expect(november).toContain('antara 07.00–18.00')
    const [december = ''] = await press(world, admin, 'Berikutnya ›')
    expect(december).toContain('Desember 2026')
    expect(december).toMatch(/\[25\]/)
    expect(december).toMatch(/25 Des: .*\(libur nasional\)/)
    expect(december).toContain('(cuti bersama)')
    expect((await press(world, admin, '‹ Sebelumnya'))[0]).toBe(november)
    expect(november).toContain('21 hari kerja.')
    expect(december).toContain('21 hari kerja.')
  })

  it('is a picture with the same in words, and words alone where no picture is taken', async () => {
    await say(world, admin, '/kalender')
    const shown = admin.messages().findLast(({ fromBot }) => fromBot)
    expect(shown?.media?.kind).toBe('photo')
    expect(shown?.text).toContain(' 23  24  25  26  27 [28][29]')
    const fault = {
      kind: 'error',
      code: 400,
      description: 'Bad Request: PHOTO_INVALID_DIMENSIONS',
    } as const
    const clear = world.simulator.faults.add({ fault, methods: ['sendPhoto'] })
    await say(world, admin, '/kalender')
    const words = admin.messages().findLast(({ fromBot }) => fromBot)
    expect(words?.media).toBeUndefined()
    expect(words?.text).toBe(shown?.text)
    clear()
  })

  it('shows the hours of Ramadan in its months', async () => {
    const { db } = world.app
    const ramadan = { hijriYear: 1448, first: '2027-02-08', last: '2027-03-09', source: 'contoh' }
    expect(await db.transaction((tx) => setRamadan(tx, ramadan))).toBeUndefined()
    await forgePress(world, admin, 'ka:2027-02')
    expect(admin.messages().at(-1)?.text).toMatch(
      /Ramadan 1448 H, 8 Feb\s–\s9 Mar: antara 08\.00–17\.00\./,
    )
    await forgePress(world, admin, 'ka:2027-04')
    expect(admin.messages().at(-1)?.text).not.toContain('Ramadan')
  })

  it('a day is added for all once it is confirmed, and lessons move', async () => {
    // The next working day.
    expect(await nextOf(siti)).toBe('2026-11-24')
    await say(world, admin, '/kalender')
    await press(world, admin, 'Tambah hari libur')
    expect((await say(world, admin, 'Hari jadi'))[0]).toContain('Tanggalnya belum saya temukan')
    expect((await say(world, admin, '31 Februari Hari jadi'))[0]).toContain('tidak ada di kalender')
    expect((await say(world, admin, '24 November'))[0]).toContain('libur apa')
    expect((await say(world, admin, '24 November Hari <jadi>'))[0]).toContain(
      'Selasa 24 November 2026, Hari <jadi>: libur untuk siapa?',
    )
    expect((await press(world, admin, 'Semua'))[0]).toContain('menyangkut 2 peserta')
    const [month = ''] = await press(world, admin, 'Ya, lakukan')
    expect(month).toContain('hari itu libur')
    expect(month).toContain('24 Nov: Hari <jadi> (libur daerah)')
    await until(async () => (await nextOf(siti)) === '2026-11-25', 'the lesson to move')
    expect(await trail('calendar.day_added')).toMatchObject([
      { unit_id: null, details: { day: '2026-11-24', name: 'Hari <jadi>', calendar: null } },
    ])
  })

  it('a button whose day is added already does nothing', async () => {
    const before = (await days(2026)).length
    await forgePress(world, admin, 'kaaddyes:a')
    expect(admin.messages().at(-1)?.text).toContain('tidak berlaku')
    expect(await days(2026)).toHaveLength(before)
  })

  it('is added for one unit, which gets a calendar of its own', async () => {
    await press(world, admin, 'Tambah hari libur')
    await say(world, admin, '2026-11-25 HUT puskesmas')
    await press(world, admin, 'Satu unit …')
    expect((await say(world, admin, 'puskesmas'))[0]).toContain('Ada 2 unit')
    const [ask = ''] = await press(world, admin, 'Puskesmas Contoh')
    expect(ask).toContain('untuk Puskesmas Contoh dan unit di bawahnya')
    const [month = ''] = await press(world, admin, 'Ya, lakukan')
    expect(month).toContain('November 2026 · Puskesmas Contoh')
    expect(month).toContain('25 Nov: HUT puskesmas (khusus Puskesmas Contoh)')
    expect(await readUnitCalendar(world.app.db, unit.id)).toEqual({
      calendarId: 'puskesmas-contoh',
      own: true,
    })
    await until(async () => (await nextOf(siti)) === '2026-11-26', 'her lesson to move')
    expect(await nextOf(admin)).toBe('2026-11-25')
  })

  it('and a second one into the same calendar', async () => {
    await press(world, admin, 'Tambah hari libur')
    await say(world, admin, '2026-11-26 Hari kedua')
    await press(world, admin, 'Satu unit …')
    await say(world, admin, 'puskesmas contoh')
    await press(world, admin, 'Ya, lakukan')
    const own = (await days(2026)).filter(({ calendar_id }) => calendar_id !== null)
    expect(own.map(({ day, calendar_id }) => [day, calendar_id])).toEqual([
      ['2026-11-25', 'puskesmas-contoh'],
      ['2026-11-26', 'puskesmas-contoh'],
    ])
    await say(world, admin, '/kalender')
    await press(world, admin, 'Kalender lain …')
    expect((await press(world, admin, 'Puskesmas Contoh'))[0]).toContain('26 Nov: Hari kedua')
  })

  it('is removed once it is confirmed', async () => {
    await press(world, admin, 'Hapus hari libur …')
    const [ask = ''] = await press(world, admin, '24 Nov · Hari <jadi>')
    expect(ask).toContain('Ini menyangkut 2 peserta')
    await press(world, admin, 'Ya, lakukan')
    await until(async () => (await nextOf(admin)) === '2026-11-24', 'the lesson to move back')
    expect(await trail('calendar.day_removed')).toHaveLength(1)
    // Once more by the same button: it is no more.
    await forgePress(world, admin, 'kadropyes:999999')
    expect(admin.messages().at(-1)?.text).toContain('memang sudah begitu')
  })

  const send = (name: string, content: string | Buffer): void => {
    admin.sendFile({
      kind: 'document',
      mimeType: 'text/csv',
      fileName: name,
      content: Buffer.from(content),
    })
  }
  const newest = (): string => admin.messages().findLast(({ fromBot }) => fromBot)?.text ?? ''

  it('a year is imported: looked at first, then taken, and the second time nothing is new', async () => {
    for (const [added, unchanged] of [
      [3, 0],
      [0, 3],
    ]) {
      await say(world, admin, '/kalender')
      await press(world, admin, 'Impor setahun')
      const before = await days(2027)
      send('libur-2027.csv', FILE)
      await until(() => newest().includes('Belum ada yang ditulis'), 'what it would change')
      expect(newest()).toContain(`${added} ditambah`)
      expect(await days(2027)).toEqual(before)
      expect(findButton(admin, 'Ya, pakai')).toBeDefined()
      await press(world, admin, 'Ya, pakai')
      await until(() => newest().includes('Sudah dipakai, tahun 2027'), 'it to be taken')
      expect(newest()).toContain(`${unchanged} tetap`)
      expect(await days(2027)).toHaveLength(3)
    }
    expect(await trail('calendar.imported')).toMatchObject([
      { details: { year: 2027, added: 3, changed: 0, removed: 0 } },
      { details: { year: 2027, added: 0 } },
    ])
    // The yes holds once.
    await forgePress(world, admin, 'kafileyes')
    expect(newest()).toContain('tidak berlaku')
  })

  it.each([
    ['libur.pdf', FILE, 'bukan CSV atau YAML'],
    [
      'libur.csv',
      FILE.replace('2027-02-06', '2027-02-30'),
      'Baris 5: tanggal 2027-02-30 tidak ada di kalender. Periksa lagi di surat keputusannya.',
    ],
    [
      'libur.csv',
      FILE.replace('holiday', '<b>liburan'),
      'Baris 4: jenis “<b>liburan” tidak dikenal. Isi kolom kind dengan salah satu dari: holiday, collective_leave',
    ],
    ['libur.yaml', FILE, 'Baris 1: isinya bukan daftar hari libur.'],
    [
      'libur.csv',
      Buffer.from([0xff, 0xfe, 0x31, 0x00]),
      'Baris 1: berkasnya disimpan sebagai UTF-16. Simpan lagi dari Excel sebagai “CSV UTF-8”.',
    ],
    ['libur.csv', Buffer.from([0x31, 0x0a, 0xc9, 0x76]), 'Baris 2: hurufnya campur aduk'],
    [
      'libur.csv',
      '',
      'Baris 1: tidak ada baris judul kolom. Tulis date,name,kind,calendar di atas',
    ],
    ['libur.csv', `${FILE}2027-03-09,"Nyepi`, 'Baris 7: ada tanda kutip yang tidak ditutup.'],
    [
      'libur.csv',
      `${FILE}${'Rabu,x,holiday,\n'.repeat(20)}`,
      'Baris 7: “Rabu” bukan tanggal yang bisa dibaca. Tulis dengan bentuk 2027-BB-HH',
    ],
    ['libur.csv', `${FILE}#${'x'.repeat(300_000)}`, 'terlalu besar'],
  ])('a file that cannot be taken says why: %s %#', async (name, content, words) => {
    const before = await days(2027)
    await say(world, admin, '/kalender')
    await press(world, admin, 'Impor setahun')
    send(name, content)
    await until(() => newest().includes(words), words)
    expect(newest()).toContain(words)
    expect(await days(2027)).toEqual(before)
  })

  it('names the first faults, counts the rest, and says them in English to whoever reads English', async () => {
    await say(world, admin, '/language')
    await press(world, admin, 'English')
    await say(world, admin, '/calendar')
    await press(world, admin, 'Import a year')
    send('libur.csv', `${FILE}${'Rabu,x,holiday,\n'.repeat(20)}`)
    await until(() => newest().includes('and 5 more'), 'the faults')
    expect(newest()).toContain('Line 7: “Rabu” is no date that can be read. Write it as 2027-MM-DD')
    expect(newest()).not.toContain('Line 22')
    await say(world, admin, '/language')
    await press(world, admin, 'Bahasa Indonesia')
  })

  it('is for admins: whose role is taken in between imports nothing', async () => {
    const { db } = world.app
    await say(world, admin, '/kalender')
    await press(world, admin, 'Impor setahun')
    send('libur.csv', FILE.replace('Isra Mikraj', 'Nama lain'))
    await until(() => newest().includes('1 diganti'), 'what it would change')
    await db.execute(sql`delete from roles`)
    expect((await press(world, admin, 'Ya, pakai'))[0]).toContain('khusus admin')
    expect((await days(2027)).map(({ name }) => name)).toContain('Isra Mikraj')
    expect((await say(world, siti, '/kalender'))[0]).toContain('khusus admin')
    await grantAdmin(db, (await personOf(admin)).id, world.clock.now())
  })

  it('speaks English too', async () => {
    await say(world, admin, '/language')
    await press(world, admin, 'English')
    const [text = ''] = await say(world, admin, '/calendar')
    expect(text).toContain('November 2026')
    expect(text).toContain('Messages go out between 07:00–18:00')
    expect(await slipsIn(world)).toEqual([])
  })
})

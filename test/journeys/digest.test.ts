import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addLeave } from '../../src/learning/index.ts'
import { addUnit, changePerson, grantAdmin } from '../../src/people/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { during, forgePress, makassar, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { tap } from '../support/phone.ts'
import { openWorld, type World } from '../support/world.ts'

describe('the digest and /laporan', () => {
  let world: World
  /** Coordinates the district, with two schools below it. */
  let ani: SimulatedPerson
  /** Coordinates a unit in which nobody learns. */
  let dewi: SimulatedPerson
  let siti: SimulatedPerson
  let admin: SimulatedPerson
  let added = 0
  beforeAll(async () => {
    // Wednesday, 11 November 2026, 09.30; the people below answered in the week of the 9th.
    world = await openWorld({ start: '2026-11-11T01:30:00Z' })
    const { db } = world.app
    const now = world.clock.now()
    ani = await world.joined(7201, 'Ani')
    dewi = await world.joined(7202, 'Dewi')
    siti = await world.joined(7203, 'Siti')
    admin = await world.joined(7204, 'Budi')
    await addUnit(db, { name: 'Kecamatan Contoh', now })
    await addUnit(db, { name: 'SD Satu', parent: 'Kecamatan Contoh', now })
    await addUnit(db, { name: 'SD Dua', parent: 'Kecamatan Contoh', now })
    await addUnit(db, { name: 'Dinas Kosong', now })
    await coordinates(7201, 'Kecamatan Contoh')
    await coordinates(7202, 'Dinas Kosong')
    await grantAdmin(db, await idOf(7204), now)
    // Their own lessons are not the point here.
    await db.execute(sql`update learners set next_due_at = null`)
    await db.execute(sql`delete from deliveries`)
  })
  afterAll(() => world.close())

  const idOf = async (telegramId: number): Promise<string> =>
    (await row<{ id: string }>(world, sql`select id from people where telegram_id = ${telegramId}`))
      .id
  const coordinates = (telegramId: number, unit: string): Promise<unknown> =>
    world.app.db.execute(sql`
      insert into roles (person_id, role, unit_id, granted_at)
      select p.id, 'coordinator', u.id, p.created_at from people p, units u
      where p.telegram_id = ${telegramId} and u.name = ${unit}`)
  const digests = (person: SimulatedPerson): PhoneMessage[] =>
    person.messages().filter((m) => m.fromBot && m.text.startsWith('Selamat pagi'))
  const advance = (month: number, day: number, hour: number, minute = 0): Promise<void> =>
    world.advance(makassar(month, day, hour, minute))
  async function report(person: SimulatedPerson, word = '/laporan'): Promise<PhoneMessage> {
    const [shown] = await during(world, person, () => person.sendText(word))
    if (shown === undefined) throw new Error('nothing came')
    return shown
  }

  /** People of a unit who learn since October; a review came to each on each of `days`, answered or not. */
  async function people(
    unit: string,
    count: number,
    days: readonly string[],
    { answered, role = 'guru' }: { readonly answered: number; readonly role?: string },
  ): Promise<void> {
    const from = 200_000 + added
    added += count
    await world.app.db.execute(sql`
      with crowd as (
        insert into people (id, telegram_id, chat_id, name, job_role, locale, timezone,
          lesson_minute, unit_id, last_seen_at, created_at, joined_at)
        select gen_random_uuid(), ${from}::int + n, ${from}::int + n, 'Rahasia ' || n, ${role}, 'id',
          'Asia/Makassar', 540, u.id, '2026-10-01', '2026-10-01', '2026-10-01'
        from generate_series(1, ${count}::int) n, units u where u.name = ${unit}
        returning id, telegram_id),
      learning as (
        insert into learners (person_id, started_at) select id, '2026-10-01' from crowd),
      asked as (
        insert into reviews (person_id, question_id, question_hash, cause, state, day, created_at,
          sent_at)
        select c.id, q.question_id, q.hash, 'due', 'answered', d::date, d::timestamptz, d::timestamptz
        from crowd c cross join (select question_id, hash from live_questions limit 1) q
          cross join unnest(string_to_array(${days.join(',')}, ',')) d
        returning id, person_id, question_id, question_hash, day)
      insert into answers (person_id, question_id, question_hash, occasion, review_id, option_key,
        correct, answered_at)
      select a.person_id, a.question_id, a.question_hash, 'review:' || a.id, a.id, 'a', true,
        a.day + interval '2 hours'
      from asked a join crowd c on c.id = a.person_id
      where c.telegram_id <= ${from + answered}`)
  }

  it('says so while nobody learns there, and to whom it is not for', async () => {
    const empty = await report(dewi)
    expect(empty.media).toBeUndefined()
    expect(empty.text).toMatch(/^Bu Dewi, berikut kabar Dinas Kosong dari Rabu 4 November sampai/)
    expect(empty.text).toContain('Pekan itu belum ada yang belajar')
    for (const word of ['/laporan', '/report']) {
      expect((await report(siti, word)).text).toContain('khusus koordinator')
    }
    await forgePress(world, siti, 'digeston')
    expect(siti.messages().at(-1)?.text).toContain('khusus koordinator')
    const { n } = await row<{ n: number }>(
      world,
      sql`select count(*)::int as n from digests d join people p on p.id = d.person_id
        where p.telegram_id = 7203`,
    )
    expect(n).toBe(0)
  })

  it('tells of a week without a learning day in words alone', async () => {
    await people('SD Satu', 4, [], { answered: 0 })
    const quiet = await report(ani)
    expect(quiet.media).toBeUndefined()
    expect(quiet.text).toContain('Tidak ada hari belajar bagi 4 orang')
    expect(quiet.text).toContain('Tidak ada yang menunggu Anda saat ini')
  })

  it('comes on Monday at 09.30: what her units did, in a picture and five lines', async () => {
    // Of the first four nobody was asked anything.
    await people('SD Satu', 6, ['2026-11-09', '2026-11-10', '2026-11-12'], { answered: 5 })
    await people('SD Dua', 5, ['2026-11-11', '2026-11-04'], { answered: 2 })
    await people('SD Dua', 3, ['2026-11-11'], { answered: 3, role: 'pimpinan' })
    await people('Dinas Kosong', 3, ['2026-11-11'], { answered: 3, role: 'pimpinan' })
    await advance(11, 16, 9, 29)
    expect(digests(ani)).toEqual([])
    await advance(11, 16, 9, 30)
    const [told] = digests(ani)
    expect(told?.media).toMatchObject({ kind: 'photo', width: 900 })
    expect(told?.text.split('\n')).toEqual([
      'Selamat pagi, Bu Ani. Berikut kabar Kecamatan Contoh dari Senin 9 November sampai Minggu 15 November.',
      '',
      // Five of six on three days, two of five on one; the three leaders are in no number.
      '• Belajar: 7 dari 15 orang, pada 17 dari 23 hari belajar mereka (74%)',
      '• Naik 34 poin dari pekan sebelumnya (40%)',
      '• Belum ada yang baru bergabung',
      '• Tidak ada pertanyaan yang menunggu jawaban',
      '• Tidak ada yang perlu disapa khusus',
      '',
      'Tidak ada yang menunggu Anda saat ini. Terima kasih sudah mendampingi.',
    ])
    expect(told?.text).not.toContain('Rahasia')
    // A unit of leaders alone has nobody to tell of.
    expect(digests(dewi)[0]?.text).toContain('Pekan itu belum ada yang belajar')
    expect(digests(admin)).toEqual([])
  })

  it('comes once a week, whoever looks: two workers, and again', async () => {
    const other = await world.startApp()
    world.clock.moveTo(makassar(11, 23, 9, 30))
    await Promise.all([world.app.tick(), other.tick()])
    await world.idle()
    await world.app.db.execute(sql`update digests set next_at = '2026-11-23T01:30Z'`)
    await other.tick()
    await world.idle()
    expect(digests(ani)).toHaveLength(2)
    expect(digests(ani)[1]?.text).toContain('Tidak ada hari belajar bagi 15 orang')
    // The weeks before have something to show all the same.
    expect(digests(ani)[1]?.media?.kind).toBe('photo')
  })

  it('tells who is waiting, newly there or in need of a word, with a button to each', async () => {
    const { db } = world.app
    await changePerson(db, await idOf(7203), {
      unitId: (await row<{ id: string }>(world, sql`select id from units where name = 'SD Dua'`))
        .id,
      joinedAt: makassar(11, 19, 10),
    })
    await say(world, siti, '/tanya Bagaimana memulai?')
    // Out of reach, on pause or not; a leader (200016) is not counted.
    await db.execute(sql`
      update people set unreachable_since = '2026-11-20' where telegram_id in (200001, 200016)`)
    await db.execute(sql`
      update people set unreachable_since = '2026-11-20', paused = true where telegram_id = 200002`)
    const shown = await report(ani)
    expect(shown.text).toContain('• Baru bergabung: 1 orang')
    expect(shown.text).toContain('• Pertanyaan yang menunggu jawaban: 1')
    expect(shown.text).toContain('• Perlu disapa: 2 orang')
    expect(shown.text).toContain('Satu sapaan dari Anda')
    expect(shown.buttons?.flat().map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Pertanyaan terbuka', 'Matikan laporan mingguan']),
    )
    expect((await press(world, ani, 'Pertanyaan terbuka'))[0]).toContain('Bagaimana memulai?')
  })

  it('counts a lesson that stood open for a whole working day as a need, as /belum_selesai does', async () => {
    const { db } = world.app
    await db.execute(sql`
      insert into enrolments (person_id, track_id, state, started_at)
      select id, 'fondasi', 'active', '2026-10-01' from people where telegram_id = 200005`)
    await db.execute(sql`
      insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
        question_hash, position, state, cause, due_at, due_day, sent_at)
      select e.id, e.person_id, l.lesson_id, l.hash, q.question_id, q.hash, 1, 'open', 'due',
        '2026-11-20T01:00Z', '2026-11-20', '2026-11-20T01:00Z'
      from enrolments e join people p on p.id = e.person_id and p.telegram_id = 200005
        cross join (select lesson_id, hash from lesson_versions limit 1) l
        cross join (select question_id, hash from live_questions limit 1) q`)
    const friday = await report(ani)
    expect(friday.text).toContain('Perlu disapa: 3 orang')
    expect(friday.text).toContain('Belajar: 0 dari 16 orang, pada 0 dari 1 hari belajar')
    await db.execute(sql`update deliveries set due_day = '2026-11-19' where state = 'open'`)
    const thursday = await report(ani)
    expect(thursday.text).toContain('Perlu disapa: 3 orang')
    expect(thursday.text).toContain('pada 0 dari 2 hari belajar mereka (0%)')
    // On leave on Friday, that was no working day of hers.
    const personId = await idOf(200_005)
    const leave = { personId, kind: 'sick', first: '2026-11-20', last: '2026-11-20' } as const
    await addLeave(db, leave, world.clock.now())
    expect((await report(ani)).text).toContain('pada 0 dari 1 hari belajar mereka')
  })

  it('is switched off, and on again', async () => {
    expect(await press(world, ani, 'Matikan laporan mingguan')).toEqual([
      expect.stringContaining('tidak datang lagi dengan sendirinya'),
    ])
    const { length } = digests(ani)
    await advance(11, 30, 18)
    expect(digests(ani)).toHaveLength(length)
    const asked = await report(ani, '/report')
    expect(asked.buttons?.flat().map(({ text }) => text)).toContain('Nyalakan laporan mingguan')
    expect(await press(world, ani, 'Nyalakan laporan mingguan')).toEqual([
      expect.stringContaining('datang lagi'),
    ])
    await advance(12, 7, 9, 30)
    expect(digests(ani)).toHaveLength(length + 1)
  })

  it('does not come on her leave or pause, and is dropped rather than late', async () => {
    const { db } = world.app
    const personId = await idOf(7201)
    const { length } = digests(ani)
    const leave = { personId, kind: 'leave', first: '2026-12-14', last: '2026-12-18' } as const
    await addLeave(db, leave, world.clock.now())
    await advance(12, 20, 12)
    expect(digests(ani)).toHaveLength(length)
    // Nobody looks on Monday: on Tuesday it is too late.
    world.clock.moveTo(makassar(12, 22, 9, 30))
    await advance(12, 23, 12)
    expect(digests(ani)).toHaveLength(length)
    await changePerson(db, personId, { paused: true })
    await advance(12, 29, 12)
    expect(digests(ani)).toHaveLength(length)
    await changePerson(db, personId, { paused: false })
    await world.advance('2027-01-04T12:00:00+08:00')
    expect(digests(ani)).toHaveLength(length + 1)
  })

  it('comes on the first working day when Monday is off', async () => {
    const { db } = world.app
    await db.execute(sql`
      insert into calendar_days (day, kind, name) values ('2027-01-11', 'regional_holiday', 'Hari Jadi')`)
    const { length } = digests(ani)
    world.clock.moveTo(new Date('2027-01-10T12:00:00+08:00'))
    await world.advance('2027-01-11T20:00:00+08:00')
    expect(digests(ani)).toHaveLength(length)
    await world.advance('2027-01-12T09:30:00+08:00')
    expect(digests(ani)).toHaveLength(length + 1)
  })

  it('that is under way to who is a coordinator no more, or has just switched it off, is not sent', async () => {
    const { db } = world.app
    const before = [ani, dewi].map((person) => digests(person).length)
    world.clock.moveTo(new Date('2027-01-18T09:30:00+08:00'))
    await db.execute(sql`
      insert into outbox (lane, kind, args, person_id, chat_id, not_after, created_at)
      select 'announcement', 'digest', '{}', id, chat_id, '2027-01-18T12:00+08', created_at
      from people where telegram_id in (7201, 7202, 7203)`)
    await db.execute(sql`delete from roles where person_id = ${await idOf(7201)}`)
    await db.execute(sql`
      insert into digests (person_id, wanted, next_at)
      values (${await idOf(7202)}, false, '2027-01-25')
      on conflict (person_id) do update set wanted = false`)
    await world.advance('2027-01-18T12:00:00+08:00')
    expect([ani, dewi].map((person) => digests(person).length)).toEqual(before)
    expect(digests(siti)).toEqual([])
    const { n } = await row<{ n: number }>(
      world,
      sql`select count(*)::int as n from digests where person_id = ${await idOf(7201)}`,
    )
    expect(n).toBe(0)
  })

  it('tells of several units together', async () => {
    await coordinates(7202, 'SD Satu')
    expect((await report(dewi)).text).toContain('kabar 2 unit yang Anda dampingi dari')
  })

  it('shows an admin the whole organisation, from under /bantuan, in English too', async () => {
    await say(world, admin, '/bahasa')
    await press(world, admin, 'English')
    await say(world, admin, '/help')
    const [shown] = await during(world, admin, () => tap(admin, 'Report of my units'))
    expect(shown?.text).toContain('here is how Pemerintah Kabupaten Contoh did from')
    expect(shown?.buttons?.flat().map(({ text }) => text) ?? []).not.toContain(
      'Turn off the weekly report',
    )
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

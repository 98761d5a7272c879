import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addLeave } from '../../src/learning/index.ts'
import { addUnit, grantAdmin } from '../../src/people/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { during, forgePress, makassar, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { pdfPages } from '../support/pdf-text.ts'
import { openWorld, type World } from '../support/world.ts'

/** Lines of a page are broken where they must be. */
const bare = (text: string): string => text.replaceAll(/\s+/g, '')

describe('the report for the head, and /laporan pimpinan', () => {
  let world: World
  let admin: SimulatedPerson
  let ani: SimulatedPerson
  let added = 0
  beforeAll(async () => {
    // Thursday, 19 November 2026.
    world = await openWorld({ start: '2026-11-19T01:30:00Z' })
    admin = await world.joined(8301, 'Rahasia Budi')
    ani = await world.joined(8302, 'Rahasia Ani')
    await grantAdmin(world.app.db, await idOf(8301), world.clock.now())
    // Their own lessons are not the point here.
    await world.app.db.execute(sql`update learners set next_due_at = null`)
    await world.app.db.execute(sql`delete from deliveries`)
  })
  afterAll(() => world.close())

  const idOf = async (telegramId: number): Promise<string> =>
    (await row<{ id: string }>(world, sql`select id from people where telegram_id = ${telegramId}`))
      .id
  const documents = (person: SimulatedPerson): PhoneMessage[] =>
    person.messages().filter(({ media }) => media?.kind === 'document')

  async function pagesOf(message: PhoneMessage | undefined): Promise<string[]> {
    const media = message?.media
    if (media === undefined) throw new Error('no document came')
    const api = `${world.simulator.url}/bot123456:demo/getFile?file_id=${media.fileId}`
    const { result } = (await (await fetch(api)).json()) as { result: { file_path: string } }
    const file = await fetch(`${world.simulator.url}/file/bot123456:demo/${result.file_path}`)
    return pdfPages(Buffer.from(await file.arrayBuffer()))
  }
  async function report(word = '/laporan pimpinan'): Promise<PhoneMessage> {
    const [shown] = await during(world, admin, () => admin.sendText(word))
    if (shown === undefined) throw new Error('nothing came')
    return shown
  }

  /**
   * People of a unit below the district, who joined in September; of them `now` answered in November
   * and `before` in October, each one lesson's question, right.
   */
  async function unitOf(name: string, people: number, now: number, before: number): Promise<void> {
    const unit = await addUnit(world.app.db, { name, now: world.clock.now() })
    const from = 200_000 + added
    added += people
    const answered = (day: string, least: number) => sql`
      insert into answers (person_id, question_id, question_hash, occasion, delivery_id, option_key,
        correct, answered_at)
      select d.person_id, d.question_id, d.question_hash, 'lesson:' || ${day}, d.id, 'a', true,
        ${`${day}T02:00Z`}::timestamptz
      from deliveries d join people p on p.id = d.person_id
      where p.unit_id = ${unit.id} and p.telegram_id <= ${from + least}`
    await world.app.db.execute(sql`
      with people as (
        insert into people (id, telegram_id, chat_id, name, locale, timezone, lesson_minute,
          unit_id, last_seen_at, created_at, joined_at)
        select gen_random_uuid(), ${from}::int + n, ${from}::int + n, 'Rahasia ' || n, 'id',
          'Asia/Makassar', 540, ${unit.id}::uuid, '2026-09-01', '2026-09-01', '2026-09-01'
        from generate_series(1, ${people}::int) n
        returning id),
      begun as (
        insert into enrolments (person_id, track_id, state, started_at)
        select id, 'fondasi', 'active', '2026-09-01' from people returning id, person_id)
      insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
        question_hash, position, state, cause, due_at, due_day, sent_at)
      select b.id, b.person_id, l.lesson_id, l.hash, q.question_id, q.hash, 1, 'answered', 'due',
        '2026-09-02', '2026-09-02', '2026-09-02'
      from begun b
      cross join (select * from live_lessons order by track_id, position limit 1) l
      join live_questions q on q.lesson_id = l.lesson_id and q.position = 1`)
    await world.app.db.execute(answered('2026-11-12', now))
    await world.app.db.execute(answered('2026-10-12', before))
  }

  it('is two pages of counts with what they are counts of, and of nobody by name', async () => {
    await unitOf('Dinas Kesehatan', 40, 30, 10)
    await unitOf('Dinas Pendidikan', 20, 5, 4)
    await unitOf('Desa Kecil', 4, 4, 0)
    const shown = await report()
    expect(shown.media).toMatchObject({
      kind: 'document',
      fileName: 'laporan-pimpinan-2026-11-19.pdf',
    })
    expect(shown.text).toContain('22 Oktober 2026 sampai 18 November 2026')
    const pages = await pagesOf(shown)
    expect(pages).toHaveLength(2)
    const [first = '', second = ''] = pages.map(bare)
    expect(first).toContain(bare('Pemerintah Kabupaten Contoh'))
    // 64 of the units; whoever joined today counts from tomorrow on.
    expect(first).toContain(
      bare('64 aparatur telah bergabung dalam pembelajaran AI, bertambah 0 orang'),
    )
    expect(first).toContain(bare('39 dari 64 aparatur (61%) belajar sedikitnya satu kali'))
    expect(first).toContain(bare('14 dari 64 (22%)'))
    expect(first).toContain(bare('diselesaikan oleh 0 dari 64 aparatur (0%)'))
    expect(first).toContain(
      bare('Dari 39 pertanyaan pelajaran yang dijawab dalam empat minggu tersebut, 39 (100%)'),
    )
    expect(first).toContain(bare('masih kurang dari 5 orang'))
    expect(first).toMatch(/DinasKesehatan30dari40\(75%\).*DinasPendidikan5dari20\(25%\)/)
    expect(first).not.toContain(bare('Desa Kecil'))
    expect(second).toContain(bare('+39 poin'))
    expect(second).toContain(
      bare('Meminta kepala OPD berikut menyediakan waktu belajar yang tetap: Dinas Pendidikan.'),
    )
    expect(second).toContain(bare('Dinas Pendidikan 5 dari 20 (25%)'))
    expect(second).toContain(bare('3 dari 3 OPD belum memiliki koordinator.'))
    expect(pages.join('')).not.toContain('Rahasia')
  })

  it('counts who has finished, the roster, the forms, and the use of AI at work', async () => {
    const { db } = world.app
    await db.execute(sql`
      update enrolments set state = 'done', done_at = '2026-11-10' where id in (
        select id from enrolments where state = 'active' order by id limit 16)`)
    await db.execute(sql`
      insert into roster_places (unit_id, name, person_id, imported_at)
      select unit_id, 'Rahasia', id, '2026-09-01' from people where telegram_id > 200000`)
    await db.execute(sql`
      insert into roster_places (unit_id, name, imported_at)
      select id, 'Rahasia Belum', '2026-09-01' from units where name = 'Dinas Kesehatan'`)
    const [work, day] = ['work', '15']
    await db.execute(sql`
      insert into survey_asks (person_id, survey, occasion, day)
      select id, ${work}, ${day}, '2026-11-10' from people
      where telegram_id between 200001 and 200010`)
    await db.execute(sql`
      insert into survey_answers (person_id, survey, occasion, item_id, value, answered_at)
      select id, ${work}, ${day}, 'ai-dalam-pekerjaan',
        case when telegram_id <= 200006 then 'harian' else 'belum' end, '2026-11-10'
      from people where telegram_id between 200001 and 200010`)
    await db.execute(sql`
      insert into assessment_runs (person_id, track_id, first_form, phase, started_at)
      select id, 'fondasi', 'a', 'done', '2026-09-01' from people
      where telegram_id between 200001 and 200006`)
    await db.execute(sql`
      insert into assessment_items (person_id, track_id, phase, question_id, question_hash, state,
        in_time, day, created_at)
      select r.person_id, 'fondasi', case form when 'a' then 'before' else 'after' end, question_id,
        hash, 'answered', true, '2026-09-01', '2026-09-01'
      from assessment_runs r cross join live_items
      where r.first_form = 'a' and form <> 'delayed' and live_items.track_id = 'fondasi'`)
    await db.execute(sql`
      insert into answers (person_id, question_id, question_hash, occasion, item_id, option_key,
        correct, answered_at)
      select i.person_id, i.question_id, i.question_hash, 'assessment:' || i.id, i.id, 'a',
        i.phase = 'after' or li.position <= 4, '2026-09-01'
      from assessment_items i join live_items li on li.question_id = i.question_id`)
    const [first = '', second = ''] = (await pagesOf(await report('/report leaders'))).map(bare)
    expect(first).toContain(
      bare('Pada 6 aparatur yang diukur sebelum dan sesudah belajar, jawaban yang tepat berubah'),
    )
    expect(first).toContain(bare('dari rata-rata 40% menjadi 100%.'))
    expect(first).toContain(bare('diselesaikan oleh 16 dari 64 aparatur (25%), bertambah 16 orang'))
    expect(first).toContain(bare('dari 65 nama dalam daftar aparatur, 64 (98%) sudah bergabung'))
    expect(first).toContain(bare('Dari 10 aparatur yang menjawab pada hari belajar ke-15, 6 (60%)'))
    expect(second).toMatch(/Harike-15:Tiaphari6dari10\(60%\)/)
    expect(second).toContain(bare('1 dari 65 nama dalam daftar belum bergabung (2%).'))
  })

  it('comes by itself on Monday at 07.30, once, to admins alone', async () => {
    const before = documents(admin).length
    await world.advance(makassar(11, 23, 7, 29))
    expect(documents(admin)).toHaveLength(before)
    await world.advance(makassar(11, 23, 7, 30))
    expect(documents(admin)).toHaveLength(before + 1)
    const came = documents(admin).at(-1)
    expect(came?.text).toContain('Laporan mingguan untuk pimpinan sudah siap')
    expect(came?.media?.fileName).toBe('laporan-pimpinan-2026-11-23.pdf')
    expect(await pagesOf(came)).toHaveLength(2)
    await world.advance(makassar(11, 23, 15))
    await world.advance(makassar(11, 27, 15))
    expect(documents(admin)).toHaveLength(before + 1)
    expect(documents(ani)).toEqual([])
  })

  it('waits for who is on leave, and comes on the first day back', async () => {
    const before = documents(admin).length
    const leave = { kind: 'leave', first: '2026-11-30', last: '2026-12-01' } as const
    await addLeave(world.app.db, { personId: await idOf(8301), ...leave }, world.clock.now())
    await world.advance(makassar(12, 1, 12))
    expect(documents(admin)).toHaveLength(before)
    await world.advance(makassar(12, 2, 12))
    expect(documents(admin)).toHaveLength(before + 1)
  })

  it('is reached from the statistics, in English too, and is refused to others', async () => {
    await say(world, admin, '/bahasa')
    await press(world, admin, 'English')
    await say(world, admin, '/stats')
    const before = documents(admin).length
    await press(world, admin, 'Report for the head')
    expect(documents(admin)).toHaveLength(before + 1)
    expect((await pagesOf(documents(admin).at(-1)))[1]).toContain('Three decisions that are needed')
    expect((await say(world, ani, '/laporan pimpinan'))[0]).toContain('admin')
    await forgePress(world, ani, 'briefing')
    expect(ani.messages().at(-1)?.text).toContain('admin')
  })

  it('has nothing to tell while nobody has joined', async () => {
    await world.app.db.execute(sql`
      update people set joined_at = '2026-12-02T01:00Z' where telegram_id > 0`)
    expect((await report()).text).toContain('Nobody has joined yet')
    expect(await slipsIn(world)).toEqual([])
  })
})

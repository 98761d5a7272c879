import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSetting } from '../../src/learning/index.ts'
import { addUnit, changePerson } from '../../src/people/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { during, forgePress, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { tap } from '../support/phone.ts'
import { openWorld, type World } from '../support/world.ts'

describe('/peringkat', () => {
  let world: World
  let siti: SimulatedPerson
  let sitisId: string
  let added = 0
  beforeAll(async () => {
    // Monday, 23 November 2026.
    world = await openWorld()
    siti = await world.joined(9601)
    const found = await row<{ id: string }>(
      world,
      sql`select id from people where telegram_id = ${siti.id}`,
    )
    sitisId = found.id
  })
  afterAll(() => world.close())

  /** A unit whose first `onSchedule` people answered on Friday; the rest last answered in October. */
  async function unitOf(name: string, people: number, onSchedule: number): Promise<string> {
    const unit = await addUnit(world.app.db, { name, now: world.clock.now() })
    const from = 100_000 + added
    added += people
    await world.app.db.execute(sql`
      with people as (
        insert into people (id, telegram_id, chat_id, name, locale, timezone, lesson_minute,
          unit_id, last_seen_at, created_at, joined_at)
        select gen_random_uuid(), ${from}::int + n, ${from}::int + n, 'Rahasia ' || n, 'id',
          'Asia/Makassar', 540, ${unit.id}::uuid, '2026-10-01', '2026-10-01', '2026-10-01'
        from generate_series(1, ${people}::int) n
        returning id, telegram_id),
      learning as (
        insert into learners (person_id, started_at) select id, '2026-10-01' from people)
      insert into answers (person_id, question_id, question_hash, occasion, option_key, correct,
        answered_at)
      select p.id, q.question_id, q.hash, 'review:0', 'a', true,
        case when p.telegram_id <= ${from + onSchedule} then '2026-11-20T02:00Z'::timestamptz
          else '2026-10-02T02:00Z' end
      from people p cross join (select question_id, hash from live_questions limit 1) q`)
    return unit.id
  }
  async function ranking(word = '/peringkat'): Promise<PhoneMessage> {
    const [shown] = await during(world, siti, () => siti.sendText(word))
    if (shown === undefined) throw new Error('nothing came')
    return shown
  }

  it('says so while there is nothing to compare', async () => {
    const empty = await ranking()
    expect(empty.media).toBeUndefined()
    expect(empty.text).toContain('Belum ada yang bisa dibandingkan')
    await unitOf('Dinas Kesehatan', 40, 38)
    expect((await ranking()).text).toContain('Belum ada yang bisa dibandingkan')
  })

  it('is a picture with the same in words, without units of fewer than five', async () => {
    await unitOf('Desa Kecil', 3, 3)
    await unitOf('Dinas Pendidikan', 30, 15)
    const shown = await ranking()
    expect(shown.media).toMatchObject({ kind: 'photo', width: 900 })
    expect(shown.text).toContain('unit 1 sampai 2 dari 2')
    expect(shown.text).toContain(
      '1. Dinas Kesehatan: 38 dari 40 (95%)\n2. Dinas Pendidikan: 15 dari 30 (50%)',
    )
    expect(shown.text).not.toContain('Desa Kecil')
    expect(shown.text).not.toContain('Rahasia')
    // Siti is of the organisation itself.
    expect(shown.text).toContain('Unit Anda belum tampil')
  })

  it('always shows one’s own unit, marked, and turns pages', async () => {
    for (let n = 1; n <= 9; n++) await unitOf(`Kecamatan ${n}`, 20, 20 - n)
    const own = await unitOf('Dinas Sosial', 10, 1)
    await changePerson(world.app.db, sitisId, { unitId: own })
    const first = await ranking()
    expect(first.text).toContain('unit 1 sampai 8 dari 12')
    expect(first.text).toContain('…\n12. Dinas Sosial: 1 dari 10 (10%), unit Anda')
    expect(first.text.length).toBeLessThanOrEqual(1024)
    expect(first.buttons?.flat().map(({ text }) => text)).toEqual(['Berikutnya'])
    const [second] = await during(world, siti, () => tap(siti, 'Berikutnya'))
    expect(second?.media?.kind).toBe('photo')
    expect(second?.text).toContain('unit 9 sampai 12 dari 12')
    expect(second?.text).not.toContain('…')
    expect(second?.buttons?.flat().map(({ text }) => text)).toEqual(['Sebelumnya'])
  })

  it('counts whoever is on pause, and not who has only just begun', async () => {
    const text = async (): Promise<string> => (await ranking()).text
    await changePerson(world.app.db, sitisId, { paused: true })
    // Siti began today: ten people still.
    expect(await text()).toContain('1 dari 10')
    await world.app.db.execute(sql`
      update people set paused = true
      where unit_id = (select id from units where name = 'Dinas Sosial')`)
    expect(await text()).toContain('1 dari 10')
    await changePerson(world.app.db, sitisId, { paused: false })
  })

  it('has a lesson that was left open count against the schedule', async () => {
    await world.app.db.execute(sql`
      insert into enrolments (person_id, track_id, state, started_at)
      select p.id, 'fondasi', 'active', '2026-10-01' from people p
        join units u on u.id = p.unit_id and u.name = 'Dinas Kesehatan'`)
    const open = (day: string) => sql`
      insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
        question_hash, position, state, cause, due_at, due_day, sent_at)
      select e.id, p.id, d.lesson_id, d.lesson_hash, d.question_id, d.question_hash, 1, 'open',
        'due', ${`${day}T01:00Z`}::timestamptz, ${day}::date, ${`${day}T01:00Z`}::timestamptz
      from people p join enrolments e on e.person_id = p.id
        join units u on u.id = p.unit_id and u.name = 'Dinas Kesehatan'
        cross join (select * from deliveries order by id limit 1) d
      order by p.telegram_id limit 1`
    // Friday's may still be answered today, Monday; Thursday's is late.
    await world.app.db.execute(open('2026-11-20'))
    expect((await ranking()).text).toContain('Dinas Kesehatan: 38 dari 40')
    await world.app.db.execute(sql`
      update deliveries set due_day = '2026-11-19' where due_day = '2026-11-20'`)
    expect((await ranking()).text).toContain('Dinas Kesehatan: 37 dari 40')
  })

  it('speaks English, is reached from the help, and answers a forged page', async () => {
    await say(world, siti, '/bahasa')
    await press(world, siti, 'English')
    expect((await ranking('/ranking')).text).toContain('12. Dinas Sosial: 1 of 10 (10%), your unit')
    await say(world, siti, '/help')
    expect((await press(world, siti, 'Ranking of units'))[0]).toContain('units 1 to 8 of 12')
    await forgePress(world, siti, 'rank:999999')
    expect(siti.messages().at(-1)?.text).toContain('units 9 to 12 of 12')
    await press(world, siti, 'Previous')
    await forgePress(world, siti, 'lang:id')
  })

  it('is not there where the organisation shows none', async () => {
    await writeSetting(world.app.db, 'ranking.shown', false, world.clock.now())
    expect((await ranking()).text).toContain('tidak menampilkan peringkat')
    await say(world, siti, '/bantuan')
    const buttons = siti.messages().at(-1)?.buttons?.flat()
    expect(buttons?.map(({ text }) => text)).not.toContain('Peringkat unit')
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

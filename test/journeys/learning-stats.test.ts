import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { forgePress, press, say } from '../support/journey-chat.ts'
import { openWorld, type World } from '../support/world.ts'

/** Every joined person has one form before with `right` of ten, the other after with all ten. */
async function measured(world: World, right: number): Promise<void> {
  const now = world.clock.now().toISOString()
  await world.app.db.execute(sql`
    insert into assessment_runs (person_id, track_id, first_form, phase, started_at)
    select id, 'fondasi', 'b', 'done', ${now} from people`)
  await world.app.db.execute(sql`
    insert into assessment_items (person_id, track_id, phase, question_id, question_hash, state,
      in_time, day, created_at)
    select p.id, 'fondasi', case li.form when 'b' then 'before' when 'a' then 'after' else 'delayed' end,
      li.question_id, li.hash, 'answered', true, '2026-11-23', ${now}
    from people p cross join live_items li where li.track_id = 'fondasi'`)
  await world.app.db.execute(sql`
    insert into answers (person_id, question_id, question_hash, occasion, item_id, option_key,
      correct, answered_at)
    select i.person_id, i.question_id, i.question_hash, 'assessment:' || i.id, i.id, 'a',
      i.phase = 'after' or (i.phase = 'before' and li.position <= ${right})
        or (i.phase = 'delayed' and li.position <= 4), ${now}
    from assessment_items i join live_items li on li.question_id = i.question_id`)
  await world.app.db.execute(sql`
    insert into survey_asks (person_id, survey, occasion, day)
    select id, 'attitude', unnest(array['before', 'after']), '2026-11-23'::date from people
    union all select id, 'work', '15', '2026-11-23' from people`)
  await world.app.db.execute(sql`
    insert into survey_answers (person_id, survey, occasion, item_id, value, answered_at)
    select p.id, 'attitude', o.occasion, s.id,
      case when s.turned = (o.occasion = 'before') then '4' else '2' end, ${now}::timestamptz
    from people p cross join (values ('before'), ('after')) as o(occasion)
    cross join (values ('sikap-alat-bantu', false), ('sikap-bidang-komputer', true),
      ('sikap-memeriksa', false), ('sikap-curang', true), ('sikap-mampu', false)) as s(id, turned)
    union all select id, 'work', '15', 'ai-dalam-pekerjaan', 'mingguan', ${now}::timestamptz
    from people`)
}

describe('what was learned, for an admin', () => {
  let world: World
  afterEach(() => world.close())

  it('says the gain with its interval, what has stayed, attitude and the use at work', async () => {
    world = await openWorld({ env: { ADMIN_IDS: '9201' } })
    const admin = await world.joined(9201)
    const [empty] = await say(world, admin, '/statistik belajar')
    expect(empty).toContain('Belum ada yang dapat diukur')
    for (let id = 9202; id <= 9206; id++) await world.joined(id)
    await measured(world, 4)
    await say(world, admin, '/statistik')
    const [report] = await press(world, admin, 'Hasil belajar')
    expect(report).toContain('Menjawab lengkap sebelum dan sesudah: 6 dari 6 orang')
    expect(report).toContain('Rata-rata tepat: 40% sebelum, 100% sesudah')
    expect(report).toContain('Kenaikan ternormalisasi: 1,00 (tinggi; selang 95%: 1,00 sampai 1,00)')
    expect(report).toContain('Sebulan kemudian: 80% tepat (6 orang)')
    // Turned statements: those who agreed with a turned one before count two points.
    expect(report).toContain('2,0 sebelum, 4,0 sesudah (6 orang)')
    expect(report).toContain('Menjawab: 6 dari 6 (100%)')
    expect(report).toContain('Tiap minggu: 6 (100%)')
    await press(world, admin, 'Per unit')
    const [unit] = await press(world, admin, 'Pemerintah Kabupaten Contoh')
    expect(unit).toContain('Hasil belajar · Pemerintah Kabupaten Contoh')
    expect(unit).toContain('6 dari 6 orang')
  })

  it('is of a period where one is named: whoever was asked last in it', async () => {
    world = await openWorld({ env: { ADMIN_IDS: '9231' } })
    const admin = await world.joined(9231)
    for (let id = 9232; id <= 9241; id++) await world.joined(id)
    await measured(world, 4)
    // Of five people all of it lies a month back.
    for (const table of ['assessment_items', 'survey_asks']) {
      await world.app.db.execute(sql`
        update ${sql.identifier(table)} set day = '2026-10-20'
        where person_id in (select id from people where telegram_id between 9232 and 9236)`)
    }
    const report = async (text: string): Promise<string> => (await say(world, admin, text))[0] ?? ''
    const ever = await report('/statistik belajar')
    expect(ever).toContain('sampai 23 November 2026')
    expect(ever).toContain('sebelum dan sesudah: 11 dari 11 orang')
    for (const [text, people] of [
      ['/statistik belajar 1-31 Oktober', 5],
      ['/stats learning this month', 6],
    ] as const) {
      const shown = await report(text)
      expect(shown).toContain(`sebelum dan sesudah: ${people} dari ${people} orang`)
      expect(shown).toContain(`80% tepat (${people} orang)`)
      expect(shown).toContain(`sesudah (${people} orang)`)
      expect(shown).toContain(`Menjawab: ${people} dari ${people} (100%)`)
    }
    expect(await report('/statistik belajar 1-30 September')).toContain('tidak ada yang diukur')
    const [shown] = await press(world, admin, 'Bulan ini')
    expect(shown).toContain('sebelum dan sesudah: 6 dari 6 orang')
    // Of a unit and a period at once, by what is typed and by buttons.
    expect(await report('/statistik belajar kabupaten contoh 1-31 Oktober')).toContain(
      'Pemerintah Kabupaten Contoh\n1–31 Oktober 2026',
    )
    await press(world, admin, 'Per unit')
    const [unit] = await press(world, admin, 'Pemerintah Kabupaten Contoh')
    expect(unit).toContain('1–31 Oktober 2026')
    expect(unit).toContain('5 dari 5 orang')
  })

  it('is undefined where all was known before, and of fewer than five people says only how many', async () => {
    world = await openWorld({ env: { ADMIN_IDS: '9211' } })
    const admin = await world.joined(9211)
    await measured(world, 4)
    const [few] = await say(world, admin, '/statistik belajar')
    expect(few).toContain('1 dari 1 orang')
    expect(few).toContain('Kurang dari 5 orang')
    expect(few).not.toContain('40%')
    for (let id = 9212; id <= 9216; id++) await world.joined(id)
    for (const table of ['assessment_runs', 'assessment_items', 'survey_asks']) {
      await world.app.db.execute(sql`delete from ${sql.identifier(table)}`)
    }
    await measured(world, 10)
    const [all] = await say(world, admin, '/stats learning')
    expect(all).toContain('tidak dapat dihitung')
  })

  it('is for admins alone', async () => {
    world = await openWorld()
    const siti = await world.joined(9221)
    expect((await say(world, siti, '/statistik belajar'))[0]).toContain('admin')
    for (const data of ['learning', 'learningunits']) {
      await forgePress(world, siti, data)
      expect(siti.messages().at(-1)?.text).toContain('admin')
    }
  })
})

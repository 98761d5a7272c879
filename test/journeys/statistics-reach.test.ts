import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shortId } from '../../src/bot/short-id.ts'
import { insertMessages } from '../../src/messaging/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { makeCoordinator } from '../support/coordinators.ts'
import { during, forgePress, makassar, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { FIRST_OF_CROWD, statsCrowd } from '../support/stats-crowd.ts'
import { openWorld, type World } from '../support/world.ts'

const HEALTH = 'Dinas Kesehatan'
const SOCIAL = 'Dinas Sosial'

describe('/statistik of a coordinator', () => {
  let world: World
  let siti: SimulatedPerson
  let both: SimulatedPerson
  let social = ''
  let health = ''

  const askedBy = async (who: SimulatedPerson, act: () => unknown): Promise<PhoneMessage> => {
    const [shown] = await during(world, who, act)
    if (shown === undefined) throw new Error('nothing came')
    return shown
  }
  const asked = (text: string, who = siti): Promise<PhoneMessage> =>
    askedBy(who, () => who.sendText(text))
  const pressed = (shown: PhoneMessage, button: string, who = siti): Promise<PhoneMessage> =>
    askedBy(who, () => who.press(shown.id, button))
  const buttonsOf = ({ buttons }: PhoneMessage): string[] =>
    (buttons ?? []).flat().map(({ text }) => text)

  beforeAll(async () => {
    world = await openWorld()
    siti = await world.joined(9711)
    both = await world.joined(9712)
    const root = 'Pemerintah Kabupaten Contoh'
    const unitOf = statsCrowd(world)
    health = await unitOf(HEALTH, root, 6, 3)
    await unitOf('Puskesmas Turikale', HEALTH, 8, 8, 'pimpinan')
    await unitOf('Puskesmas Mandai', HEALTH, 3, 0)
    social = await unitOf(SOCIAL, root, 5, 0)
    await unitOf('Puskesmas Lain', SOCIAL, 7, 7)
    await makeCoordinator(world, 9711, HEALTH)
    await makeCoordinator(world, 9712, 'Puskesmas Turikale')
    await makeCoordinator(world, 9712, SOCIAL)
    world.clock.moveTo(makassar(11, 25, 10))
  })
  afterAll(() => world.close())

  it('is about her units and those below, and says who took part but not what was right', async () => {
    const shown = await asked('/statistik')
    expect(shown.media).toBeDefined()
    expect(shown.text).toContain(`Statistik · ${HEALTH}`)
    expect(shown.text).toContain('Bergabung: 17 orang')
    expect(shown.text).toContain('Dijawab: 22 dari 34')
    const lessons = await pressed(shown, 'Per pelajaran')
    expect(lessons.text).toContain(HEALTH)
    expect(lessons.text).toMatch(/dijawab 11 dari 17 .*\n/)
    for (const { text } of [shown, lessons]) expect(text).not.toMatch(/benar|Rahasia/)
    for (const button of [
      'Hasil belajar',
      'Analisis soal',
      'Laporan pimpinan',
      'Hasil pengingat',
    ]) {
      expect(buttonsOf(shown)).not.toContain(button)
    }
  })

  it('goes down by buttons, each page within the unit, and no further up than her own', async () => {
    const top = await asked('/statistik unit')
    expect(top.text).toContain(`Unit di ${HEALTH}`)
    expect(top.text).toContain('Puskesmas Mandai\n3 orang; kurang dari lima tidak dirinci')
    expect(buttonsOf(top)).not.toContain('Satu tingkat ke atas')
    const leaf = await pressed(top, 'Puskesmas Turikale')
    expect(leaf.text).toContain('Bergabung: 8 orang')
    expect((await pressed(leaf, 'Per pelajaran')).text).toMatch(
      /25 November 2026 · Puskesmas Turikale[^]*dijawab 8 dari 8/,
    )
    expect((await pressed(leaf, 'Waktu menjawab')).text).toContain('16 jawaban')
    expect((await pressed(leaf, 'Siapa yang bertahan')).text).toContain(
      'Siapa yang bertahan · Puskesmas Turikale',
    )
    expect((await pressed(leaf, 'Pengingat per periode')).text).toContain('Tidak ada pengingat')
  })

  it('says of a unit of fewer than five only how many they are, on each page', async () => {
    for (const page of ['unit', 'pelajaran', 'pengingat', 'waktu', 'retensi']) {
      const shown = await asked(`/statistik ${page} Mandai`)
      expect([page, shown.text]).toEqual([
        page,
        expect.stringContaining('Bergabung: 3 orang. Kurang'),
      ])
      expect(shown.media).toBeUndefined()
    }
  })

  it('lists the units of whoever coordinates several, and counts them together', async () => {
    const whole = await asked('/statistik', both)
    expect(whole.text).toContain('Statistik · semua unit Anda')
    // 8 of Turikale, and 5 and 7 of the other unit and the one below it.
    expect(whole.text).toContain('Bergabung: 20 orang')
    const tops = await pressed(whole, 'Per unit', both)
    expect(tops.text).toContain('Unit Anda')
    expect(buttonsOf(tops)).toEqual(expect.arrayContaining(['Puskesmas Turikale', `${SOCIAL} ›`]))
    const below = await pressed(tops, `${SOCIAL} ›`, both)
    expect(below.text).toContain('Puskesmas Lain')
    expect((await pressed(below, 'Satu tingkat ke atas', both)).text).toBe(tops.text)
    // A name fits what is in reach alone, and opens the page that was asked for.
    const which = await asked('/statistik pelajaran puskesmas', both)
    expect(which.text).toContain('Ada 2 unit yang cocok')
    const one = await pressed(which, `Puskesmas Lain · ${SOCIAL}`, both)
    expect(one.text).toMatch(/Puskesmas Lain[^]*dijawab 7 dari 7/)
  })

  it('tells of tracks in her units, and of one that few began only their number', async () => {
    await world.app.db.execute(sql`
      insert into enrolments (person_id, track_id, state, started_at, done_at)
      select p.id, 'kesehatan', 'done', '2026-11-20T01:00Z', '2026-11-23T01:00Z'
      from people p join units u on u.id = p.unit_id where u.name in ('Puskesmas Mandai', ${SOCIAL})`)
    const tracks = await asked('/statistik jalur')
    expect(tracks.text).toContain(`· ${HEALTH}; 17 orang bergabung`)
    expect(tracks.text).toMatch(/memulai 17 dari 17 .*; di antaranya selesai 0 dari 17/)
    expect(tracks.text).toMatch(/Kesehatan: .*\n3 orang; kurang dari lima tidak dirinci/)
    const [first = ''] = buttonsOf(tracks)
    const one = await pressed(tracks, first)
    expect(one.text).toMatch(/Puskesmas Turikale\nmemulai 8 dari 8/)
    expect(one.text).not.toContain(SOCIAL)
    expect(one.text).not.toMatch(/benar|Rahasia/)
    // A track that nobody has is forged in vain.
    await forgePress(world, siti, 'st:m..0.00000000')
    expect(siti.messages().at(-1)?.text).toContain('belum ada jalur yang dimulai')
  })

  it('counts of announcements the copies of her people alone', async () => {
    await world.app.db.execute(sql`
      with written as (
        insert into announcements (author_id, state, kind, chat_id, audience, queued_at, created_at)
        select p.id, 'done', 'text', p.chat_id, '{}', '2026-11-20T02:00Z', '2026-11-20T02:00Z'
        from people p where p.telegram_id = 9712 returning id)
      insert into announcement_recipients (announcement_id, person_id, outbox_id, day, outcome,
        chat_id, acknowledged_at)
      select w.id, p.id, 0, '2026-11-20', 'sent', p.chat_id,
        case when p.telegram_id <= ${FIRST_OF_CROWD + 2} then '2026-11-20T03:00Z'::timestamptz end
      from written w cross join people p where p.telegram_id > ${FIRST_OF_CROWD}`)
    const shown = await asked('/statistik pengumuman')
    expect(shown.text).toContain('Semuanya: sampai 17 dari 17')
    expect(shown.text).toContain('ditandai dibaca 2 dari 17')
    expect(shown.media).toBeDefined()
    const few = await asked('/statistik pengumuman Mandai')
    expect(few.text).toContain('3 orang; kurang dari lima tidak dirinci')
    expect(few.text).not.toContain('3 dari 3')
    expect(few.media).toBeUndefined()
  })

  it('leads nowhere where a unit is out of reach, by a forged button or by its name', async () => {
    for (const verb of ['so', 'su', 'sl', 'sn', 'sh', 'sr', 'sa', 'sj', 'st']) {
      for (const unit of [social, shortId(social)]) {
        await forgePress(world, siti, `${verb}:m.${unit}.0`)
        expect([verb, siti.messages().at(-1)?.text]).toEqual([
          verb,
          expect.stringContaining('sudah tidak berlaku'),
        ])
      }
    }
    for (const page of ['unit', 'pelajaran', 'waktu']) {
      expect((await asked(`/statistik ${page} Sosial`)).text).toContain('Tidak ada unit bernama')
    }
    for (const text of ['/statistik soal', '/statistik belajar', '/stats learning all']) {
      expect((await asked(text)).text).toContain('khusus admin')
    }
    for (const data of ['learning:a..0', 'learningunits', 'nudgestats', 'qs:0', 'sp:m..0']) {
      await forgePress(world, siti, data)
      expect(siti.messages().at(-1)?.text).toContain('khusus admin')
    }
  })

  it('is read as far as she reaches when it is sent, whatever stands in the row', async () => {
    const { db } = world.app
    const person = await row<{ id: string }>(
      world,
      sql`select id from people where telegram_id = 9711`,
    )
    const kinds = ['stats', 'stats-units', 'stats-lessons', 'stats-nudges', 'stats-times']
    const rows = [...kinds, 'stats-retention', 'stats-announcements', 'learning-stats'].map(
      (kind) => ({
        lane: 'reply' as const,
        kind,
        args: { period: 'm', unitId: social },
        personId: person.id,
        chatId: 9711,
        notAfter: makassar(11, 25, 12),
      }),
    )
    const ids = await insertMessages(db, rows, { now: world.clock.now(), heldMs: 0 })
    const came = await during(world, siti, () => world.idle())
    expect(came).toEqual([])
    expect(
      await row(
        world,
        sql`select count(*)::int as n from outbox where state = 'cancelled' and id >= ${ids[0] ?? 0}`,
      ),
    ).toEqual({ n: rows.length })
  })

  it('ends with the role: neither a command nor a button of before opens anything', async () => {
    const shown = await asked('/statistik')
    await world.app.db.execute(sql`delete from roles where unit_id = ${health}`)
    expect((await pressed(shown, 'Per pelajaran')).text).toContain('khusus koordinator')
    expect(await say(world, siti, '/statistik')).toEqual([
      expect.stringContaining('khusus koordinator'),
    ])
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

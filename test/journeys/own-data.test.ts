import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/app.ts'
import { tableQueries } from '../../src/exchange/exports/table-queries-store.ts'
import { personalTables, columnsOf } from '../../src/privacy/index.ts'
import { readOwnData } from '../../src/rights/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makeCoordinator } from '../support/coordinators.ts'
import {
  during,
  failedUpdates,
  findButton,
  makassar,
  press,
  row,
  say,
} from '../support/journey-chat.ts'
import { contentOf } from '../support/file-on-phone.ts'
import { headlines, lastQuiz, lessons } from '../support/phone.ts'
import { layWholePerson, WORDS } from '../support/whole-person.ts'
import { trailOf } from '../support/trail.ts'
import { openWorld, type World } from '../support/world.ts'

const NAME = 'Zulaikha Rahmatunnisa'

function vote(person: SimulatedPerson): void {
  const quiz = lastQuiz(person)
  person.vote(quiz.id, quiz.poll.options[0]?.text ?? '')
}

async function lastFile(world: World, person: SimulatedPerson, ending: string): Promise<Buffer> {
  const sent = person.messages().findLast(({ media }) => media?.fileName?.endsWith(ending) === true)
  if (sent === undefined) throw new Error(`No file ${ending} on the phone`)
  return contentOf(world, sent)
}

function standing(world: World, id: number): Promise<Record<string, unknown>> {
  return row(
    world,
    sql`
    select name, job_role, paused, restricted_since is not null as restricted,
      moved_away_at is not null as away,
      (select next_due_at is not null from learners l where l.person_id = p.id) as due
    from people p where telegram_id = ${id}`,
  )
}

/** Who stands in the sheet of people that this person gets. */
async function exportedNames(world: World, telegramId: number): Promise<unknown[]> {
  const viewer = await row<{ id: string }>(
    world,
    sql`select id from people where telegram_id = ${telegramId}`,
  )
  const query = tableQueries.people({
    reach: { viewerId: viewer.id, scope: 'units' },
    filter: {},
    timezone: 'Asia/Makassar',
    locale: 'id',
    now: world.clock.now(),
  })
  return (await rowsOf<{ name: string }>(world.app.db, query)).map(({ name }) => name)
}

/** The text of the last button that says this, too. */
function buttonWith(person: SimulatedPerson, words: string): string {
  const buttons = person.messages().flatMap((message) => message.buttons?.flat() ?? [])
  const found = buttons.findLast(({ text }) => text.includes(words))
  if (found === undefined) throw new Error(`No button with ${words}`)
  return found.text
}

describe('seeing and taking one’s own data', () => {
  let world: World
  let person: SimulatedPerson
  let personId: string
  beforeAll(async () => {
    world = await openWorld()
    await world.joined(7300, 'Andi')
    person = await world.joined(7301, NAME)
    const ids = await row<{ own: string; other: string }>(
      world,
      sql`select (select id from people where telegram_id = 7301) as own,
        (select id from people where telegram_id = 7300) as other`,
    )
    personId = ids.own
    const whole = { personId, telegramId: 7301, name: NAME, nip: '198503122010012345' }
    await layWholePerson(world.app.db, { ...whole, otherId: ids.other })
  })
  afterAll(() => world.close())

  it('says in short what is kept', async () => {
    const [shown] = await say(world, person, '/data_saya')
    expect(shown).toContain(NAME)
    expect(shown).toContain('7301')
    expect(shown).toContain('Pelajaran 2 · jawaban 1 · tugas 1 · pertanyaan 1 · sertifikat 1')
  })

  it('gives all of it for programs: each table and column of the inventory, with its meaning', async () => {
    await press(world, person, '📄 Lihat dan ambil semuanya')
    const content = await lastFile(world, person, '.json')
    const file = JSON.parse(content.toString('utf8')) as {
      readonly format: string
      readonly tables: Record<
        string,
        {
          readonly rows: readonly Record<string, unknown>[]
          readonly columns: Record<string, string>
        }
      >
    }
    expect(file.format).toBe('sedikit-own-data/1')
    expect(Object.keys(file.tables)).toEqual(personalTables.map(([name]) => name))
    for (const [name, table] of personalTables) {
      const given = file.tables[name]
      expect([name, given?.columns]).toEqual([name, table.personal])
      expect([name, Object.keys(given?.rows[0] ?? {})]).toEqual([name, columnsOf(table)])
    }
    const text = content.toString('utf8')
    for (const word of [NAME, WORDS, '6281211112222']) expect(text).toContain(word)
    // Of others nothing but random numbers, and of what is sealed only that it is.
    for (const word of ['Orang Lain', 'Orang Ketiga', 'Andi', 'sealed 1985', 'Tugas orang lain']) {
      expect(text).not.toContain(word)
    }
  })

  it('gives the same to be read', async () => {
    const content = await lastFile(world, person, '.html')
    const text = content.toString('utf8')
    expect(text).toContain('<h1>Semua data Anda</h1>')
    expect(text).toContain(NAME)
    expect(text).toContain(WORDS)
    expect(text).not.toContain('<script')
    const tables = await readOwnData(world.app.db, { personId, telegramId: 7301 })
    expect(text.match(/<h2>/g)).toHaveLength(tables.length + 1)
    // Every column that tells of her, under a name that is none of the system's.
    const heads = [...text.matchAll(/<th>([^<]*)<\/th>/g)].map(([, head = '']) => head)
    const told = tables.flatMap(({ table, rows }) =>
      rows.length === 0 ? [] : Object.keys(table.personal),
    )
    expect(heads).toHaveLength(told.length)
    expect(heads.filter((head) => head.includes('_') || head.trim() === '')).toEqual([])
    expect(heads).toContain('Jam belajar (menit sejak 00.00)')
    expect(text).toContain('<td>tidak</td>')
  })
})

describe('correcting, restricting and taking the consent back', () => {
  let world: World
  let person: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld()
    person = await world.joined(7401, 'Siti')
  })
  afterAll(() => world.close())

  it('corrects the name, with a way back', async () => {
    await say(world, person, '/data_saya')
    await press(world, person, '✏️ Perbaiki')
    await press(world, person, 'Nama')
    expect(await say(world, person, 'Siti Aminah')).toEqual([
      expect.stringContaining('Bu Siti Aminah'),
    ])
    expect(await standing(world, 7401)).toMatchObject({ name: 'Siti Aminah' })
    await press(world, person, 'Urungkan')
    expect(await standing(world, 7401)).toMatchObject({ name: 'Siti' })
  })

  it('takes no number for a name, and none that is too long', async () => {
    await say(world, person, '/data_saya')
    await press(world, person, '✏️ Perbaiki')
    await press(world, person, 'Nama')
    await say(world, person, 'Siti 081234567890')
    await say(world, person, 'S'.repeat(81))
    expect(await standing(world, 7401)).toMatchObject({ name: 'Siti' })
    await say(world, person, 'batal')
  })

  it('corrects the work, and the lessons follow', async () => {
    await say(world, person, '/data_saya')
    await press(world, person, '✏️ Perbaiki')
    await press(world, person, 'Pekerjaan')
    expect(await press(world, person, 'Kesehatan')).toEqual([expect.stringContaining('Kesehatan')])
    expect(await standing(world, 7401)).toMatchObject({ job_role: 'kesehatan' })
    await press(world, person, 'Urungkan')
    expect(await standing(world, 7401)).toMatchObject({ job_role: 'guru' })
  })

  it('restricts: nothing comes, counts or is answered, and only the person ends it', async () => {
    await say(world, person, '/data_saya')
    await press(world, person, '⏸ Batasi')
    await press(world, person, 'Ya, batasi')
    expect(await standing(world, 7401)).toMatchObject({
      restricted: true,
      paused: true,
      due: false,
    })
    const before = person.messages().length
    vote(person)
    await world.advance(makassar(11, 25, 12))
    expect(person.messages()).toHaveLength(before)
    expect(await row(world, sql`select count(*)::int as answers from answers`)).toEqual({
      answers: 0,
    })
    expect(await say(world, person, '/materi')).toEqual([
      expect.stringContaining('membatasi pemakaian data'),
    ])
    expect(await say(world, person, '/start')).toEqual([
      expect.stringContaining('membatasi pemakaian data'),
    ])
    const boss = await world.joined(7402, 'Kepala')
    await makeCoordinator(world, 7402)
    // In no list, also not as somebody who moved away; and whoever looks for the name learns no reason.
    expect((await say(world, boss, '/peserta')).join('\n')).not.toContain('Siti')
    expect(JSON.stringify(boss.messages().at(-1)?.buttons)).not.toContain('Sudah pindah')
    expect(await exportedNames(world, 7402)).toEqual(['Kepala'])
    await say(world, boss, '/peserta Siti')
    const [card] = await press(world, boss, buttonWith(boss, 'Siti'))
    expect(card).toContain('tidak ikut untuk sementara')
    expect(card).not.toMatch(/pindah|batas|data/)
    await say(world, person, '/data_saya')
    expect(await press(world, person, '▶️ Lanjutkan lagi')).toEqual([
      expect.stringContaining('Senang Anda kembali'),
    ])
    expect(await standing(world, 7401)).toMatchObject({ restricted: false, away: false, due: true })
    expect(await failedUpdates(world)).toEqual([])
  })

  it('asks whoever is responsible for others to hand that over first', async () => {
    const boss = await world.joined(7403, 'Wakil')
    await makeCoordinator(world, 7403)
    await say(world, boss, '/data_saya')
    await press(world, boss, '⏹ Tarik persetujuan')
    expect(await press(world, boss, 'Ya, tarik persetujuan')).toEqual([
      expect.stringContaining('Serahkan dulu peran itu'),
    ])
    expect(await standing(world, 7403)).toMatchObject({ restricted: false })
  })

  it('takes the consent back, with a way back, and erases by itself after the days that it said', async () => {
    await say(world, person, '/data_saya')
    await press(world, person, '⏹ Tarik persetujuan')
    expect(await press(world, person, 'Ya, tarik persetujuan')).toEqual([
      expect.stringContaining('30 hari lagi'),
    ])
    expect(await standing(world, 7401)).toMatchObject({ restricted: true, due: false })
    await press(world, person, '▶️ Setuju lagi, lanjutkan')
    expect(await standing(world, 7401)).toMatchObject({ restricted: false, due: true })
    await say(world, person, '/data_saya')
    await press(world, person, '⏹ Tarik persetujuan')
    await press(world, person, 'Ya, tarik persetujuan')
    const said = findButton(person, '▶️ Setuju lagi, lanjutkan')?.text
    expect(said).toContain('30 hari')
    const day = 24 * 3600_000
    world.clock.moveTo(new Date(world.clock.now().getTime() + 30 * day - 3_700_000))
    await world.app.tick()
    expect(
      await rowsOf(world.app.db, sql`select 1 from people where telegram_id = 7401`),
    ).toHaveLength(1)
    world.clock.moveTo(new Date(world.clock.now().getTime() + 3_800_000))
    await world.app.tick()
    await world.app.tick()
    expect(await rowsOf(world.app.db, sql`select 1 from people where telegram_id = 7401`)).toEqual(
      [],
    )
    expect(await row(world, sql`select by_id from audit where action = 'data.erased'`)).toEqual({
      by_id: null,
    })
    // The trail keeps who did it, by ids that lead to nobody any more.
    for (const action of ['data.restricted', 'data.released', 'data.withdrawn'] as const) {
      const deeds = await trailOf(world, action)
      expect(deeds.length).toBeGreaterThan(0)
      for (const deed of deeds) expect(deed.by_id).toBe(deed.person_id)
    }
  })
})

describe('a notice that was renewed', () => {
  let world: World
  let person: SimulatedPerson
  let boss: SimulatedPerson
  let app: App
  beforeAll(async () => {
    world = await openWorld({ app: { noticeVersion: 1 } })
    person = await world.joined(7501, 'Siti')
    vote(person)
    await world.idle()
    boss = await world.joined(7502, 'Kepala')
    await makeCoordinator(world, 7502)
    await world.app.stop()
    app = await world.startApp({ noticeVersion: 2 })
  })
  afterAll(() => world.close())

  const asked = (): number =>
    headlines(person).filter((line) => line.includes('kami perbarui')).length

  it('is asked for in the place of the next lesson, once, and nothing else comes', async () => {
    const before = lessons(person).length
    await world.advance(makassar(11, 26, 12))
    expect(asked()).toBe(1)
    expect(lessons(person)).toHaveLength(before)
  })

  it('answers whatever is asked for with the same question, but for one’s own data', async () => {
    expect(await say(world, person, '/materi')).toEqual([expect.stringContaining('kami perbarui')])
    expect(await say(world, person, '/data_saya')).toEqual([
      expect.stringContaining('Data Anda di sini'),
    ])
  })

  it('is seen by a coordinator as a state', async () => {
    await say(world, boss, '/materi')
    await press(world, boss, 'Setuju, lanjutkan')
    const shown = await during(world, boss, () => boss.sendText('/peserta Siti'))
    const button = shown
      .at(-1)
      ?.buttons?.flat()
      .find(({ text }) => text.includes('Siti'))
    const card = await press(world, boss, button?.text ?? 'none')
    expect(card.join('\n')).toContain('belum menjawab pemberitahuan yang baru')
  })

  it('lets lessons go on after the word', async () => {
    const before = lessons(person).length
    expect(await press(world, person, 'Setuju, lanjutkan')).toEqual([
      expect.stringContaining('Terima kasih, Bu Siti'),
    ])
    expect(
      await rowsOf(
        app.db,
        sql`select notice_version from consents c join people p on p.id = c.person_id
          where telegram_id = 7501 order by 1`,
      ),
    ).toEqual([{ notice_version: 1 }, { notice_version: 2 }])
    const stood = asked()
    await world.advance(makassar(11, 27, 12))
    expect(lessons(person)).toHaveLength(before + 1)
    expect(asked()).toBe(stood)
  })
})

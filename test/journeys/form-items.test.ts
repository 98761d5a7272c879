import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue, Question } from '../../src/content/index.ts'
import { arrayOf } from '../../src/platform/db/index.ts'
import { refreshItems } from '../../src/reports/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { addCrowd } from '../support/crowd.ts'
import { during, forgePress, press, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { tap } from '../support/phone.ts'
import { readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

const ADMIN = 1811
const CROWD = 240

describe('what the items of the forms tell, for an admin', () => {
  let world: World
  let catalogue: Catalogue
  let admin: SimulatedPerson
  beforeAll(async () => {
    catalogue = await readCatalogue()
    world = await openWorld({ env: { ADMIN_IDS: String(ADMIN) } })
    admin = await world.joined(ADMIN, 'Ahmad')
  })
  afterAll(() => world.close())

  const shown = async (act: () => unknown): Promise<PhoneMessage> => {
    const [message, ...more] = await during(world, admin, act)
    if (message === undefined) throw new Error('nothing came')
    expect(more).toEqual([])
    return message
  }
  const item = (form: 'a' | 'b', place: number): Question => {
    const found = catalogue.tracks[0]?.assessment?.forms[form][place]
    if (found === undefined) throw new Error('No such item')
    return found
  }

  /**
   * Half have form a before and b after, half the other way round: the abler, the more is right, and
   * after learning more than before. The key of A2 is wrong.
   */
  async function measure(): Promise<void> {
    const { db } = world.app
    const people = await addCrowd(db, {
      count: CROWD,
      firstId: 60_000,
      dueAt: new Date('2027-06-01T00:00:00Z'),
    })
    const assessment = catalogue.tracks[0]?.assessment
    let state = 48_271
    const draw = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
    const wrongOf = ({ answer, texts }: Question): string => {
      const wrong = texts.id.options.map(({ key }) => key).filter((key) => key !== answer)
      return wrong[Math.floor(draw() * wrong.length)] ?? ''
    }
    const rows = people.flatMap((person, i) => {
      const first = i % 2 === 0 ? 'a' : 'b'
      const able = i / CROWD
      return [
        ...(['a', 'b'] as const).map((form) => ({ form, items: assessment?.forms[form] ?? [] })),
        { form: 'delayed' as const, items: assessment?.delayed ?? [] },
      ].flatMap(({ form, items }) =>
        items.map((question) => {
          const phase = form === 'delayed' ? form : form === first ? 'before' : 'after'
          const chance = phase === 'before' ? 0.6 * able : 0.2 + 0.7 * able
          const isMiskeyed = question.id === item('a', 1).id
          const right = draw() < (isMiskeyed ? 1 - chance : chance)
          return {
            person,
            question,
            phase,
            right,
            option: right ? question.answer : wrongOf(question),
          }
        }),
      )
    })
    const list = (of: (row: (typeof rows)[number]) => string | number | boolean, as: string) =>
      arrayOf(rows.map(of), as)
    await db.execute(sql`
      with given as (
        select * from unnest(${list((row) => row.person, 'bigint')},
          ${list((row) => row.question.id, 'text')}, ${list((row) => row.question.hash, 'text')},
          ${list((row) => row.phase, 'text')}, ${list((row) => row.option, 'text')},
          ${list((row) => row.right, 'boolean')})
          as g(person, question, hash, phase, option, correct)),
      asked as (
        insert into assessment_items (person_id, track_id, phase, question_id, question_hash, state,
          in_time, day, created_at)
        select p.id, 'fondasi', g.phase, g.question, g.hash, 'answered', true, '2026-11-20',
          '2026-11-20'
        from given g join people p on p.telegram_id = g.person
        returning id, person_id, question_id)
      insert into answers (person_id, question_id, question_hash, occasion, item_id, option_key,
        correct, answered_at)
      select p.id, g.question, g.hash, 'assessment:' || a.id, a.id, g.option, g.correct, '2026-11-20'
      from given g join people p on p.telegram_id = g.person
      join asked a on a.person_id = p.id and a.question_id = g.question`)
    await db.execute(sql`delete from item_refreshes`)
    await refreshItems(db, world.clock.now())
  }

  it('lists them without figures while there are none', async () => {
    await say(world, admin, '/statistik soal')
    const list = await shown(() => tap(admin, 'Soal tes'))
    expect(list.media).toBeUndefined()
    expect(list.text).toContain('Analisis soal tes · semua jalur')
    expect(list.text).toContain('Tes A: sebelum belum ada; sesudah belum ada')
  })

  it('puts the worst first, each form by itself and its occasions apart, in a picture and in words', async () => {
    await measure()
    await say(world, admin, '/statistik soal')
    const list = await shown(() => tap(admin, 'Soal tes'))
    expect(list.media).toMatchObject({ kind: 'photo' })
    expect(list.text.length).toBeLessThanOrEqual(1024)
    expect(list.text).toMatch(/Tes A: sebelum \d[\d.]* dari [\d.]+ benar \(\d+%\); sesudah/)
    expect(list.text).toMatch(/Tes sebulan kemudian: [\d.]+ dari 1\.?200 benar/)
    expect(list.text).toMatch(/1\. Periksa kunci · A2 · /)
    expect(list.text).toMatch(
      /sesudah \d+ dari 120 benar .*daya beda −0,\d\d; sebelum \d+ dari 120/,
    )
    const next = await shown(() => tap(admin, 'Berikutnya ›'))
    expect(next.text).toMatch(/^6\. /m)
    expect((await shown(() => tap(admin, 'Daftar soal'))).text).toContain('Analisis soal ·')
  })

  it('shows one with its options before and after, and sends it by one tap', async () => {
    const wrong = item('a', 1)
    await forgePress(world, admin, `qc:${wrong.id}`)
    const text = admin.messages().at(-1)?.text ?? ''
    expect(text).toContain('Tes A, soal 2')
    expect(text).toContain(wrong.texts.id.text)
    expect(text).toMatch(
      /Sebelum belajar\n[^]*Benar: \d+ dari 120[^]*Sesudah belajar\n[^]*Benar: \d+ dari 120/,
    )
    expect(text).toMatch(/27% teratas dan terbawah \(32 orang masing-masing\)/)
    expect(text).toContain('Periksa kunci. Yang banyak benar')
    const came = await during(world, admin, () => tap(admin, 'Kirim ke saya'))
    expect(came[0]?.text).toBe('Pratinjau: jawaban Anda tidak dihitung.')
    expect(came.find(({ poll }) => poll !== undefined)?.poll?.question).toBe(wrong.texts.id.text)
    await forgePress(world, admin, `qc:${wrong.id}`)
    expect((await shown(() => tap(admin, 'Daftar soal tes'))).text).toMatch(/^1\. /m)
    await forgePress(world, admin, `qc:${catalogue.tracks[0]?.assessment?.delayed[0]?.id ?? ''}`)
    expect(admin.messages().at(-1)?.text).toMatch(/Sebulan kemudian\n[^]*dari 240/)
    expect(admin.messages().at(-1)?.text).not.toContain('Sebelum belajar')
  })

  it('keeps to a track, and speaks English', async () => {
    await forgePress(world, admin, 'qf:0.tidak-ada')
    expect(admin.messages().at(-1)?.text).toContain('tidak punya soal tes')
    await say(world, admin, '/bahasa')
    await press(world, admin, 'English')
    await say(world, admin, '/stats items')
    const list = await shown(() => tap(admin, 'Test items'))
    expect(list.text).toContain('1. Check the key · A2 · ')
    const card = await shown(() => tap(admin, '1'))
    expect(card.text).toContain('Test A, item 2')
  })

  it('leaves no slip on any phone', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

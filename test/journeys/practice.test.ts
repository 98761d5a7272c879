import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUnit } from '../../src/people/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import {
  during,
  findButton,
  forgePress,
  press,
  row,
  say,
  textsOf,
} from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { tap } from '../support/phone.ts'
import { openWorld, type World } from '../support/world.ts'

const ANSWER = '[PEMOHON] dari [DUSUN] memohon keringanan iuran karena [ALASAN]'
const QUESTION = 'Bolehkah surat undangan ditempel ke chatbot?'

describe('tasks, questions and other texts', () => {
  let world: World
  let siti: SimulatedPerson
  let ani: SimulatedPerson
  let rina: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld()
    siti = await world.joined(7001, 'Siti')
    ani = await world.joined(7002, 'Ani')
    rina = await world.joined(7003, 'Rina')
    const school = await addUnit(world.app.db, { name: 'SD Contoh', now: world.clock.now() })
    const other = await addUnit(world.app.db, { name: 'Puskesmas Contoh', now: world.clock.now() })
    await place(7001, school.id)
    await place(7003, other.id)
  })
  afterAll(() => world.close())

  const place = (telegramId: number, unitId: string): Promise<unknown> =>
    world.app.db.execute(
      sql`update people set unit_id = ${unitId} where telegram_id = ${telegramId}`,
    )
  /** Makes somebody a coordinator of a unit by its name. */
  const coordinates = (telegramId: number, unit: string): Promise<unknown> =>
    world.app.db.execute(sql`
      insert into roles (person_id, role, unit_id, granted_at)
      select p.id, 'coordinator', u.id, p.created_at from people p, units u
      where p.telegram_id = ${telegramId} and u.name = ${unit}`)
  const count = (what: ReturnType<typeof sql>): Promise<{ n: number }> =>
    row<{ n: number }>(world, sql`select count(*)::int as n from ${what}`)
  const lastQuestion = async (): Promise<number> =>
    (await row<{ id: number }>(world, sql`select max(id)::int as id from practice_questions`)).id
  const reactionsOf = (person: SimulatedPerson): unknown[] =>
    person.messages().flatMap(({ reactions }) => reactions)

  describe('a text that nobody asked for', () => {
    it.each([
      ['siap', '👍'],
      ['hadir bu', '👍'],
      ['Terima kasih banyak', '🙏'],
      ['👍', '👍'],
    ])('%s: a reaction and not a word', async (typed, emoji) => {
      expect(await say(world, siti, typed)).toEqual([])
      expect(JSON.stringify(siti.messages().findLast((m) => !m.fromBot))).toContain(emoji)
      expect(await count(sql`practice_drafts`)).toEqual({ n: 0 })
    })

    it('is asked about, and forgotten when it is nothing', async () => {
      expect(await say(world, siti, 'entah apa ini')).toEqual([
        expect.stringContaining('jawaban tugas dari AI alat bantu'),
      ])
      expect(await count(sql`practice_drafts`)).toEqual({ n: 1 })
      expect(await press(world, siti, 'Bukan apa-apa')).toEqual([
        expect.stringContaining('saya lupakan'),
      ])
      expect(await count(sql`practice_drafts`)).toEqual({ n: 0 })
    })

    it('is forgotten after an hour, and an old button says so', async () => {
      await say(world, siti, 'apa lagi ini')
      await world.advance(new Date(world.clock.now().getTime() + 61 * 60_000))
      expect(await count(sql`practice_drafts`)).toEqual({ n: 0 })
      expect(await press(world, siti, 'Pertanyaan')).toEqual([
        expect.stringContaining('sudah saya lupakan'),
      ])
    })

    it('becomes the answer to the last task when its writer says so', async () => {
      await say(world, siti, ANSWER)
      const shown = await press(world, siti, 'Jawaban tugas')
      expect(shown[1]).toContain('sudah saya simpan')
      expect(await count(sql`practice_replies where text = ${ANSWER}`)).toEqual({ n: 1 })
      await press(world, siti, 'Hapus jawaban ini')
      expect(await count(sql`practice_replies`)).toEqual({ n: 0 })
    })

    it('of somebody else is not taken by a forged button', async () => {
      await say(world, ani, 'rahasia kecil')
      const { id } = await row<{ id: string }>(world, sql`select id from practice_drafts`)
      await forgePress(world, siti, `mt:${id}`)
      expect(await count(sql`practice_drafts`)).toEqual({ n: 1 })
      await press(world, ani, 'Bukan apa-apa')
    })
  })

  describe('a task', () => {
    it('is asked for below the lesson, and its answer kept for the writer alone', async () => {
      const asked = await press(world, siti, 'Kerjakan tugas')
      expect(asked[0]).toMatch(/^Tugas dari AI alat bantu/)
      expect(asked[0]).toContain('hanya untuk Anda')
      // A courtesy in between is no answer.
      expect(await say(world, siti, 'siap')).toEqual([])
      const [kept] = await say(world, siti, ANSWER)
      expect(kept).toContain('sudah saya simpan')
      expect(kept).toContain('bandingkan hasil Anda dengan tujuan pelajarannya')
      expect(await count(sql`practice_replies where shared_at is null`)).toEqual({ n: 1 })
    })

    it('is answered anew: the new text takes the place of the old one', async () => {
      expect((await press(world, siti, 'Kerjakan tugas'))[0]).toContain('akan menggantikannya')
      expect((await say(world, siti, `${ANSWER}, versi dua`))[0]).toContain(
        'menggantikan yang lama',
      )
      expect(await count(sql`practice_replies`)).toEqual({ n: 1 })
      expect(await count(sql`practice_replies where text like '%versi dua'`)).toEqual({ n: 1 })
    })

    it('with personal data is kept masked, and its writer is told', async () => {
      await press(world, siti, 'Kerjakan tugas')
      const texts = await say(world, siti, 'Warga 7309015203850001 memohon keringanan')
      expect(texts[0]).toContain('saya mengenali NIK')
      expect(texts[1]).toContain('menggantikan yang lama')
      expect(
        await count(sql`practice_replies where text = 'Warga [NIK] memohon keringanan'`),
      ).toEqual({ n: 1 })
    })

    it('ends with batal and with any command', async () => {
      await press(world, siti, 'Kerjakan tugas')
      expect(await say(world, siti, 'batal')).toEqual([expect.stringContaining('dibatalkan')])
      await press(world, siti, 'Kerjakan tugas')
      await say(world, siti, '/progres')
      expect((await say(world, siti, 'bukan jawaban'))[0]).toContain('Tulisan itu apa, ya')
      await press(world, siti, 'Bukan apa-apa')
    })

    it('takes words alone, and not endless ones', async () => {
      await press(world, siti, 'Kerjakan tugas')
      const shown = await during(world, siti, () => {
        const content = Buffer.from('%PDF-1.4')
        siti.sendFile({ kind: 'document', fileName: 'a.pdf', mimeType: 'application/pdf', content })
      })
      expect(textsOf(shown)).toEqual([expect.stringContaining('hanya tulisan')])
      expect(await say(world, siti, 'a b '.repeat(1000))).toEqual([
        expect.stringContaining('terlalu panjang'),
      ])
      await say(world, siti, 'batal')
    })
  })

  describe('what is shared', () => {
    it('is seen by coordinators of her units and above, and by nobody else', async () => {
      await coordinates(7002, 'Pemerintah Kabupaten Contoh')
      await coordinates(7003, 'Puskesmas Contoh')
      await say(world, ani, '/bantuan')
      expect(await press(world, ani, 'Tugas yang dibagikan')).toEqual([
        expect.stringContaining('Belum ada tugas'),
      ])
      expect(await press(world, siti, 'Bagikan ke koordinator')).toEqual([
        expect.stringContaining('bisa dilihat koordinator'),
      ])
      const [shown] = await press(world, ani, 'Tugas yang dibagikan')
      expect(shown).toContain('Siti, SD Contoh')
      expect(shown).toContain('Warga [NIK] memohon keringanan')
      await say(world, rina, '/bantuan')
      expect(await press(world, rina, 'Tugas yang dibagikan')).toEqual([
        expect.stringContaining('Belum ada tugas'),
      ])
      await forgePress(world, siti, 'shared')
      expect(siti.messages().at(-1)?.text).toContain('khusus koordinator')
    })

    it('is praised once, silently, and not by others', async () => {
      const { id } = await row<{ id: string }>(world, sql`select id from practice_replies`)
      const { length } = siti.messages()
      await forgePress(world, rina, `pp:${id}:0`)
      expect(siti.messages()).toHaveLength(length)
      const page = await during(world, ani, () => {
        tap(ani, 'Beri apresiasi')
      })
      expect(page[0]?.text).toContain('Sudah diapresiasi')
      expect(siti.messages().at(-1)?.text).toContain('menghargainya')
      expect(siti.messages().at(-1)?.silent).toBe(true)
      await forgePress(world, ani, `pp:${id}:0`)
      expect(siti.messages()).toHaveLength(length + 1)
    })

    it('is for herself again at a tap, and gone at another', async () => {
      expect(await press(world, siti, 'Simpan untuk saya')).toEqual([
        expect.stringContaining('untuk Anda saja'),
      ])
      expect((await press(world, ani, 'Tugas yang dibagikan'))[0]).toContain('Belum ada tugas')
      expect(await press(world, siti, 'Hapus jawaban ini')).toEqual([
        expect.stringContaining('sudah dihapus'),
      ])
      expect(await count(sql`practice_replies`)).toEqual({ n: 0 })
      const { kept } = await row<{ kept: string }>(
        world,
        sql`select coalesce(string_agg(args::text, ' '), '') as kept from outbox`,
      )
      expect(kept).not.toContain('memohon keringanan')
    })

    it('of others is neither shared nor deleted by a forged button', async () => {
      await press(world, siti, 'Kerjakan tugas')
      await say(world, siti, ANSWER)
      const { id } = await row<{ id: string }>(world, sql`select id from practice_replies`)
      for (const verb of ['ps', 'pk', 'pd']) await forgePress(world, rina, `${verb}:${id}`)
      expect(await count(sql`practice_replies where shared_at is null`)).toEqual({ n: 1 })
    })
  })

  describe('a question', () => {
    it('goes to the nearest coordinator above, with lesson and name, and comes back answered', async () => {
      expect((await press(world, siti, 'Tanya'))[0]).toContain('dibaca koordinator unit Anda')
      const before = rina.messages().length
      const brought = await during(world, ani, () => siti.sendText(QUESTION))
      expect(siti.messages().at(-1)?.text).toContain('saya teruskan ke koordinator')
      expect(brought[0]?.text).toMatch(
        /^Pertanyaan dari Siti, SD Contoh, tentang AI alat bantu.*:\n\nBolehkah/,
      )
      expect(brought[0]?.silent).toBe(true)
      expect(rina.messages()).toHaveLength(before)

      expect((await press(world, ani, 'Jawab'))[0]).toContain('Ia melihat peran Anda')
      const answered = await during(world, siti, () => ani.sendText('Ok. Samarkan dulu namanya.'))
      expect(answered[0]?.text).toBe('Jawaban dari koordinator Anda\n\nOk. Samarkan dulu namanya.')
      expect(answered[0]?.text).not.toContain('Ani')
      expect(ani.messages().at(-1)?.text).toContain('Jawaban Anda sudah saya kirim')
      expect(findButton(ani, 'Jawab')).toBeUndefined()
      await forgePress(world, ani, `qa:${await lastQuestion()}`)
      expect(ani.messages().at(-1)?.text).toContain('sudah dijawab')
    })

    it('is answered masked: what a coordinator types is looked at too', async () => {
      await say(world, siti, `/tanya ${QUESTION}`)
      await press(world, ani, 'Jawab')
      const answered = await during(world, siti, () => ani.sendText('Hubungi 0812-3456-7890'))
      expect(answered[0]?.text).toContain('Hubungi [NOMOR TELEPON]')
      expect(ani.messages().some(({ text }) => text.includes('mengenali nomor telepon'))).toBe(true)
    })

    it('waits in the list of open ones, and is withdrawn from there and from every chat', async () => {
      await say(world, siti, '/ask Pertanyaan pertama?')
      await say(world, siti, '/tanya Pertanyaan kedua?')
      await say(world, ani, '/bantuan')
      expect((await press(world, ani, 'Pertanyaan terbuka'))[0]).toContain('1 dari 2')
      expect((await press(world, ani, 'Berikutnya'))[0]).toContain('Pertanyaan kedua?')
      const brought = ani
        .messages()
        .findLast(({ text }) => /^Pertanyaan dari Siti.*\n\nPertanyaan kedua/.test(text))
      expect(brought).toBeDefined()
      expect(await press(world, siti, 'Tarik pertanyaan')).toEqual([
        expect.stringContaining('sudah ditarik'),
      ])
      expect(ani.message(brought?.id ?? 0)).toBeUndefined()
      expect(await count(sql`practice_questions where text like '%kedua%'`)).toEqual({ n: 0 })
      expect((await press(world, ani, 'Pertanyaan terbuka'))[0]).toContain('1 dari 1')
    })

    it('of another unit is answered by no forged button', async () => {
      const { id } = await row<{ id: string }>(
        world,
        sql`select id from practice_questions where answered_at is null`,
      )
      await forgePress(world, rina, `qa:${id}`)
      expect(rina.messages().at(-1)?.text).toContain('sudah tidak ada')
      await forgePress(world, rina, `qw:${id}`)
      expect(await count(sql`practice_questions where answered_at is null`)).toEqual({ n: 1 })
    })

    it('is kept when nobody is there to answer, which is said, and seen once somebody is', async () => {
      // The only one above her is herself.
      expect((await say(world, ani, '/tanya'))[0]).toContain('belum ada koordinator atau admin')
      expect((await say(world, ani, 'Siapa membantu saya?'))[0]).toContain(
        'Pertanyaan Anda tersimpan',
      )
      await coordinates(7001, 'Pemerintah Kabupaten Contoh')
      await say(world, siti, '/bantuan')
      expect((await press(world, siti, 'Pertanyaan terbuka'))[0]).toContain('Siapa membantu saya?')
    })

    it('may be asked from under /bantuan, and dropped', async () => {
      await say(world, rina, '/bantuan')
      expect((await press(world, rina, 'Tanya'))[0]).toContain('Apa yang ingin Anda tanyakan')
      await say(world, rina, 'batal')
      expect(findButton(rina, 'Pertanyaan terbuka')).toBeDefined()
    })
  })

  it('speaks English to who reads English', async () => {
    await say(world, siti, '/bahasa')
    await press(world, siti, 'English')
    expect((await say(world, siti, 'what is this text'))[0]).toContain('What is that text')
    expect((await press(world, siti, 'A question'))[1]).toContain('on its way to the coordinator')
  })

  it('leaves reactions to courtesies alone, no slip on any phone and no failed update', async () => {
    expect(reactionsOf(siti).length).toBeGreaterThan(0)
    expect(await slipsIn(world)).toEqual([])
  })
})

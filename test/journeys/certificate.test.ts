import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findByNumber, revokeCertificate, setHours } from '../../src/certificates/index.ts'
import type { Catalogue } from '../../src/content/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { findButton, forgePress, newcomer, open, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import type { LessonFolder } from '../support/lesson-folder.ts'
import { pdfPages } from '../support/pdf-text.ts'
import { tap } from '../support/phone.ts'
import { shortTrack } from '../support/short-track.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'
import { sql } from 'drizzle-orm'

const LESSONS_LEFT = 2
const SECRET = 'a secret for tests alone, 32 characters'

describe('a certificate', () => {
  let world: World
  let catalogue: Catalogue
  let folder: LessonFolder
  beforeAll(async () => {
    catalogue = await readCatalogue()
    folder = await shortTrack(catalogue, LESSONS_LEFT)
    world = await openWorld({ lessonsDir: folder.path, env: { DATA_SECRET: SECRET } })
  })
  afterAll(async () => {
    await world.close()
    await folder.remove()
  })

  async function finished(id: number, name: string): Promise<SimulatedPerson> {
    const person = await world.joined(id, name)
    answer(catalogue, person, true)
    await world.idle()
    await say(world, person, '/materi')
    await press(world, person, 'Ambil pelajaran berikutnya')
    answer(catalogue, person, false)
    await world.idle()
    return person
  }

  const documents = (person: SimulatedPerson): PhoneMessage[] =>
    person.messages().filter((message) => message.media?.kind === 'document')

  async function lastPdf(person: SimulatedPerson): Promise<string> {
    const media = documents(person).at(-1)?.media
    const api = `${world.simulator.url}/bot123456:demo/getFile?file_id=${media?.fileId ?? ''}`
    const { result } = (await (await fetch(api)).json()) as { result: { file_path: string } }
    const file = await fetch(`${world.simulator.url}/file/bot123456:demo/${result.file_path}`)
    const [page = ''] = pdfPages(Buffer.from(await file.arrayBuffer()))
    return page
  }

  const codeOf = (id: number, revision: number): Promise<{ code: string; number: string }> =>
    row(
      world,
      sql`select s.code, c.number from certificate_sheets s
        join certificates c on c.id = s.certificate_id join people p on p.id = c.person_id
        where p.telegram_id = ${id} and s.revision = ${revision}`,
    )

  it('is not there before the end: the chat says what remains', async () => {
    const siti = await world.joined(9001)
    expect((await say(world, siti, '/sertifikat'))[0]).toContain('tinggal 2 pelajaran lagi')
    answer(catalogue, siti, true)
    await world.idle()
    expect((await say(world, siti, '/certificate'))[0]).toContain('tinggal 1 pelajaran lagi')
  })

  it('is offered at the end, asks for the name once, and comes as a PDF', async () => {
    const rina = await finished(9002, 'Rina')
    expect(findButton(rina, 'Sertifikat')?.text).toContain('sudah Anda lalui')
    expect((await press(world, rina, 'Sertifikat'))[0]).toContain(
      'Nama apa yang dicetak di sertifikat?',
    )
    expect((await say(world, rina, '🌸'))[0]).toContain('huruf Latin')
    const [page] = await say(world, rina, ' Rina   Contoh, S.Pd. ')
    expect(page).toContain('Nama: Rina Contoh, S.Pd.')
    expect(page).toContain('Unit: Pemerintah Kabupaten Contoh')
    expect(page).not.toContain('JP')
    const [caption] = await press(world, rina, 'Terbitkan')
    expect(caption).toContain('nomor 0001/SEDIKIT/XI/2026')
    expect(documents(rina).at(-1)?.media).toMatchObject({
      fileName: 'Sertifikat-0001-SEDIKIT-XI-2026.pdf',
    })
    const text = await lastPdf(rina)
    expect(text).toContain('Rina Contoh, S.Pd.')
    expect(text).toContain('Fondasi & mindset AI')
  })

  it('is one however often it is asked for, and two taps bring one', async () => {
    const rina = newcomer(world, 9002, 'Rina')
    expect((await say(world, rina, '/sertifikat'))[0]).toContain('nomor 0001/SEDIKIT/XI/2026')
    const before = documents(rina).length
    tap(rina, 'Terbitkan')
    tap(rina, 'Terbitkan')
    await world.idle()
    expect(documents(rina)).toHaveLength(before)
    const { count } = await row<{ count: number }>(
      world,
      sql`select count(*)::int as count from certificates`,
    )
    expect(count).toBe(1)
  })

  it('takes the name as the bot knows it at a tap', async () => {
    const budi = await finished(9003, 'Budi Santoso')
    await say(world, budi, '/sertifikat')
    expect((await press(world, budi, 'Budi Santoso'))[0]).toContain('Nama: Budi Santoso')
    await press(world, budi, 'Terbitkan')
    expect(await lastPdf(budi)).toContain('Budi Santoso')
  })

  it('is corrected under the same number, and the old sheet no longer holds', async () => {
    const budi = newcomer(world, 9003, 'Budi Santoso')
    await press(world, budi, 'Perbaiki nama')
    const [page] = await say(world, budi, 'Budi Santoso, S.Sos.')
    expect(page).toContain('Nomornya tetap')
    expect((await press(world, budi, 'Cetak ulang'))[0]).toContain('0002/SEDIKIT/XI/2026')
    const text = await lastPdf(budi)
    expect(text).toContain('Budi Santoso, S.Sos.')
    expect(text).toContain('Revisi 2')
    const stranger = newcomer(world, 9090, 'Asing')
    const old = await codeOf(9003, 1)
    expect((await open(world, stranger, `v_${old.code}`))[0]).toContain('Lembar ini sudah diganti')
  })

  it('has a NIP when it is wished, which is checked and can be left out again', async () => {
    const budi = newcomer(world, 9003, 'Budi Santoso')
    await press(world, budi, 'Perbaiki nama')
    await say(world, budi, 'Budi Santoso, S.Sos.')
    expect((await press(world, budi, 'Tambahkan NIP'))[0]).toContain('18 angka')
    expect((await say(world, budi, '12345'))[0]).toContain('belum berbentuk NIP')
    const taken = await say(world, budi, '19850228 201001 2 003')
    expect(taken).toHaveLength(1)
    expect(taken[0]).toContain('NIP: dicantumkan')
    // Stored nowhere in the clear: not in what came in either.
    const inbox = await rowsOf<{ body: string | null }>(
      world.app.db,
      sql`select body::text from inbox`,
    )
    expect(inbox.some(({ body }) => /19850228[ .]?201001/.test(body ?? ''))).toBe(false)
    await press(world, budi, 'Cetak ulang')
    expect(await lastPdf(budi)).toContain('NIP 19850228 201001 2 003')
    const { kept } = await row<{ kept: number }>(
      world,
      sql`select (select count(*) from certificate_sheets s where s::text like '%198502%')::int
        + (select count(*) from certificate_holders h where h::text like '%198502%')::int
        + (select count(*) from inbox i where i.body::text like '%198502%')::int
        + (select count(*) from outbox o where o.args::text like '%198502%')::int as kept`,
    )
    expect(kept).toBe(0)
    await press(world, budi, 'Perbaiki nama')
    await say(world, budi, 'Budi Santoso, S.Sos.')
    expect((await press(world, budi, 'Tanpa NIP'))[0]).not.toContain('NIP: dicantumkan')
  })

  it('asks about ASN once, where the track has JP, and prints them for ASN alone', async () => {
    const now = world.clock.now()
    await setHours(
      world.app.db,
      { trackId: 'fondasi', jp: 5, basis: 'Keputusan Contoh 1/2026' },
      now,
    )
    const tono = await finished(9004, 'Tono')
    await say(world, tono, '/sertifikat')
    expect((await press(world, tono, 'Tono'))[0]).toContain('Apakah Anda ASN')
    expect((await press(world, tono, 'ASN'))[0]).toContain('Nilai: 5 JP')
    await press(world, tono, 'Terbitkan')
    expect(await lastPdf(tono)).toContain('setara 5 Jam Pelajaran (JP)')
    const wati = await finished(9005, 'Wati')
    await say(world, wati, '/sertifikat')
    await press(world, wati, 'Wati')
    expect((await press(world, wati, 'Bukan ASN'))[0]).not.toContain('JP')
    await press(world, wati, 'Terbitkan')
    expect(await lastPdf(wati)).not.toContain('JP')
  })

  it('is not given for skipping', async () => {
    const joni = await world.joined(9006, 'Joni')
    await press(world, joni, 'Lewati pelajaran ini')
    await say(world, joni, '/materi')
    await press(world, joni, 'Ambil pelajaran berikutnya')
    await press(world, joni, 'Lewati pelajaran ini')
    expect((await press(world, joni, 'Sertifikat'))[0]).toContain('Jawab 2 kuis yang dilewati')
    await forgePress(world, joni, 'cy:fondasi')
    await forgePress(world, joni, 'ck:fondasi')
    await forgePress(world, joni, 'cy:fondasi')
    await forgePress(world, joni, 'ct:entah')
    await forgePress(world, joni, 'ca:maybe:fondasi')
    expect(documents(joni)).toHaveLength(0)
  })

  it('is checked by a stranger, who is told what the sheet says and is not joined', async () => {
    const { code } = await codeOf(9002, 1)
    const stranger = newcomer(world, 9091, 'Asing')
    const [text] = await open(world, stranger, `v_${code}`)
    for (const part of ['Sertifikat ini sah', 'Rina Contoh, S.Pd.', '0001/SEDIKIT/XI/2026']) {
      expect(text).toContain(part)
    }
    expect((await open(world, stranger, `v_${'a'.repeat(22)}`))[0]).toContain(
      'Tidak ada sertifikat',
    )
    expect((await open(world, stranger, 'v_x'))[0]).toContain('tidak lengkap')
    expect((await say(world, stranger, `/start v_<b>${'x'.repeat(300)}`))[0]).toContain(
      'tidak lengkap',
    )
    const { joined } = await row<{ joined: number }>(
      world,
      sql`select count(*)::int as joined from people where telegram_id = 9091`,
    )
    expect(joined).toBe(0)
  })

  it('says so when it was revoked, to its holder and to strangers', async () => {
    const { number, code } = await codeOf(9002, 1)
    const found = await findByNumber(world.app.db, number)
    await revokeCertificate(world.app.db, found?.id ?? 0, 'mistake', world.clock.now())
    const rina = newcomer(world, 9002, 'Rina')
    expect((await say(world, rina, '/sertifikat'))[0]).toContain('dicabut')
    const [text] = await open(world, newcomer(world, 9092, 'Asing'), `v_${code}`)
    expect(text).toContain('sudah dicabut')
    expect(text).not.toContain('Rina')
  })

  it('does not hold up other words: a command, "batal"', async () => {
    const tono = newcomer(world, 9004, 'Tono')
    await press(world, tono, 'Perbaiki nama')
    expect((await say(world, tono, 'batal'))[0]).toContain('dibatalkan')
    await press(world, tono, 'Perbaiki nama')
    expect((await say(world, tono, '/bantuan'))[0]).toContain('/sertifikat')
    expect((await say(world, tono, 'Nama Baru'))[0]).not.toContain('Nama: Nama Baru')
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

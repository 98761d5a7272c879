import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUnit } from '../../src/people/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makeAdmin, makeCoordinator, placeIn } from '../support/coordinators.ts'
import { contentOf } from '../support/file-on-phone.ts'
import { tap } from '../support/phone.ts'
import { trailOf } from '../support/trail.ts'
import { until } from '../support/until.ts'
import { workbook } from '../support/workbook.ts'
import { backends, openWorld, type World } from '../support/world.ts'

const SECRET = 'a secret of the organisation, long enough'
const NIPS = ['198502282010012003', '197002281995031001', '199001012015011001'] as const

describe.each(backends)('a roster that is sent to the bot, on %s', (backend) => {
  let world: World
  let admin: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld({ backend, env: { DATA_SECRET: SECRET } })
    const now = world.clock.now()
    await addUnit(world.app.db, { name: 'Dinas Contoh', now })
    admin = await world.joined(301, 'Ani')
    await makeAdmin(world, 301)
    await world.joined(302, 'Siti Aminah')
    await placeIn(world, 302, 'Dinas Contoh')
  })
  afterAll(() => world.close())

  const said = (): string => admin.messages().findLast(({ fromBot }) => fromBot)?.text ?? ''
  const places = (): Promise<Record<string, unknown>[]> =>
    rowsOf(
      world.app.db,
      sql`select r.name, u.name as unit, r.phone, r.nip_hash is not null as nip,
          r.person_id is not null as claimed
        from roster_places r join units u on u.id = r.unit_id order by r.name, r.id`,
    )

  /** @returns what the bot said in the end */
  async function send(fileName: string, content: Buffer | string): Promise<string> {
    admin.sendText('/impor')
    await world.idle()
    admin.sendFile({
      kind: 'document',
      fileName,
      mimeType: 'application/octet-stream',
      content: Buffer.from(content),
    })
    await world.idle()
    await until(() => !said().startsWith('⏳'), 'what became of the file')
    await world.idle()
    return said()
  }

  /** @returns the message with that word that came or was edited */
  async function press(button: string, word: string): Promise<string> {
    const all = () => admin.messages().filter(({ fromBot, text }) => fromBot && text.includes(word))
    const before = new Set(all().map(({ id, text }) => `${id} ${text}`))
    const found = () => all().find(({ id, text }) => !before.has(`${id} ${text}`))?.text
    tap(admin, button)
    await until(() => found() !== undefined, word)
    await world.idle()
    return found() ?? ''
  }

  const LIST = [
    ['Nama', 'Unit Kerja', 'Unit Induk', 'NIP', 'Jabatan', 'No. HP'],
    ['Hj. St. Aminah, S.Kep.', 'dinas contoh', null, NIPS[0], 'Perawat', 81_234_567_890],
    ['Budi Rahman', 'Dinas Contoh', null, NIPS[1], 'Kepala Bagian', null],
    ['Budi Rahman', 'Dinas Contoh', null, NIPS[2], null, '411123456'],
    [null, 'Puskesmas Baru', 'Dinas Contoh', null, null, null],
    ['Cici', 'Puskesmas Baru', null, null, null, null],
  ] as const

  it('shows what would happen, changes nothing, and then does just that', async () => {
    const dry = await send('pegawai.xlsx', workbook(LIST))
    expect(dry).toContain('Inilah yang akan terjadi')
    expect(dry).toContain('+ 1 unit baru\n+ 4 nama baru')
    expect(dry).toContain('1 langsung dikenali')
    expect(await places()).toEqual([])
    const lines = await press('Lihat per baris', 'Catatan 1 sampai')
    expect(lines).toContain('! Baris 4: nol di depan nomor HP-nya hilang; sudah dipasang lagi.')
    expect(lines).toContain('+ Baris 5: unit baru Puskesmas Baru di bawah Dinas Contoh')
    expect(lines).toContain('+ Baris 6: Cici, Puskesmas Baru')

    await press('Jalankan', 'sudah diperbarui')
    const stored = await places()
    expect(stored).toEqual([
      { name: 'Budi Rahman', unit: 'Dinas Contoh', phone: null, nip: true, claimed: false },
      { name: 'Budi Rahman', unit: 'Dinas Contoh', phone: '0411123456', nip: true, claimed: false },
      { name: 'Cici', unit: 'Puskesmas Baru', phone: null, nip: false, claimed: false },
      {
        name: 'Hj. St. Aminah, S.Kep.',
        unit: 'Dinas Contoh',
        phone: '6281234567890',
        nip: true,
        claimed: true,
      },
    ])
    const [leak] = await rowsOf<{ text: string }>(
      world.app.db,
      sql`select concat((select json_agg(r) from roster_places r), (select json_agg(i) from roster_imports i),
        (select json_agg(o.args) from outbox o)) as text`,
    )
    for (const nip of NIPS) expect(leak?.text).not.toContain(nip)
  })

  it('the same file twice changes nothing', async () => {
    const before = await rowsOf(world.app.db, sql`select * from roster_places order by id`)
    expect(await send('pegawai.xlsx', workbook(LIST))).toContain('Tidak ada yang perlu diubah')
    expect(await rowsOf(world.app.db, sql`select * from roster_places order by id`)).toEqual(before)
  })

  it('knows by the NIP who got another name and another unit, and keeps whose the place is', async () => {
    const dry = await send(
      'mutasi.csv',
      `\uFEFFNama;Unit;NIP\r\nHj. Siti Aminah, S.Kep., Ners;Puskesmas Baru;${NIPS[0]}\r\n`,
    )
    expect(dry).toContain('~ 1 nama berubah')
    await press('Jalankan', 'sudah diperbarui')
    expect((await places()).at(-1)).toEqual({
      name: 'Hj. Siti Aminah, S.Kep., Ners',
      unit: 'Puskesmas Baru',
      phone: '6281234567890',
      nip: true,
      claimed: true,
    })
    await press('Urungkan impor ini', 'Impor diurungkan')
    expect((await places()).at(-1)).toMatchObject({
      name: 'Hj. St. Aminah, S.Kep.',
      unit: 'Dinas Contoh',
      claimed: true,
    })
  })

  it('is taken back but for the places that somebody has claimed meanwhile', async () => {
    await send('baru.csv', 'nama,unit\nDedi Satu,Dinas Contoh\nEka Dua,Dinas Contoh\n')
    await press('Jalankan', 'sudah diperbarui')
    await world.app.db.execute(sql`
      update roster_places set person_id = (select id from people where telegram_id = 301)
      where name = 'Eka Dua'`)
    const undone = await press('Urungkan impor ini', 'Impor diurungkan')
    expect(undone).toContain('1 nama dihapus lagi, 0 kembali seperti semula, dan 1 tetap ada')
    expect((await trailOf(world, 'roster.import_undone')).at(-1)?.details).toMatchObject({
      removed: 1,
      restored: 0,
    })
    const names = (await places()).map(({ name }) => name)
    expect([names.includes('Dedi Satu'), names.includes('Eka Dua')]).toEqual([false, true])
  })

  it('takes not one line while another is wrong, and says every mistake', async () => {
    const before = await places()
    const answer = await send(
      'salah.csv',
      [
        'nama;unit;nip;hp',
        'Benar Semua;Dinas Contoh;;',
        '=HYPERLINK("http://x");Dinas Contoh;;',
        'Fani;Dinas Conto;;',
        'Gani;Dinas Contoh;1,98502E+17;',
        'Hani;Dinas Contoh;9850228201001200;',
        `Indra;Dinas Contoh;${NIPS[2]};`,
        `Joni;Dinas Contoh;${NIPS[2]};`,
        'Kiki;;;',
        'Budi Rahman;Dinas Contoh;;',
      ].join('\n'),
    )
    expect(answer).toContain('perlu dibetulkan dulu')
    expect(answer).toContain('✗ 6 baris keliru')
    const lines = await press('Lihat per baris', 'Catatan 1 sampai')
    for (const words of [
      'Baris 3: nama “=HYPERLINK("http://x")” adalah rumus.',
      'Baris 4: unit “Dinas Conto” tidak ada. Maksudnya “Dinas Contoh”?',
      'Baris 5: NIP-nya sudah dibulatkan Excel menjadi 15 angka (1,98502E+17).',
      'Baris 6: NIP-nya 16 angka, seharusnya 18.',
      'Baris 8: NIP-nya sama dengan baris 7.',
      'Baris 9: unitnya kosong.',
    ]) {
      expect(lines).toContain(words)
    }
    expect(
      admin
        .messages()
        .flatMap(({ buttons }) => buttons?.flat() ?? [])
        .at(-1)?.text,
    ).not.toBe('Jalankan')
    tap(admin, 'Sebagai berkas')
    await world.idle()
    const file = admin.messages().findLast(({ media }) => media?.kind === 'document')
    if (file === undefined) throw new Error('There is no file')
    expect((await contentOf(world, file)).toString('utf8')).toContain(
      '9,keliru,"unitnya kosong. Isi, atau hapus barisnya."',
    )
    expect(await places()).toEqual(before)
  })

  it('asks for a NIP where a name may be two people', async () => {
    const answer = await send('siapa.csv', 'nama,unit\nBudi Rahman,Dinas Contoh\n')
    expect(answer).toContain('1 baris keliru')
    expect(await press('Lihat per baris', 'Catatan 1 sampai')).toContain(
      'di unit ini ada beberapa “Budi Rahman”. Tambahkan NIP untuk membedakannya.',
    )
  })

  it('says in words what is wrong with a file, and nothing changes', async () => {
    const before = await places()
    const bad: readonly (readonly [string, Buffer | string, string])[] = [
      ['daftar.xls', 'x', 'Kirim berkas .xlsx atau .csv'],
      ['gambar.png', 'x', 'Kirim berkas .xlsx atau .csv'],
      ['teks.xlsx', 'nama,unit', 'bukan berkas Excel'],
      ['rusak.xlsx', Buffer.concat([workbook(LIST).subarray(0, 300), Buffer.alloc(9)]), 'rusak'],
      ['kosong.csv', '', 'perlu dibetulkan'],
      ['kolom.csv', 'a,b\n1,2\n', 'perlu dibetulkan'],
      [
        'campur.csv',
        Buffer.concat([
          Buffer.from('nama,unit\nÉva,Dinas Contoh\n'),
          Buffer.from([0xc9, 0x76, 0x61, 0x2c, 0x78]),
        ]),
        'campur aduk mulai baris 3',
      ],
      ['biner.csv', Buffer.from('nama,unit\n\0\0'), 'bukan teks (baris 2)'],
      ['kutip.csv', 'nama,unit\n"Rina,x', 'baris 2 ada tanda kutip yang tidak ditutup'],
    ]
    for (const [name, content, words] of bad) {
      expect([name, await send(name, content)]).toEqual([name, expect.stringContaining(words)])
    }
    expect(await places()).toEqual(before)
  })

  it('is not carried out by an old button, nor by a coordinator', async () => {
    await send('satu.csv', 'nama,unit\nLala,Dinas Contoh\n')
    const first = admin.messages().findLast(({ fromBot }) => fromBot)
    await send('dua.csv', 'nama,unit\nMimi,Dinas Contoh\n')
    if (first === undefined) throw new Error('There is no message')
    admin.press(first.id, 'Jalankan')
    await world.idle()
    expect(said()).toContain('tidak berlaku')
    const koko = await world.joined(303, 'Koko')
    await makeCoordinator(world, 303)
    koko.sendText('/impor')
    await world.idle()
    expect(koko.messages().findLast(({ fromBot }) => fromBot)?.text).toContain('khusus admin')
    expect((await places()).map(({ name }) => name)).not.toContain('Lala')
  })

  it('goes on after a worker died, and forgets what lines said after a week', async () => {
    await world.app.db.execute(sql`
      update roster_imports set state = 'asked', attempt = 1, lease_until = '2020-01-01'
      where id = (select max(id) from roster_imports)`)
    await world.app.tick()
    const state = async (): Promise<unknown> =>
      (
        await rowsOf(world.app.db, sql`select state from roster_imports order by id desc limit 1`)
      )[0]
    await until(async () => JSON.stringify(await state()) === '{"state":"checked"}', 'its dry run')
    world.clock.moveTo(new Date(world.clock.now().getTime() + 8 * 24 * 3600_000))
    await world.app.tick()
    const [left] = await rowsOf(
      world.app.db,
      sql`select count(lines)::int as lines, count(file_id)::int as files,
        (select count(*)::int from roster_import_changes) as changes from roster_imports`,
    )
    expect(left).toEqual({ lines: 0, files: 0, changes: 0 })
    expect(await state()).toEqual({ state: 'dropped' })
  })
})

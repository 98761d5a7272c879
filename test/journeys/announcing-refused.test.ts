import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { coordinate, inState, later, pastUndo, preview, sendNow } from '../support/announcing.ts'
import { announcingPeople, asYesterday } from '../support/announcing-scene.ts'
import {
  during,
  findButton,
  forge,
  forgePress,
  press,
  row,
  say,
  textsOf,
} from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const file = (kind: 'photo' | 'document') => ({
  kind,
  fileName: `berkas.${kind}`,
  mimeType: 'image/png',
  content: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
})
const last = (person: SimulatedPerson): string =>
  person.messages().findLast((m) => m.fromBot)?.text ?? ''
const got = (person: SimulatedPerson, text: string): number =>
  person.messages().filter((m) => m.fromBot && m.text === text).length

describe('what is announced reaches nobody without a word that still stands', () => {
  let world: World
  let ani: SimulatedPerson
  let budi: SimulatedPerson
  let citra: SimulatedPerson
  let dewi: SimulatedPerson
  const demote = (person: SimulatedPerson): Promise<unknown> =>
    world.app.db.execute(sql`
      delete from roles where person_id = (select id from people where telegram_id = ${person.id})`)
  beforeAll(async () => {
    world = await openWorld({
      // Monday, 08.00: four days of it end before Friday's prayer.
      start: '2026-11-23T00:00:00Z',
    })
    const scene = {
      names: ['ani', 'budi', 'citra', 'dewi'],
      coordinators: ['ani', 'dewi'],
      firstId: 2101,
    } as const
    ;({ ani, budi, citra, dewi } = await announcingPeople(world, scene))
  })
  afterAll(() => world.close())
  /** Earlier announcements as the wizard offers them, the newest first. */
  const earlier = async (): Promise<string[]> => {
    await say(world, ani, '/pengumuman')
    const offered =
      ani
        .messages()
        .findLast((m) => m.fromBot)
        ?.buttons?.flat() ?? []
    return offered.map(({ text }) => text).filter((text) => text.startsWith('No.'))
  }
  /** Opens the newest one, which is in that state. @returns what its message says */
  const openEarlier = async (state: string): Promise<string> => {
    const [newest = ''] = await earlier()
    expect(newest).toContain(state)
    return (await press(world, ani, newest))[0] ?? ''
  }
  /** A message that only a forged or a paying account sends. */
  const sendForged = async (message: Record<string, unknown>): Promise<string> => {
    await say(world, ani, '/pengumuman')
    await forge(world, {
      message: {
        message_id: 999_000,
        date: Math.floor(world.clock.now().getTime() / 1000),
        from: { id: ani.id, is_bot: false, first_name: 'Ani' },
        chat: { id: ani.id, type: 'private', first_name: 'Ani' },
        ...message,
      },
    })
    return last(ani)
  }

  it.each([
    ['a text over the limit', { text: 'a'.repeat(4097) }, 'terlalu panjang'],
    ['a caption over the limit', { photo: [], caption: 'a'.repeat(1025) }, 'terlalu panjang'],
    ['a sticker', { sticker: { file_id: 'x' } }, 'tidak bisa diumumkan'],
    ['a contact', { contact: { phone_number: '08123456789', first_name: 'X' } }, 'tidak bisa'],
    [
      'a quiz without its key',
      {
        poll: {
          question: 'Apa?',
          options: [{ text: 'a' }],
          type: 'quiz',
          allows_multiple_answers: false,
        },
      },
      'tidak memberi tahu saya jawaban',
    ],
  ])('refuses %s in clear words', async (_, message, words) => {
    expect(await sendForged(message)).toContain(words)
    expect(findButton(ani, 'Lihat pratinjau')).toBeUndefined()
  })

  it('refuses a poll with a NIK, whose wording would be stored', async () => {
    await say(world, ani, '/pengumuman')
    ani.sendPoll({ question: 'Siapa pemilik NIK 7309012508920003?', options: ['Ani', 'Budi'] })
    await world.idle()
    expect(last(ani)).toContain('Polling itu memuat data pribadi')
  })

  it('refuses an album of mixed kinds, once', async () => {
    await say(world, ani, '/pengumuman')
    const said = textsOf(
      await during(world, ani, () =>
        ani.sendAlbum([file('photo'), file('document'), file('photo')]),
      ),
    )
    // Nor is it asked for whom.
    expect(said).toEqual([expect.stringContaining('bercampur')])
    const one = textsOf(
      await during(world, ani, () => ani.sendAlbum([file('photo'), file('photo')])),
    )
    expect(one).toEqual([expect.stringContaining('Untuk siapa?')])
    await say(world, ani, 'batal')
  })

  it('warns of personal data, and stores nothing of the words', async () => {
    const words = 'Hubungi Pak Ahmad di 0812-3456-7890'
    await preview(world, ani, () => ani.sendText(words))
    expect(last(ani)).toContain('Sepertinya ada data pribadi')
    await sendNow(world, ani)
    expect(got(budi, words)).toBe(1)
    const [stored] = (
      await world.app.db.execute(sql`
        select (select coalesce(string_agg(o.args::text, ' '), '') from outbox o)
          || (select coalesce(string_agg(a::text, ' '), '') from announcements a)
          || (select coalesce(string_agg(i.body::text, ' '), '') from inbox i) as all`)
    ).rows as { all: string }[]
    expect(stored?.all).not.toContain('3456')
  })

  it('is undone within ten seconds: nothing is sent', async () => {
    await preview(world, ani, () => ani.sendText('Diurungkan'))
    await press(world, ani, 'Kirim sekarang')
    await until(() => findButton(ani, 'Urungkan') !== undefined, 'a button to undo')
    expect(await press(world, ani, 'Urungkan')).toContainEqual(
      expect.stringContaining('diurungkan'),
    )
    await later(world, 60_000)
    await inState(world, 'cancelled')
    expect([budi, citra].map((person) => got(person, 'Diurungkan'))).toEqual([0, 0])
    const { id } = await row<{ id: string }>(world, sql`select max(id) as id from announcements`)
    await forgePress(world, ani, `ac:${id}`)
    expect(last(ani)).toContain('sudah selesai atau sudah dihentikan')
  })

  it('does not take a double tap for two', async () => {
    await asYesterday(world)
    await preview(world, ani, () => ani.sendText('Sekali saja'))
    const page = findButton(ani, 'Kirim sekarang')
    ani.press(page?.id ?? 0, 'Kirim sekarang')
    ani.press(page?.id ?? 0, 'Kirim sekarang')
    await world.idle()
    await pastUndo(world)
    await inState(world, 'done')
    expect(got(budi, 'Sekali saja')).toBe(1)
  })

  it('asks again when the audience changed between preview and sending', async () => {
    await preview(world, ani, () => ani.sendText('Berubah'))
    const eka = await world.joined(2105, 'Eka')
    const said = await press(world, ani, 'Kirim sekarang')
    expect(said[0]).toContain('berubah sejak pratinjau')
    expect(got(budi, 'Berubah')).toBe(0)
    await press(world, ani, 'Lihat pratinjau')
    await asYesterday(world)
    await sendNow(world, ani)
    expect([budi, eka].map((person) => got(person, 'Berubah'))).toEqual([1, 1])
  })

  it('says that an audience is empty, and offers no preview', async () => {
    await say(world, ani, '/pengumuman')
    await say(world, ani, 'Kosong')
    await press(world, ani, 'Pilih peran')
    await press(world, ani, 'Kesehatan')
    await press(world, ani, 'Selesai memilih')
    expect(last(ani)).toContain('Tidak ada seorang pun yang cocok')
    expect(last(ani)).toContain('0 orang')
    const page = ani.messages().findLast((m) => m.fromBot)
    expect(page?.buttons?.flat().some(({ text }) => text === 'Lihat pratinjau')).toBe(false)
    await say(world, ani, 'batal')
    expect(last(ani)).toContain('tidak jadi')
  })

  it('an old preview sends nothing after the draft changed', async () => {
    await preview(world, ani, () => ani.sendText('Lama'))
    const old = findButton(ani, 'Kirim sekarang')
      ?.buttons?.flat()
      .find(({ text }) => text === 'Kirim sekarang')
    await press(world, ani, 'Ubah penerima')
    await press(world, ani, 'Pilih peran')
    await press(world, ani, 'Guru & pendidikan')
    // From a phone that still shows it.
    await forgePress(
      world,
      ani,
      old !== undefined && 'callback_data' in old ? old.callback_data : '',
    )
    expect(last(ani)).toContain('Pratinjau itu sudah tidak berlaku')
    await later(world, 60_000)
    expect(got(budi, 'Lama')).toBe(0)
    await forgePress(world, ani, `ag:9999.1.h`)
    expect(last(ani)).toContain('sudah tidak berlaku')
    await say(world, ani, 'batal')
  })

  it('does not send what its author deleted from the chat', async () => {
    await say(world, ani, '/pengumuman')
    const mine = ani.sendText('Hilang sebelum pratinjau')
    await world.idle()
    ani.deleteMessage(mine.id)
    const said = await press(world, ani, 'Lihat pratinjau')
    expect(said).toEqual([expect.stringContaining('tidak bisa saya salin')])
    await preview(world, ani, () => ani.sendText('Hilang sesudah pratinjau'))
    const copy = ani.messages().findLast((m) => m.fromBot && m.text === 'Hilang sesudah pratinjau')
    await asYesterday(world)
    await press(world, ani, 'Kirim sekarang')
    ani.deleteMessage(copy?.id ?? 0)
    await pastUndo(world)
    await inState(world, 'cancelled')
    expect(got(budi, 'Hilang sesudah pratinjau')).toBe(0)
    expect(ani.messages().some(({ text }) => text.includes('pengiriman dihentikan'))).toBe(true)
  })

  it('sends what was seen, though its author edits it after the preview', async () => {
    await say(world, ani, '/pengumuman')
    const mine = ani.sendText('Yang disetujui')
    await world.idle()
    await press(world, ani, 'Lihat pratinjau')
    ani.editText(mine.id, 'Yang lain sama sekali')
    await asYesterday(world)
    await sendNow(world, ani)
    expect([got(budi, 'Yang disetujui'), got(budi, 'Yang lain sama sekali')]).toEqual([1, 0])
  })

  it('a wizard that was left for a day ends in a word', async () => {
    await preview(world, ani, () => ani.sendText('Kemarin'))
    await later(world, 25 * 3600_000)
    expect((await press(world, ani, 'Kirim sekarang'))[0]).toContain('lebih dari sehari')
    await say(world, ani, '/pengumuman')
    await later(world, 25 * 3600_000)
    expect((await say(world, ani, 'Terlambat'))[0]).toContain('lebih dari sehari')
    expect(got(budi, 'Kemarin') + got(budi, 'Terlambat')).toBe(0)
  })

  it('a coordinator removed in mid-wizard sends nothing', async () => {
    await preview(world, dewi, () => dewi.sendText('Tanpa peran'))
    await demote(dewi)
    expect((await press(world, dewi, 'Kirim sekarang'))[0]).toContain('khusus koordinator')
    await coordinate(world, dewi)
    await preview(world, dewi, () => dewi.sendText('Peran dicabut'))
    await press(world, dewi, 'Pilih waktu')
    await say(world, dewi, 'besok 09.00')
    expect(last(dewi)).toContain('akan dikirim')
    await demote(dewi)
    await later(world, 24 * 3600_000)
    await inState(world, 'draft')
    expect(got(budi, 'Peran dicabut')).toBe(0)
    await coordinate(world, dewi)
  })

  it('waits for its moment; one outside working hours is asked about', async () => {
    await asYesterday(world)
    await preview(world, ani, () => ani.sendText('Terjadwal'))
    await press(world, ani, 'Pilih waktu')
    expect((await say(world, ani, 'entah kapan'))[0]).toContain('belum saya pahami')
    expect((await say(world, ani, 'besok 22.00'))[0]).toContain('di luar jam kerja')
    await press(world, ani, 'Pilih waktu')
    await say(world, ani, 'besok 09.00')
    await inState(world, 'scheduled')
    expect(got(budi, 'Terjadwal')).toBe(0)
    await later(world, 24 * 3600_000)
    await inState(world, 'done')
    expect(got(budi, 'Terjadwal')).toBe(1)
  })

  it('says of what was put off and then cancelled that nothing was sent', async () => {
    await preview(world, ani, () => ani.sendText('Tidak jadi'))
    await press(world, ani, 'Pilih waktu')
    await say(world, ani, 'Senin 09.00')
    await inState(world, 'scheduled')
    expect(await openEarlier('terjadwal')).toContain('akan dikirim Senin, 30 November, pukul 09.00')
    // The new draft, and then the one that was put off.
    await say(world, ani, 'batal')
    await say(world, ani, 'batal')
    expect(await openEarlier('dibatalkan')).toContain('Tidak ada yang terkirim')
    await say(world, ani, 'batal')
  })

  it('lists those that were confirmed, and no draft that was given up', async () => {
    await say(world, ani, '/pengumuman')
    await say(world, ani, 'Rancangan')
    await say(world, ani, 'batal')
    const before = await earlier()
    await say(world, ani, 'batal')
    expect(before).toEqual(await earlier())
    expect(before[0]).toMatch(/^No\. \d+, \d+ Nov \d\d\.\d\d: dibatalkan$/)
    const drafts = await row<{ n: number }>(
      world,
      sql`select count(*)::int as n from announcements where confirmed_at is null`,
    )
    expect(drafts.n).toBeGreaterThan(0)
  })

  it('shows no slip on any phone, and no handler failed', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

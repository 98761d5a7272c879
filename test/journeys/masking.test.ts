import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf, withDatabase } from '../../src/platform/db/index.ts'
import { maskUpdate } from '../../src/privacy/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import {
  during,
  forge,
  forgePress,
  newcomer,
  open,
  press,
  row,
  say,
} from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { tap } from '../support/phone.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const NIK = '7309015203850001'
const NIP = '198503122010012001'
const PHONE = '0812-3456-7890'
const EMAIL = 'zulaikhaq.contoh@surel.example.com'
const ACCOUNT = '0021 01 999999 50 9'

/** What must stand nowhere: the digits, however they were grouped, and the address. */
const SECRETS = [
  '7309015203850001',
  '198503122010012001',
  '081234567890',
  '81234567890',
  '34567890',
  '002101999999509',
  '999999509',
  'zulaikhaq',
  'surel.example',
]

/** Every row of every table as text, with and without what stands between digits. */
async function everything(world: World): Promise<string> {
  const tables = await rowsOf<{ name: string }>(
    world.app.db,
    sql`select table_schema || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  )
  const parts = await Promise.all(
    tables.map(async ({ name }) => {
      const [found] = await rowsOf<{ rows: string | null }>(
        world.app.db,
        sql`select string_agg(t::text, ' ') as rows from ${sql.raw(name)} t`,
      ).catch(() => [{ rows: null }])
      return found?.rows ?? ''
    }),
  )
  const text = parts.join('\n').toLowerCase()
  return `${text}\n${text.replaceAll(/[\s.-]/g, '')}`
}

/** Keeps a copy of every body that is ever written to the inbox: handlers clear theirs at once. */
async function copyBodies(world: World): Promise<void> {
  await withDatabase(world.app.ownerUrl, async (db) => {
    await db.execute(sql`create table copied_bodies (body text)`)
    await db.execute(sql`grant select on copied_bodies to public`)
    await db.execute(sql`
      create function copy_body() returns trigger language plpgsql security definer as
      $$ begin insert into copied_bodies values (new.body::text); return new; end $$`)
    await db.execute(sql`
      create trigger copy_body before insert or update on inbox
      for each row when (new.body is not null) execute function copy_body()`)
  })
}

describe('personal data that is typed', () => {
  let world: World
  let siti: SimulatedPerson
  const logged: string[] = []
  beforeAll(async () => {
    const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
    world = await openWorld({ app: { log } })
    await copyBodies(world)
    siti = await world.joined(7001)
  })
  afterAll(() => world.close())

  it('is named by its kind, with a masked example, and never repeated', async () => {
    const [warning, asked] = await say(world, siti, `Mohon dibantu, NIK ${NIK} atas nama warga`)
    expect(warning).toContain('saya mengenali NIK')
    expect(warning).toContain('[PEMOHON], [NIK], mohon keringanan')
    expect(warning).not.toMatch(/\d{4}/)
    expect(asked).toContain('Tulisan itu apa, ya')
  })

  it('is deleted from the chat at a tap', async () => {
    const typed = siti.messages().findLast((message) => !message.fromBot)
    expect(typed?.text).toContain(NIK)
    expect(await press(world, siti, 'Hapus pesan itu')).toEqual([
      expect.stringContaining('sudah dihapus dari obrolan ini'),
    ])
    expect(siti.message(typed?.id ?? 0)).toBeUndefined()
    // A thumb that trembles, or an old button.
    expect(await press(world, siti, 'Hapus pesan itu')).toEqual([])
  })

  it('leads to the lesson about it', async () => {
    const shown = await during(world, siti, () => {
      tap(siti, 'Aturan emas: data terlarang')
    })
    expect(shown[0]?.text).toContain('Data terlarang')
  })

  it.each([
    [
      'where a search is awaited: the rest is looked for',
      '/cari',
      `${PHONE} prompt`,
      'Hasil untuk prompt',
    ],
    [
      'where nothing of a search is left: it is asked again',
      '/cari',
      NIK,
      'Saya belum menemukan kata',
    ],
    ['in a command', '', `/cari ${EMAIL} prompt`, 'Hasil untuk prompt'],
  ])('%s', async (_, before, typed, then) => {
    if (before !== '') await say(world, siti, before)
    const texts = await say(world, siti, typed)
    expect(texts[0]).toContain('saya mengenali')
    expect(texts[1]).toContain(then)
    await say(world, siti, 'batal')
  })

  it('does not become a name: the name is asked for again', async () => {
    const guest = newcomer(world, 7002, 'Ani')
    await open(world, guest, await world.invite())
    await press(world, guest, 'Setuju, mulai')
    const texts = await say(world, guest, `Ani ${NIP}`)
    expect(texts[0]).toContain('saya mengenali NIP')
    expect(texts[1]).toContain('Tuliskan namanya saja')
    expect(await row(world, sql`select name from people where telegram_id = 7002`)).toEqual({
      name: 'Ani',
    })
  })

  it('is recognised from somebody who has not joined, too', async () => {
    const stranger = newcomer(world, 7003, 'Budi')
    const texts = await say(world, stranger, `daftar pakai ${NIK}`)
    expect(texts[0]).toContain('saya mengenali NIK')
    expect(await press(world, stranger, 'Hapus pesan itu')).toHaveLength(1)
  })

  it('in captions, names of files, contacts, quotes and links', async () => {
    const shown = await during(world, siti, () => {
      siti.sendFile({
        kind: 'document',
        fileName: `KTP_${NIK}.pdf`,
        mimeType: 'application/pdf',
        content: Buffer.from('%PDF-1.4'),
        caption: `Rekening BRI ${ACCOUNT}`,
      })
    })
    expect(shown[0]?.text).toMatch(/nomor rekening|NIK/)
    const contact = await during(world, siti, () => {
      siti.sendContact(`+62${PHONE.slice(1)}`)
    })
    expect(contact.map(({ text }) => text)).toEqual([expect.stringContaining('nomor telepon')])
    const from = { id: siti.id, is_bot: false, first_name: 'Siti' }
    const chat = { id: siti.id, type: 'private', first_name: 'Siti' }
    await forge(
      world,
      maskUpdate({
        update_id: 930_000_001,
        message: {
          message_id: 900,
          date: Math.floor(world.clock.now().getTime() / 1000),
          from,
          chat,
          text: 'ini',
          entities: [
            { type: 'text_link', offset: 0, length: 3, url: 'https://wa.me/6281234567890' },
          ],
          quote: { text: EMAIL, position: 0 },
        },
      }) as Record<string, unknown>,
    )
    expect(siti.messages().findLast(({ text }) => text.includes('mengenali'))?.text).toMatch(
      /nomor telepon.*alamat email|alamat email.*nomor telepon/,
    )
  })

  it('a number that the bot itself wrote warns nobody when it is answered to', async () => {
    const message = siti.messages().findLast(({ fromBot }) => fromBot)
    const shown = await during(world, siti, () => {
      siti.sendText('siap', { replyTo: message?.id ?? 0 })
    })
    expect(shown.map(({ text }) => text)).not.toContainEqual(expect.stringContaining('mengenali'))
  })

  it('cannot be deleted after 48 hours, and that is said', async () => {
    await say(world, siti, `telepon ${PHONE}`)
    world.clock.moveTo(new Date(world.clock.now().getTime() + 49 * 3600_000))
    expect(await press(world, siti, 'Hapus pesan itu')).toContainEqual(
      expect.stringContaining('lebih dari 48 jam'),
    )
  })

  it('where Telegram refuses to delete, that is said too', async () => {
    // A forged button about a message of long ago that claims to be of now.
    const first = siti.messages()[0]
    const sent = Math.floor(world.clock.now().getTime() / 1000)
    await forgePress(world, siti, `del:${first?.id ?? 1}:${sent}`)
    const refused = (): boolean =>
      siti.messages().some(({ text }) => text.includes('tidak mengizinkan saya menghapus'))
    await until(refused, 'the refusal to be said')
    expect(siti.message(first?.id ?? 1)).toBeDefined()
  })

  it('stands in no table, not even for the moment before it is handled, and in no log', async () => {
    await say(world, siti, [NIK, NIP, PHONE, EMAIL, `rek ${ACCOUNT}`].join(' ; '))
    const rows = await everything(world)
    expect(rows).toContain('[nik] ; [nip] ; [nomor telepon] ; [email] ; rek [nomor rekening]')
    for (const secret of SECRETS) expect(rows).not.toContain(secret)
    const lines = logged.join('\n').toLowerCase()
    expect(lines.length).toBeGreaterThan(0)
    for (const secret of SECRETS) expect(lines.replaceAll(/[\s.-]/g, '')).not.toContain(secret)
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

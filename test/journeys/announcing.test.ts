import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import {
  audited,
  coordinate,
  inState,
  later,
  moveInto,
  outcomes,
  pastUndo,
  preview,
  progressOf,
  sendNow,
  settled,
  told,
} from '../support/announcing.ts'
import { announcingPeople } from '../support/announcing-scene.ts'
import { during, findButton, press, say, textsOf } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { openWorld, type World } from '../support/world.ts'

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const file = (kind: 'photo' | 'document' | 'video' | 'voice', caption?: string) => ({
  kind,
  fileName: `berkas.${kind}`,
  mimeType: 'image/png',
  content: PICTURE,
  ...(caption === undefined ? {} : { caption }),
})

describe('an announcement, from the command to the last copy', () => {
  let world: World
  let ani: SimulatedPerson
  let budi: SimulatedPerson
  let citra: SimulatedPerson
  const newest = (person: SimulatedPerson) => person.messages().findLast((m) => m.fromBot)
  beforeAll(async () => {
    world = await openWorld()
    const scene = {
      names: ['ani', 'budi', 'citra'],
      coordinators: ['ani'],
      firstId: 2001,
    } as const
    ;({ ani, budi, citra } = await announcingPeople(world, scene))
  })
  afterAll(() => world.close())

  it('is not for participants, by command or by button', async () => {
    for (const command of ['/pengumuman', '/announce', '/umumkan']) {
      expect((await say(world, budi, command))[0]).toContain('khusus koordinator dan admin')
    }
    expect(await say(world, budi, '/bantuan')).not.toEqual([])
    expect(findButton(budi, 'Buat pengumuman')).toBeUndefined()
  })

  it('shows exactly what will arrive, to whom, and in what time; nothing goes before the last word', async () => {
    const entities = [{ type: 'bold', offset: 0, length: 5 } as const]
    await say(world, ani, '/pengumuman')
    ani.sendFormatted('Rapat hari Senin pukul 10.00.', entities)
    await world.idle()
    expect(newest(ani)?.text).toContain('Akan sampai ke 2 orang.')
    const [copy, words] = await during(world, ani, () => {
      const page = ani.messages().findLast((m) => m.text.startsWith('Untuk siapa?'))
      if (page !== undefined) ani.press(page.id, 'Lihat pratinjau')
    })
    expect(copy).toMatchObject({ text: 'Rapat hari Senin pukul 10.00.', entities })
    expect(words?.text).toContain(
      'Akan sampai ke 2 orang; dengan kecepatan sekarang selesai dalam kurang dari semenit.',
    )
    expect(budi.messages().some(({ text }) => text.includes('Rapat hari'))).toBe(false)
    await sendNow(world, ani)
    for (const person of [budi, citra]) {
      expect(newest(person)).toMatchObject({ text: 'Rapat hari Senin pukul 10.00.', entities })
      expect(
        newest(person)
          ?.buttons?.flat()
          .map(({ text }) => text),
      ).toEqual(['Sudah saya baca'])
    }
    expect(await outcomes(world)).toMatchObject([{ outcome: 'sent' }, { outcome: 'sent' }])
    await told(world, ani, 'selesai\nDiterima Telegram: 2 dari 2')
  })

  it('counts who says that they read it, in the one message', async () => {
    const { id } = progressOf(ani)
    await press(world, budi, 'Sudah saya baca')
    await press(world, budi, '✓ Sudah dibaca')
    await settled(world)
    expect(progressOf(ani).id).toBe(id)
    expect(progressOf(ani).text).toContain('Menekan “Sudah saya baca”: 1 dari 2')
    expect((await press(world, ani, 'Sudah saya baca'))[0]).toContain('hanya pratinjau')
  })

  it('reminds once a day, and only who has not read it', async () => {
    const told = await press(world, ani, 'Ingatkan yang belum membaca')
    expect(told).toEqual([expect.stringContaining('1 orang')])
    await world.idle()
    expect(newest(citra)?.text).toContain('belum Anda tandai')
    expect(newest(budi)?.text).not.toContain('belum Anda tandai')
    expect((await press(world, ani, 'Ingatkan yang belum membaca'))[0]).toContain('Besok')
    const answer = (to: number): Promise<readonly string[]> =>
      during(world, ani, () => ani.sendText('/ingatkan', { replyTo: to })).then(textsOf)
    expect((await answer(progressOf(ani).id))[0]).toContain('Besok')
    await world.app.db.execute(sql`update announcements set reminded_at = null`)
    expect(await answer(progressOf(ani).id)).toEqual([expect.stringContaining('1 orang')])
    // As an answer to anything else it means who lags, as it does by itself.
    const other = ani.messages().find(({ text }) => text.startsWith('Pelajaran'))
    expect((await answer(other?.id ?? 0))[0]).toContain('Belum selesai')
    await press(world, citra, 'Sudah saya baca')
    await settled(world)
    expect(progressOf(ani).text).toContain('2 dari 2')
    expect(findButton(ani, 'Ingatkan yang belum membaca')).toBeUndefined()
  })

  it('corrects every copy, and takes every copy back', async () => {
    await press(world, ani, 'Koreksi')
    // The progress may have told of it already.
    expect(await say(world, ani, 'Rapat hari Selasa.')).toContainEqual(
      expect.stringContaining('sedang dipasang'),
    )
    await settled(world)
    for (const person of [budi, citra]) {
      const copy = person.messages().find(({ text }) => text === 'Rapat hari Selasa.')
      expect(copy?.buttons?.flat()[0]?.text).toBe('✓ Sudah dibaca')
      expect(person.messages().some(({ text }) => text.includes('pukul 10.00'))).toBe(false)
    }
    expect(progressOf(ani).text).toContain('Sudah dikoreksi: 2')
    await press(world, ani, 'Tarik kembali')
    await press(world, ani, 'Ya, tarik semuanya')
    await inState(world, 'recalled')
    await settled(world)
    for (const person of [budi, citra]) {
      expect(person.messages().some(({ text }) => text.includes('Rapat hari'))).toBe(false)
    }
    expect(progressOf(ani).text).toContain('ditarik kembali')
    expect(progressOf(ani).text).toContain('Sudah ditarik: 2')
  })

  it.each(['photo', 'document', 'video', 'voice'] as const)('sends a %s as it is', async (kind) => {
    await later(world, 24 * 3600_000)
    await preview(world, ani, () => ani.sendFile(file(kind, 'Lihat ini')))
    await sendNow(world, ani)
    const copy = citra.messages().findLast(({ media }) => media?.kind === kind)
    expect(copy?.text).toBe('Lihat ini')
    expect(copy?.forwardedFrom).toBeUndefined()
  })

  it('sends what was forwarded', async () => {
    await later(world, 24 * 3600_000)
    await preview(world, ani, () => ani.forwardText('Edaran 12/2026', 'Sekretariat'))
    await press(world, ani, 'Kirim sekarang juga')
    await pastUndo(world)
    await inState(world, 'done')
    expect(citra.messages().some(({ text }) => text === 'Edaran 12/2026')).toBe(true)
  })

  it('sends an album as an album, with a button below it; a correction reaches its words', async () => {
    await later(world, 24 * 3600_000)
    await preview(world, ani, () =>
      ani.sendAlbum([file('photo', 'Kegiatan'), file('photo'), file('video')]),
    )
    await press(world, ani, 'Kirim sekarang juga')
    await pastUndo(world)
    await inState(world, 'done')
    const album = citra.messages().filter((m) => m.album !== undefined)
    expect(album.map(({ media }) => media?.kind)).toEqual(['photo', 'photo', 'video'])
    expect(new Set(album.map((m) => m.album)).size).toBe(1)
    await press(world, citra, 'Sudah saya baca')
    await press(world, ani, 'Koreksi')
    await say(world, ani, 'Kegiatan Selasa')
    await settled(world)
    expect(citra.messages().filter((m) => m.album !== undefined)[0]?.text).toBe('Kegiatan Selasa')
    await press(world, ani, 'Tarik kembali')
    await press(world, ani, 'Ya, tarik semuanya')
    await inState(world, 'recalled')
    expect(citra.messages().some((m) => m.album !== undefined)).toBe(false)
  })

  it('asks a poll in each chat, and counts the votes', async () => {
    await later(world, 24 * 3600_000)
    await preview(world, ani, () =>
      ani.sendPoll({ question: 'Rapat kapan?', options: ['Senin', 'Selasa'] }),
    )
    await sendNow(world, ani)
    const { db } = world.app
    // Citra's vote comes before it is written down that her poll is this one.
    const [early] = await rowsOf<{ outbox_id: string; poll_id: string }>(
      db,
      sql`
      update outbox_attempts a set poll_id = null
      from (select b.outbox_id, b.poll_id from outbox_attempts b join outbox o on o.id = b.outbox_id
        where o.chat_id = ${citra.id} and b.poll_id is not null
        order by b.outbox_id desc limit 1) b
      where a.outbox_id = b.outbox_id and a.poll_id = b.poll_id returning b.outbox_id, b.poll_id`,
    )
    for (const [person, option] of [
      [budi, 'Selasa'],
      [citra, 'Selasa'],
    ] as const) {
      const poll = person.messages().findLast((m) => m.poll?.question === 'Rapat kapan?')
      person.vote(poll?.id ?? 0, option)
    }
    await world.idle()
    await settled(world)
    expect(progressOf(ani).text).toContain('Sudah memilih: 1')
    await db.execute(sql`
      update outbox_attempts set poll_id = ${early?.poll_id ?? ''} where outbox_id = ${early?.outbox_id ?? 0}`)
    await settled(world)
    await settled(world)
    expect(progressOf(ani).text).toContain('Sudah memilih: 2')
    expect(await rowsOf(db, sql`select 1 from early_answers`)).toEqual([])
    expect(
      progressOf(ani)
        .buttons?.flat()
        .map(({ text }) => text),
    ).not.toContain('Koreksi')
    const report = textsOf(
      await during(world, ani, () => {
        const { id } = progressOf(ani)
        ani.press(id, 'Laporan')
      }),
    )
    expect(report[0]).toContain('\n\nYang dipilih\nSenin: 0 dari 2 (0%)')
    expect(report[0]).toContain('Selasa: 2 dari 2 (100%)')
    expect(report[1]).toContain('2 baris')
  })

  it('reaches the units that were chosen, by whom reaches them', async () => {
    const dewi = await world.joined(2004, 'Dewi')
    await coordinate(world, dewi, 'Dinas Contoh')
    await moveInto(world, citra, 'Dinas Contoh')
    await later(world, 24 * 3600_000)
    await say(world, dewi, '/pengumuman')
    dewi.sendText('Untuk dinas saja')
    await world.idle()
    expect(newest(dewi)?.text).toContain('Akan sampai ke 1 orang.')
    const { id } = newest(dewi) ?? { id: 0 }
    await press(world, dewi, 'Pilih unit')
    expect(
      newest(dewi)
        ?.buttons?.flat()
        .map(({ text }) => text),
    ).toEqual(['Dinas Contoh', 'Selesai memilih'])
    await press(world, dewi, 'Dinas Contoh')
    await press(world, dewi, 'Selesai memilih')
    expect(newest(dewi)?.text).toContain('Unit: Dinas Contoh')
    await press(world, dewi, 'Pilih peran')
    await press(world, dewi, 'Kesehatan')
    await press(world, dewi, 'Selesai memilih')
    expect(newest(dewi)?.text).toContain('Akan sampai ke 0 orang.')
    await press(world, dewi, 'Batalkan')
    expect(newest(dewi)).toMatchObject({ id, text: expect.stringContaining('tidak jadi') })
  })

  it('leaves its deeds in the trail', async () => {
    expect(await audited(world)).toEqual(expect.arrayContaining(['confirmed', 'reminded']))
  })

  it('shows no slip on any phone, and no handler failed', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barsPicture, renderPng } from '../../src/pictures/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { phonePage } from '../../src/simulator/page/routes.ts'
import { inState, later, outcomes, pastUndo, settled } from '../support/announcing.ts'
import { announcingCrowd, announcingPeople, asYesterday } from '../support/announcing-scene.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'
import { expectGone, expectShown, hasChromium, startChromium, type Chromium } from './browser.ts'
import { openPhoneWindow, type AttachedFile, type PhoneWindow } from './phone-window.ts'

/** Beside the two teachers; at this pace one to everybody takes half a minute. */
const CROWD = 300
const RATE = 10

/** A coordinator's announcements on her phone, and what they are on the phones of others. */
describe.runIf(hasChromium())('announcing in the browser', () => {
  let world: World
  let chromium: Chromium
  let crowd: readonly number[]
  let people: Record<'rina' | 'citra' | 'dewi', SimulatedPerson>
  let rina: PhoneWindow
  let citra: PhoneWindow
  let dewi: PhoneWindow
  let photo: AttachedFile

  beforeAll(async () => {
    world = await openWorld({ env: { SEND_RATE: String(RATE) } })
    world.simulator.addRoute(await phonePage(world.simulator))
    people = await announcingPeople(world, {
      names: ['rina', 'citra', 'dewi'],
      coordinators: ['rina'],
      firstId: 2301,
    })
    crowd = await announcingCrowd(world, CROWD)
    const poster = barsPicture({
      title: 'Apel bulanan',
      subtitle: 'Senin, 30 November 2026, pukul 07.30',
      bars: [],
      note: 'Lapangan kantor bupati. Mohon hadir tepat waktu.',
    })
    const buffer = Buffer.from(await renderPng(poster))
    photo = { name: 'undangan.png', mimeType: 'image/png', buffer }
    chromium = await startChromium()
    const { url } = world.simulator
    rina = await openPhoneWindow(chromium, url, people.rina)
    citra = await openPhoneWindow(chromium, url, people.citra)
    dewi = await openPhoneWindow(chromium, url, people.dewi)
  })
  afterAll(async () => {
    await chromium.close()
    await world.close()
  })

  const button = (phone: PhoneWindow, name: string) =>
    phone.page.getByRole('button', { name, exact: true }).last()

  /** From the command to the preview; for the two teachers alone. */
  async function preview(send: () => Promise<void>): Promise<void> {
    await rina.say('/pengumuman')
    await expectShown(rina.log().getByText('Pengumuman baru', { exact: true }).last())
    await world.idle()
    await send()
    await world.idle()
    await rina.tap('Pilih peran')
    await expectShown(rina.bubble('Peran mana?'))
    await rina.tap('Guru & pendidikan')
    await expectShown(button(rina, '✓ Guru & pendidikan'))
    await rina.tap('Selesai memilih')
    await world.idle()
    await rina.tap('Lihat pratinjau')
    await expectShown(button(rina, 'Kirim sekarang'))
  }

  it('shows what will arrive exactly as it will, and to how many', async () => {
    await rina.say('/pengumuman')
    await expectShown(rina.log().getByText('Pengumuman baru', { exact: true }))
    await rina.picture('announce-01-ask')
    await rina.say(
      '**Apel bulanan** hari __Senin__ pukul 07.30 di lapangan. Mohon hadir tepat waktu.',
    )
    await expectShown(rina.bubble('Untuk siapa?').getByText(`${CROWD + 2} orang`))
    await rina.picture('announce-02-audience')
    await rina.tap('Pilih peran')
    await expectShown(rina.bubble('Peran mana?'))
    await rina.tap('Guru & pendidikan')
    await expectShown(button(rina, '✓ Guru & pendidikan'))
    await rina.picture('announce-03-roles')
    await rina.tap('Selesai memilih')
    await expectShown(rina.bubble('Untuk siapa?').getByText('2 orang'))
    await rina.tap('Lihat pratinjau')
    await expectShown(rina.bubble('Persis seperti itulah').getByText('2 orang'))
    const copy = rina.page.locator('.message.in').filter({ hasText: 'di lapangan' })
    expect(await copy.locator('b').innerText()).toBe('Apel bulanan')
    expect(await copy.locator('i').innerText()).toBe('Senin')
    await rina.picture('announce-04-preview')
    expect(await citra.bubble('Apel bulanan').count()).toBe(0)
  })

  it('is undone within ten seconds, and reaches nobody', async () => {
    await rina.tap('Kirim sekarang')
    await expectShown(button(rina, 'Urungkan'))
    await rina.picture('announce-05-undo')
    await rina.tap('Urungkan')
    await expectShown(rina.bubble('diurungkan'))
    await later(world, 60_000)
    await expectShown(rina.bubble('📢').getByText(/dibatalkan/))
    await rina.picture('announce-06-undone')
    expect(await citra.bubble('Apel bulanan').count()).toBe(0)
  })

  it('goes out with a photo, and one message tells how far it is', async () => {
    await preview(() => rina.attach([photo], '**Apel bulanan**: besok pukul 07.30, di lapangan.'))
    await rina.picture('announce-07-photo')
    await rina.tap('Kirim sekarang')
    await pastUndo(world)
    await inState(world, 'done')
    await expectShown(rina.bubble('📢').getByText(/Diterima Telegram: 2 dari 2/))
    await rina.picture('announce-08-done')
    await expectShown(citra.bubble('besok pukul 07.30').locator('img'))
    await expectShown(button(citra, 'Sudah saya baca'))
    await citra.picture('announce-09-copy')
  })

  it('is said to be read by one, and the other is asked once more', async () => {
    await citra.tap('Sudah saya baca')
    await expectShown(button(citra, '✓ Sudah dibaca'))
    await settled(world)
    await expectShown(rina.bubble('📢').getByText(/Menekan “Sudah saya baca”: 1 dari 2/))
    await rina.answer('📢', '/ingatkan')
    await expectShown(rina.bubble(/^1 orang yang belum menekan/))
    await rina.picture('announce-10-chase')
    await expectShown(dewi.bubble('belum Anda tandai'))
    await dewi.picture('announce-11-chased')
    expect(await citra.bubble('belum Anda tandai').count()).toBe(0)
    await dewi.tap('Sudah saya baca')
    await expectShown(button(dewi, '✓ Sudah dibaca'))
    // The copy above asked the same.
    await expectGone(button(dewi, 'Sudah saya baca'))
    await dewi.picture('announce-12-chased-read')
    await settled(world)
    await expectShown(rina.bubble('📢').getByText(/: 2 dari 2$/))
  })

  it('has a report, as a picture, in words and as a sheet', async () => {
    await rina.tap('Laporan')
    await expectShown(rina.page.locator('a.document').last())
    const picture = rina.page.locator('.message.in .photo img').last()
    await until(
      () => picture.evaluate((image) => Reflect.get(image, 'naturalWidth') === 900),
      'the picture to be loaded',
    )
    await rina.picture('announce-13-report')
  })

  it('is corrected on every phone, and then taken back from every phone', async () => {
    await rina.tap('Koreksi')
    await expectShown(rina.bubble('Kirim keterangan yang benar'))
    await rina.say('**Apel bulanan**: Selasa pukul 07.30, di lapangan.')
    await expectShown(citra.bubble('Selasa pukul 07.30').locator('b'))
    await expectShown(dewi.bubble('Selasa pukul 07.30'))
    await settled(world)
    await expectShown(rina.bubble('📢').getByText(/Sudah dikoreksi: 2/))
    await rina.picture('announce-14-corrected')
    await citra.picture('announce-15-corrected-copy')
    await rina.tap('Tarik kembali')
    await expectShown(button(rina, 'Ya, tarik semuanya'))
    await rina.picture('announce-16-recall')
    await rina.tap('Ya, tarik semuanya')
    await inState(world, 'recalled')
    await settled(world)
    await expectGone(citra.bubble('Selasa pukul 07.30'))
    await expectGone(dewi.bubble('Selasa pukul 07.30'))
    await expectShown(rina.bubble('📢').getByText(/Sudah ditarik: 2/))
    await rina.picture('announce-17-recalled')
    await citra.picture('announce-18-recalled-copy')
  })

  it('is stopped in the middle: some have it, the others do not, and the counts agree', async () => {
    await asYesterday(world)
    await rina.say('/pengumuman')
    await expectShown(rina.log().getByText('Pengumuman baru', { exact: true }).last())
    await world.idle()
    await rina.picture('announce-19-earlier')
    await rina.say('Listrik padam pukul 13.00, simpan pekerjaan Anda.')
    await world.idle()
    await rina.tap('Lihat pratinjau')
    await expectShown(button(rina, 'Kirim sekarang'))
    await rina.tap('Kirim sekarang')
    await until(async () => (await outcomes(world)).length === CROWD + 2, 'recipients written')
    world.clock.moveTo(new Date(world.clock.now().getTime() + 11_000))
    await expectShown(button(rina, 'Hentikan'))
    await expectShown(rina.bubble('📢').getByText(/Belum dikirim: \d+/))
    await rina.picture('announce-20-running')
    await rina.tap('Hentikan')
    await expectShown(rina.bubble('dihentikan'))
    await inState(world, 'cancelled')
    await settled(world)
    const came = crowd.filter((id) =>
      world.simulator
        .person({ id, firstName: 'Peserta' })
        .messages()
        .some(({ text }) => text.startsWith('Listrik padam')),
    )
    const kept = await outcomes(world)
    const having = kept.filter(({ outcome }) => outcome === 'sent')
    const [got, not] = [having.length, kept.filter((one) => one.outcome === 'cancelled').length]
    expect(having.filter((one) => crowd.includes(Number(one.telegram_id)))).toHaveLength(
      came.length,
    )
    expect([got > 0, not > 0, got + not]).toEqual([true, true, CROWD + 2])
    await expectShown(rina.bubble('📢').getByText(new RegExp(`: ${got} dari ${CROWD + 2}`)))
    await expectShown(rina.bubble('📢').getByText(new RegExp(`Dibatalkan: ${not}`)))
    await rina.picture('announce-21-stopped')
  })

  it('whoever may or may not have it is shown, and gets it again with one tap', async () => {
    await asYesterday(world)
    await preview(() => rina.say('Daftar hadir diisi hari ini.'))
    world.simulator.faults.add({
      fault: { kind: 'dropResponse' },
      methods: ['copyMessage'],
      chatIds: [people.dewi.id],
      times: 1,
    })
    await rina.tap('Kirim sekarang')
    await pastUndo(world)
    await inState(world, 'done')
    await expectShown(rina.bubble('📢').getByText(/Tidak pasti sampai: 1/))
    await rina.picture('announce-22-uncertain')
    await rina.tap('Kirim lagi ke yang tidak pasti')
    await expectShown(rina.bubble('Sedang dikirim lagi'))
    await inState(world, 'done')
    await expectShown(rina.bubble('📢').getByText(/Diterima Telegram: 2 dari 2/))
    await rina.picture('announce-23-sent-again')
    expect((await outcomes(world)).map(({ outcome }) => outcome)).toEqual(['sent', 'sent'])
  })

  it('left no slip on any phone, and the page had nothing to complain of', async () => {
    expect(await slipsIn(world)).toEqual([])
    for (const phone of [rina, citra, dewi]) {
      expect([phone.complaints, phone.foreign]).toEqual([[], []])
    }
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { phonePage } from '../../src/simulator/page/routes.ts'
import { makeCoordinator } from '../support/coordinators.ts'
import { makassar, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'
import { expectGone, expectShown, hasChromium, startChromium, type Chromium } from './browser.ts'
import { openPhoneWindow, type PhoneWindow } from './phone-window.ts'

/** Two weeks of somebody who has no time, as her phone and her coordinator's show them. */
describe.runIf(hasChromium())('down the ladder in the browser', () => {
  let world: World
  let chromium: Chromium
  let catalogue: Catalogue
  let people: Record<'siti' | 'wati' | 'baso', SimulatedPerson>
  let siti: PhoneWindow
  let wati: PhoneWindow
  let baso: PhoneWindow

  beforeAll(async () => {
    catalogue = await readCatalogue()
    // Monday, 23 November 2026, 09.30.
    world = await openWorld()
    world.simulator.addRoute(await phonePage(world.simulator))
    people = {
      baso: await world.joined(8600, 'Baso'),
      siti: await world.joined(8601, 'Siti'),
      wati: await world.joined(8602, 'Wati'),
    }
    await makeCoordinator(world, 8600)
    await say(world, people.baso, 'jangan ingatkan saya')
    for (const person of Object.values(people)) answer(catalogue, person, true)
    await world.idle()
    await world.advance(makassar(11, 24, 9))
    chromium = await startChromium()
    const { url } = world.simulator
    siti = await openPhoneWindow(chromium, url, people.siti)
    wati = await openPhoneWindow(chromium, url, people.wati)
    baso = await openPhoneWindow(chromium, url, people.baso)
  })
  afterAll(async () => {
    await chromium.close()
    await world.close()
  })

  const button = (phone: PhoneWindow, name: string) =>
    phone.page.getByRole('button', { name, exact: true }).last()

  it('on the day of the lesson: a gentle word', async () => {
    await world.advance(makassar(11, 24, 23))
    await expectShown(siti.log().getByText(/^Bu Siti, pelajaran hari ini masih menunggu/))
    await expectShown(button(siti, 'Kirim pelajarannya'))
    await siti.picture('ladder-1-gentle')
  })

  it('on the next working day: another tone in its place, with a way back of five minutes', async () => {
    await world.advance(makassar(11, 25, 23))
    await expectShown(siti.log().getByText(/menunggu Anda sejak kemarin/))
    await expectGone(siti.log().getByText(/pelajaran hari ini masih menunggu/))
    await expectShown(button(siti, 'Lima menit saja'))
    await siti.picture('ladder-2-fresh')
    await wati.tap('Lima menit saja')
    await expectShown(wati.bubble(/untuk dilatih sekarang|Baru satu pertanyaan/))
    await world.idle()
    await wati.picture('ladder-2-way-back')
  })

  it('on the fourth: one question of old, and no lesson', async () => {
    await world.advance(makassar(11, 26, 23))
    expect(await button(siti, 'Lima menit saja').count()).toBeLessThanOrEqual(1)
    await world.advance(makassar(11, 27, 23))
    await expectShown(siti.log().getByText(/hari ini tidak perlu pelajaran dulu/))
    await expectGone(button(siti, 'Lima menit saja'))
    const asked = people.siti.messages().at(-1)?.poll?.question ?? ''
    expect(await siti.page.locator('.poll-question').last().innerText()).toBe(asked)
    await siti.picture('ladder-3-review')
  })

  it('then a pause by itself, which is told, with one tap to return', async () => {
    await world.advance(makassar(11, 30, 23))
    await expectShown(siti.log().getByText(/Saya diam dulu supaya tidak mengganggu/))
    await expectShown(button(siti, 'Lanjut sekarang'))
    await siti.picture('ladder-4-pause')
  })

  it('and the coordinator has one line about it, the morning after', async () => {
    await world.advance(makassar(12, 1, 12))
    await expectShown(baso.bubble('Pelajarannya saya jeda dulu').getByText(/Siti/))
    await baso.picture('ladder-5-coordinator')
    await baso.tap('Belum selesai')
    await expectShown(baso.bubble(/Belum selesai: \d dari 3 peserta/))
    await world.idle()
    await baso.picture('ladder-6-lagging')
  })

  it('one tap brings her back, to the lesson that waited', async () => {
    await world.advance(makassar(12, 7, 10))
    await siti.tap('Lanjut sekarang')
    await expectShown(siti.bubble('Selamat datang kembali'))
    await world.idle()
    await siti.picture('ladder-7-back')
    await siti.tap('Pelajaran sekarang')
    await world.idle()
    await siti.picture('ladder-7-lesson')
    answer(catalogue, people.siti, true)
    await world.idle()
    await siti.picture('ladder-8-answered')
  })

  it('left no slip on any phone, and the page had nothing to complain of', async () => {
    expect(await slipsIn(world)).toEqual([])
    for (const phone of [siti, wati, baso]) {
      expect([phone.complaints, phone.foreign]).toEqual([[], []])
    }
  })
})

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { phonePage } from '../../src/simulator/page/routes.ts'
import type { LessonFolder } from '../support/lesson-folder.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { shortTrack } from '../support/short-track.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'
import { expectShown, hasChromium, openBrowser, type Browser } from './browser.ts'

/** Somebody under way, seen through the browser: progress, leave, the end of a track, a certificate. */
describe.runIf(hasChromium())('a learner in the browser', () => {
  let world: World
  let folder: LessonFolder
  let browser: Browser
  let siti: SimulatedPerson

  beforeAll(async () => {
    const catalogue = await readCatalogue()
    folder = await shortTrack(catalogue, 2)
    world = await openWorld({ lessonsDir: folder.path })
    world.simulator.addRoute(await phonePage(world.simulator))
    siti = await world.joined(9501)
    answer(catalogue, siti, true)
    await world.idle()
    browser = await openBrowser({
      url: `${world.simulator.url}/#phone/9501/9501`,
      width: 390,
      height: 844,
      touch: true,
    })
  })
  afterAll(async () => {
    await browser.close()
    await world.close()
    await folder.remove()
  })

  const log = () => browser.page.getByRole('log')
  const tap = (name: string) => browser.page.getByRole('button', { name, exact: true }).last().tap()
  const say = async (text: string): Promise<void> => {
    await browser.page.locator('textarea').fill(text)
    await browser.page.locator('textarea').press('Enter')
  }

  async function picture(name: string): Promise<void> {
    const shots = process.env['SEDIKIT_SCREENSHOTS']
    if (shots === undefined) return
    await mkdir(shots, { recursive: true })
    await browser.page.screenshot({ path: join(shots, `${name}.png`) })
  }

  it('sees the hill as a picture, with the same in words', async () => {
    await say('/progres')
    const hill = browser.page.locator('.photo img').last()
    await expectShown(hill)
    await until(
      () => hill.evaluate((image) => Reflect.get(image, 'naturalWidth') === 900),
      'the picture to be loaded',
    )
    await expectShown(
      log()
        .getByText(/1 dari 2 pelajaran dijawab/)
        .last(),
    )
    await picture('progress')
  })

  it('goes on leave in so many words, reads the dates, and takes it back', async () => {
    await say('/jeda besok sampai Jumat')
    await expectShown(log().getByText(/Selasa 24 November sampai Jumat 27 November/))
    await picture('leave')
    await tap('Urungkan')
    await world.idle()
    const [row] = (await world.app.db.execute(sql`select count(*)::int as n from leaves`)).rows
    expect(row).toEqual({ n: 0 })
  })

  it('ends the track, and has a certificate with its own name to open', async () => {
    const catalogue = await readCatalogue()
    await say('/materi')
    await tap('Ambil pelajaran berikutnya')
    await expectShown(log().getByText(/^Pelajaran 2 dari/))
    await world.idle()
    answer(catalogue, siti, true)
    await world.idle()
    await expectShown(log().getByText(/sudah Anda lalui/))
    await tap('Sertifikat')
    await expectShown(
      log()
        .getByText(/dicetak di sertifikat/i)
        .last(),
    )
    await say('Dr. Siti Aminah, S.Pd.')
    await picture('certificate-name')
    await tap('Terbitkan')
    await expectShown(browser.page.locator('a.document').last())
    await picture('certificate')
  })

  it('had nothing to complain of', () => {
    expect(browser.complaints).toEqual([])
    expect(browser.foreign).toEqual([])
  })
})

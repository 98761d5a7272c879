import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { phonePage } from '../../src/simulator/page/routes.ts'
import { readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'
import { expectGone, expectShown, hasChromium, openBrowser, type Browser } from './browser.ts'

/** Moments of the week of Monday, 23 November 2026, in Makassar (UTC+8). */
const at = (day: number, hour: number): Date => new Date(Date.UTC(2026, 10, 22 + day, hour - 8))

/** The reminder of the fourth working day, in each of its wordings; a question comes with it. */
const LAST_LINE = /satu pertanyaan/i

/** The whole bot, seen through the browser: by a link to the first lesson, and through two weeks. */
describe.runIf(hasChromium())('a newcomer in the browser', () => {
  let world: World
  let browser: Browser
  const catalogue = readCatalogue()

  beforeAll(async () => {
    world = await openWorld()
    world.simulator.addRoute(await phonePage(world.simulator))
    const code = await world.invite()
    browser = await openBrowser({
      url: `${world.simulator.url}/#start=${code}`,
      width: 390,
      height: 844,
      touch: true,
    })
  })
  afterAll(async () => {
    await browser.close()
    await world.close()
  })

  const log = () => browser.page.getByRole('log')
  const tap = (name: string) => browser.page.getByRole('button', { name, exact: true }).last().tap()

  async function picture(name: string): Promise<void> {
    const folder = process.env['SEDIKIT_SCREENSHOTS']
    if (folder === undefined) return
    await mkdir(folder, { recursive: true })
    await browser.page.screenshot({ path: join(folder, `${name}.png`) })
  }

  /** The text of an option of a quiz that is shown, by its place from below: 1 the last. */
  async function option(right: boolean, fromBelow = 1): Promise<string> {
    const question = await browser.page.locator('.poll-question').nth(-fromBelow).innerText()
    const known = [...(await catalogue).questions.values()].find(
      ({ texts }) => texts.id.text === question,
    )
    const wanted = known?.texts.id.options.find(({ key }) => (key === known.answer) === right)
    if (wanted === undefined) throw new Error(`the quiz is not in the catalogue: ${question}`)
    return wanted.text
  }

  it('comes by a link, and in four taps to the first lesson and its quiz', async () => {
    await tap('MULAI')
    await tap('Setuju, mulai')
    await tap('Ibu')
    await tap('Guru & pendidikan')
    await expectShown(log().getByText(/^Pelajaran 1 dari/))
    await expectShown(browser.page.locator('.poll-option').first())
    await picture('joined')
  })

  it('answers wrong, and reads why', async () => {
    await tap(await option(false))
    await expectShown(log().getByText('Belum tepat'))
    expect(await browser.page.locator('.explanation p').innerText()).not.toBe('')
    await expectShown(log().getByText(/^Batu pertama terpasang/))
    await picture('answered')
  })

  it('finds the next lesson on the next morning, under the line of a new day', async () => {
    await world.advance(at(2, 9))
    await expectShown(log().getByText(/^Pelajaran 2 dari/))
    await expectShown(log().getByText(/2 pertanyaan lama/))
    await expectShown(browser.page.locator('.poll-question').nth(3))
    await expectShown(log().getByText('Hari ini', { exact: true }))
    await tap(await option(true, 3))
    await expectShown(log().getByText('Benar', { exact: true }))
    await picture('next-morning')
  })

  it('finds what it missed asked again below, and knows it now', async () => {
    const missed = await browser.page.locator('.poll-question').first().innerText()
    expect(await browser.page.locator('.poll-question').nth(-2).innerText()).toBe(missed)
    for (const fromBelow of [2, 1]) await tap(await option(true, fromBelow))
    await expectShown(log().getByText('Benar', { exact: true }).nth(2))
    await picture('reviewed')
    await world.idle()
  })

  it('is offline for a week, and finds the load of one day, one line and one question', async () => {
    const { page } = browser
    const before = await page.locator('.message').count()
    const signal = page.getByRole('switch', { name: 'Sinyal' })
    await signal.tap()
    await expectShown(page.getByText('Menunggu jaringan…'))
    await world.advance(at(9, 9))
    await picture('offline')
    expect(await page.locator('.message').count()).toBe(before)
    await signal.tap()
    await expectGone(page.getByText('Menunggu jaringan…'))
    await expectShown(log().getByText(LAST_LINE).last())
    const [person] = world.simulator.people()
    const arrived = person!.messages().filter(({ date }) => date > at(2, 10).getTime() / 1000)
    const lines = arrived.map(({ poll, text }) => (poll ? 'quiz' : (text.split('\n')[0] ?? '')))
    expect(lines).toEqual([
      expect.stringMatching(/^Pelajaran 3 dari/),
      'quiz',
      // Two questions that came again with that lesson, and no more for the days after.
      'quiz',
      'quiz',
      expect.stringMatching(LAST_LINE),
      'quiz',
    ])
    await picture('back')
  })

  it('had nothing to complain of', () => {
    expect(browser.complaints).toEqual([])
    expect(browser.foreign).toEqual([])
  })
})

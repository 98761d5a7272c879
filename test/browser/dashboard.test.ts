import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { initDataOf } from '../support/dashboard.ts'
import { openDashboardScene, type DashboardScene } from '../support/dashboard-scene.ts'
import { makassar } from '../support/journey-chat.ts'
import {
  assertQuiet,
  expectGone,
  expectShown,
  hasChromium,
  startChromium,
  type Browser,
  type Chromium,
} from './browser.ts'

/** The dashboard as people see it: the real server and Postgres, on a phone and on a desk. */
describe.runIf(hasChromium())('the dashboard in the browser', () => {
  let scene: DashboardScene
  let chromium: Chromium
  let open: Browser[] = []

  beforeAll(async () => {
    scene = await openDashboardScene()
    chromium = await startChromium()
  })
  afterAll(async () => {
    await chromium.close()
    await scene.close()
  })
  afterEach(async () => {
    const seen = open
    open = []
    for (const browser of seen) await browser.close()
    // Nothing from outside, and nothing that the page's policy had to stop.
    seen.forEach(assertQuiet)
  })

  const phone = { width: 390, height: 844, touch: true } as const
  const desk = { width: 1280, height: 900 } as const

  async function window(url: string, size: typeof phone | typeof desk): Promise<Browser> {
    const browser = await chromium.open({ url, ...size })
    open.push(browser)
    return browser
  }

  /** By a link of the chat to the first view. */
  async function enter(
    person: SimulatedPerson,
    size: typeof phone | typeof desk,
  ): Promise<{ page: Page; browser: Browser; base: string }> {
    const link = await scene.link(person)
    const browser = await window(link, size)
    const { page } = browser
    await page.getByRole('button', { name: 'Buka halaman' }).click()
    await expectShown(heading(page, 'Ringkasan'))
    return { page, browser, base: `${new URL(link).origin}/dasbor/` }
  }

  const heading = (page: Page, name: string): Locator =>
    page.getByRole('heading', { level: 1, name })
  const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name, exact: true })
  const panel = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name })
  const query = (page: Page): Record<string, string> =>
    Object.fromEntries(new URL(page.url()).searchParams)

  it.each([
    ['a phone', phone],
    ['a desk', desk],
  ])('is entered by a link that works once, on %s', async (_name, size) => {
    const { page, browser } = await enter(scene.admin, size)
    const facts = page.locator('.facts')
    await expectShown(facts.getByText('Bergabung'))
    expect(await facts.getByText(/\d dari \d+ orang/).count()).toBeGreaterThan(0)
    await expectShown(page.getByText('Pemerintah Kabupaten Contoh').first())
    expect(await page.getByRole('tab').allInnerTexts()).toEqual([
      'Ringkasan',
      'Unit',
      'Pelajaran',
      'Soal',
      'Pengumuman',
      'Peserta',
    ])
    // Nothing is wider than the screen.
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      size.width,
    )
    expect(browser.foreign).toEqual([])
  })

  it('leads down the tree and back, and the address says where one is', async () => {
    const { page } = await enter(scene.admin, phone)
    await tab(page, 'Unit').tap()
    await expectShown(heading(page, 'Unit'))
    expect(query(page)).toEqual({ view: 'units' })
    await page.getByRole('button', { name: /^Tampilkan tabel/ }).tap()
    await page.getByRole('link', { name: 'Dinas Kesehatan' }).tap()
    await expectShown(page.locator('.heading').getByText(/Dinas Kesehatan/))
    const trail = page.getByRole('navigation', { name: 'Letak unit' })
    expect(await trail.getByRole('listitem').allInnerTexts()).toEqual([
      'Semua unit',
      'Pemerintah Kabupaten Contoh',
      'Dinas Kesehatan',
    ])
    expect(query(page)).toMatchObject({ view: 'units', unit: expect.any(String) })
    await expectShown(page.getByRole('rowheader', { name: 'Puskesmas Turikale' }))
    await page.reload()
    await expectShown(page.locator('.heading').getByText(/Dinas Kesehatan/))
    await page.goBack()
    await expectGone(page.getByRole('navigation', { name: 'Letak unit' }))
    expect(query(page)).toEqual({ view: 'units' })
    await page.goForward()
    await expectShown(page.getByRole('navigation', { name: 'Letak unit' }))
  })

  it('is narrowed to a unit of the tree, which stays chosen from tab to tab', async () => {
    const { page } = await enter(scene.admin, desk)
    await page.getByRole('button', { name: 'Unit: Semua unit' }).click()
    const dialog = page.getByRole('dialog', { name: 'Unit' })
    await dialog.getByRole('button', { name: 'Unit di bawah Dinas Kesehatan' }).click()
    await expectShown(dialog.getByRole('button', { name: 'Puskesmas Mandai' }))
    await dialog.getByRole('searchbox').fill('pendidikan')
    await dialog.getByRole('button', { name: /^Dinas Pendidikan dan Kebudayaan/ }).click()
    await expectShown(page.locator('.heading').getByText(/Dinas Pendidikan/))
    await tab(page, 'Pelajaran').click()
    await expectShown(heading(page, 'Pelajaran'))
    await expectShown(page.locator('.heading').getByText(/Dinas Pendidikan/))
    await page.getByRole('button', { name: 'Hapus filter' }).click()
    await expectGone(page.locator('.heading').getByText(/Dinas Pendidikan/))
    expect(query(page)).toEqual({ view: 'lessons' })
  })

  it('shows another period, which lasts over a reload', async () => {
    const { page } = await enter(scene.admin, phone)
    await page.getByRole('button', { name: 'Periode: 28 hari terakhir' }).tap()
    const dialog = page.getByRole('dialog', { name: 'Periode' })
    await dialog.getByRole('button', { name: 'Bulan lalu' }).tap()
    await expectShown(page.locator('.heading').getByText(/1.31 Oktober 2026/))
    expect(query(page)).toEqual({ from: '2026-10-01', to: '2026-10-31' })
    await page.reload()
    await expectShown(page.getByRole('button', { name: 'Periode: Bulan lalu' }))
    await page.getByRole('button', { name: 'Periode: Bulan lalu' }).tap()
    await dialog.getByLabel('Dari tanggal').fill('2026-11-20')
    await dialog.getByLabel('Sampai tanggal').fill('2026-11-02')
    await expectShown(dialog.getByText('Tanggal akhirnya lebih awal'))
    expect(await dialog.getByRole('button', { name: 'Tampilkan' }).isDisabled()).toBe(true)
    await dialog.getByLabel('Sampai tanggal').fill('2026-11-24')
    await dialog.getByRole('button', { name: 'Tampilkan' }).tap()
    await expectShown(page.locator('.heading').getByText(/20.24 November 2026/))
  })

  it('shows people to an admin, who looks for them and turns pages', async () => {
    const { page } = await enter(scene.admin, desk)
    await tab(page, 'Peserta').click()
    await expectShown(heading(page, 'Peserta'))
    const rows = page.locator('tbody tr')
    await expectShown(rows.first())
    const [first] = await rows.allInnerTexts()
    await page.getByRole('link', { name: 'Berikutnya' }).click()
    await expectShown(page.getByText(/^Halaman 2 dari/))
    expect((await rows.allInnerTexts())[0]).not.toBe(first)
    expect(query(page)).toEqual({ view: 'people', page: '2' })
    await page.getByRole('searchbox').fill('Mandai 7')
    await expectGone(page.getByText(/^Halaman 2 dari/))
    await expectShown(page.getByRole('rowheader', { name: /^Puskesmas Mandai 7/ }))
    expect(await rows.count()).toBe(1)
    expect(query(page)).toEqual({ view: 'people', search: 'Mandai 7' })
    await page.getByRole('searchbox').fill('tidak ada orang ini')
    await expectGone(rows.first())
    await expectShown(page.locator('.empty'))
  })

  it('shows a coordinator her units, and nothing of others', async () => {
    const { page, base } = await enter(scene.coordinator, phone)
    await expectShown(page.locator('.heading').getByText(/Dinas Kesehatan/))
    expect(await tab(page, 'Soal').count()).toBe(0)
    await page.getByRole('button', { name: 'Unit: Semua unit' }).tap()
    const dialog = page.getByRole('dialog', { name: 'Unit' })
    await expectShown(dialog.getByRole('button', { name: 'Dinas Kesehatan', exact: true }))
    await dialog.getByRole('searchbox').fill('dinas')
    await expectGone(dialog.getByRole('button', { name: 'Semua unit' }))
    expect(await dialog.getByRole('listitem').count()).toBe(1)
    await page.goto(`${base}?view=questions`)
    const told = page.getByRole('alert')
    await expectShown(told.getByText('Tidak bisa ditampilkan'))
    // The browser itself notes an answer of 403.
    open[0]!.complaints.length = 0
    await told.getByRole('button', { name: 'Kembali ke ringkasan' }).tap()
    await expectShown(heading(page, 'Ringkasan'))
  })

  it('prints without its controls, and each chart with its table', async () => {
    const { page } = await enter(scene.admin, desk)
    await expectShown(page.locator('.chart svg').first())
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('tablist').isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: /^Tampilkan tabel/ }).count()).toBe(0)
    const charts = await page.locator('.chart').count()
    expect(charts).toBeGreaterThan(2)
    expect(await page.locator('.chart + .panel-table table:visible').count()).toBe(charts)
    // As wide as a sheet of A4 without its margins: no table runs over the edge.
    await page.setViewportSize({ width: 703, height: 1000 })
    expect(
      await page.evaluate<number>(
        `Math.max(...[...document.querySelectorAll('table')].map((one) =>
          one.getBoundingClientRect().right))`,
      ),
    ).toBeLessThanOrEqual(703)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('gives the rows of a table as a file', async () => {
    const { page } = await enter(scene.admin, desk)
    await tab(page, 'Unit').click()
    await expectShown(heading(page, 'Unit'))
    const coming = page.waitForEvent('download')
    await panel(page, /.+/)
      .getByRole('link', { name: /^Unduh CSV/ })
      .first()
      .click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(/\.csv$/)
    expect(await readFile(await file.path(), 'utf8')).toContain('Dinas Sosial')
  })

  describe('within Telegram', () => {
    /** The address that Telegram opens. */
    function appUrl(initData: string): string {
      const theme = {
        bg_color: '#17212b',
        secondary_bg_color: '#0e1621',
        text_color: '#f5f5f5',
        hint_color: '#9fb1c2',
        link_color: '#6ab3f3',
      }
      const fragment = new URLSearchParams({
        tgWebAppData: initData,
        tgWebAppVersion: '9.1',
        tgWebAppPlatform: 'android',
        tgWebAppThemeParams: JSON.stringify(theme),
      })
      return `http://127.0.0.1:${scene.world.app.webPort}/dasbor/#${fragment.toString()}`
    }

    it('is opened by what Telegram signed, in the colours of its theme', async () => {
      const initData = initDataOf(scene.world, scene.admin.id)
      const { page } = await window(appUrl(initData), phone)
      await expectShown(heading(page, 'Ringkasan'))
      expect(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(14, 22, 33)',
      )
      await tab(page, 'Unit').tap()
      await expectShown(heading(page, 'Unit'))
      // Nothing of it is kept: neither by the browser, nor in a cookie.
      expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0)
      expect(await page.context().cookies()).toEqual([])
      const coming = page.waitForEvent('download')
      await page.getByRole('link', { name: /^Unduh CSV/ }).tap()
      expect(await readFile(await (await coming).path(), 'utf8')).toContain('Dinas Sosial')
      await page.reload()
      await expectShown(heading(page, 'Unit'))
    })

    it.each([
      ['forged', (world: DashboardScene['world']) => `${initDataOf(world, 9701)}0`],
      ['too old', (world: DashboardScene['world']) => initDataOf(world, 9701, 2 * 3600)],
    ])('shows nothing where it is %s', async (_name, make) => {
      const { page, complaints } = await window(appUrl(make(scene.world)), phone)
      await expectShown(page.getByRole('alert').getByText('Sesi sudah berakhir'))
      await expectShown(page.getByText('buka lagi dari Telegram'))
      expect(await page.locator('.facts, .panel').count()).toBe(0)
      complaints.length = 0
    })
  })

  it('says how to come back when the session is over, and leaves no figure behind', async () => {
    const { page, browser } = await enter(scene.admin, phone)
    await expectShown(page.locator('.panel').first())
    scene.world.clock.moveTo(makassar(11, 25, 12))
    await tab(page, 'Unit').tap()
    await expectShown(page.getByText('Minta tautan baru dengan /dasbor'))
    expect(await page.locator('.facts, .panel').count()).toBe(0)
    browser.complaints.length = 0
  })
})

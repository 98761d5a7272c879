import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { VIEWS, type Refusal } from '../../src/web/dashboard/contract.ts'
import { readDashboardPage } from '../../src/web/index.ts'
import { sampleStart, sampleView } from '../support/dashboard-sample.ts'
import {
  startDashboardStub,
  type DashboardStub,
  type StubAnswer,
} from '../support/dashboard-stub.ts'
import { until } from '../support/until.ts'
import {
  assertQuiet,
  expectGone,
  expectShown,
  hasChromium,
  startChromium,
  type Browser,
  type BrowserOptions,
  type Chromium,
} from './browser.ts'

/** The page alone, with a server that answers as the test wants it to. */
describe.runIf(hasChromium())("the dashboard's page", () => {
  let chromium: Chromium
  let stub: DashboardStub
  let window: Browser
  beforeAll(async () => {
    chromium = await startChromium()
  })
  afterAll(() => chromium.close())
  afterEach(async () => {
    await window.close()
    await stub.close()
    // What the browser notes of refused answers is what these tests are about.
    assertQuiet({ ...window, complaints: [] })
  })

  type Answering = (path: string) => StubAnswer | undefined | Promise<StubAnswer>

  const usual = (path: string, locale: 'id' | 'en' = 'id'): StubAnswer => {
    if (path === 'data/start') return { body: sampleStart(locale) }
    if (path.startsWith('csv/')) return { body: 'unit,n\r\n' }
    const name = VIEWS.find((view) => path.startsWith(`data/${view}`))
    return { body: sampleView(name ?? 'overview', locale) }
  }

  const refusal = (status: number, error: Refusal['error'], words: string): StubAnswer => ({
    status,
    body: { error, words },
  })

  /** Opens the page with a clock that the test moves. */
  async function open(
    answer: Answering = usual,
    { query = '', ...options }: Partial<BrowserOptions> & { readonly query?: string } = {},
  ): Promise<Page> {
    stub = await startDashboardStub((path) => answer(path))
    // Its own server, and no script yet.
    window = await chromium.open({ ...options, url: `${stub.url}empty` })
    const { page } = window
    await page.clock.install()
    stub.asked.length = 0
    stub.statuses.length = 0
    await page.goto(`${stub.url}${query}`)
    return page
  }

  const views = (): string[] =>
    stub.asked.map(({ path }) => path).filter((path) => path !== 'data/start')

  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

  it('is small: its script under 40 KB as it travels, and nothing of it inline', async () => {
    const page = await open()
    await expectShown(heading(page, 'Ringkasan'))
    const files = await readDashboardPage()
    const html = files.get('/')?.body.toString() ?? ''
    const sizes = [...files].filter(([name]) => name.endsWith('.js')).map(([, { body }]) => body)
    expect(sizes).toHaveLength(1)
    expect(gzipSync(sizes[0]!).length).toBeLessThan(40 * 1024)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=/)
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(window.complaints).toEqual([])
  })

  it('asks again every fifteen seconds, and what has not changed costs nothing', async () => {
    let joined = 1234
    const page = await open((path) => {
      const { body } = usual(path)
      return { body: JSON.stringify(body).replace('"value":1234', `"value":${joined}`) }
    })
    await expectShown(page.getByText('1.234', { exact: true }))
    stub.asked.length = 0
    stub.statuses.length = 0
    await page.clock.fastForward(15_000)
    await until(() => stub.statuses.length === 1, 'a second look')
    expect(stub.statuses).toEqual([304])
    expect(stub.asked[0]?.headers['if-none-match']).toMatch(/^"\w+"$/)
    joined = 1301
    // The answer of before has to be there before the next fifteen seconds begin.
    await until(async () => {
      await page.clock.fastForward(15_000)
      return (await page.getByText('1.301', { exact: true }).count()) > 0
    }, 'the new number')
  })

  it('rests while nobody looks, and looks at once when somebody does', async () => {
    const page = await open()
    await expectShown(heading(page, 'Ringkasan'))
    await until(() => views().length === 1, 'the first look')
    const turn = (state: 'hidden' | 'visible'): Promise<unknown> =>
      page.evaluate(`Object.defineProperty(document, 'visibilityState',
        { value: '${state}', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'))`)
    await turn('hidden')
    await page.clock.fastForward(120_000)
    await page.evaluate('fetch("data/questions")')
    // Whatever the page had asked for would have come before this.
    await until(() => views().includes('data/questions'), 'our own request')
    expect(views()).toEqual(['data/overview', 'data/questions'])
    await turn('visible')
    await until(() => views().length === 3, 'a look')
    expect(views()[2]).toBe('data/overview')
  })

  it('says when the connection is gone, keeps the figures, and carries on by itself', async () => {
    let isGone = false
    const page = await open((path) => (isGone ? undefined : usual(path)))
    await expectShown(page.getByText('1.234', { exact: true }))
    isGone = true
    const gone = page.getByRole('status').getByText('Sambungan terputus')
    await until(async () => {
      await page.clock.fastForward(15_000)
      return (await gone.count()) > 0
    }, 'word of the lost connection')
    expect(await page.getByText('1.234', { exact: true }).count()).toBe(1)
    isGone = false
    await until(async () => {
      await page.clock.fastForward(15_000)
      return (await gone.count()) === 0
    }, 'the connection again')
    await expectGone(gone)
  })

  it('shows what comes as an outline, and tries on where nothing came yet', async () => {
    let isGone = true
    const page = await open((path) => (isGone ? undefined : usual(path)))
    await expectShown(page.locator('.skeleton-panel').first())
    await expectShown(page.getByText('Belum tersambung'))
    isGone = false
    await until(async () => {
      await page.clock.fastForward(4000)
      return (await heading(page, 'Ringkasan').count()) > 0
    }, 'the first view')
    await expectGone(page.locator('.skeleton-panel'))
  })

  it('keeps what was there, paler, while a filter is on its way', async () => {
    const late = Promise.withResolvers<StubAnswer>()
    const page = await open((path) => (path.includes('from=') ? late.promise : usual(path)))
    await expectShown(heading(page, 'Ringkasan'))
    await page.getByRole('button', { name: /^Periode/ }).click()
    await page.getByRole('button', { name: 'Bulan ini' }).click()
    await expectShown(page.locator('.shown.is-waiting'))
    expect(await page.getByText('1.234', { exact: true }).count()).toBe(1)
    late.resolve(usual('data/overview'))
    await expectGone(page.locator('.shown.is-waiting'))
    expect(views().at(-1)).toBe('data/overview?from=2026-11-01&to=2026-11-23')
  })

  it.each([
    [400, 'bad-request', 'Tanggal akhirnya lebih awal.'],
    [403, 'not-allowed', 'Bukan untuk peran Anda.'],
    [404, 'not-found', 'Unit itu tidak ada.'],
  ] as const)(
    'passes on why it may not show something (%d), and leads out',
    async (status, error, words) => {
      const page = await open(
        (path) => (path.includes('unit=x') ? refusal(status, error, words) : usual(path)),
        { query: '?view=units&unit=x' },
      )
      await expectShown(page.getByRole('alert').getByText(words))
      await page.getByRole('button', { name: 'Kembali ke ringkasan' }).click()
      await expectShown(heading(page, 'Ringkasan'))
    },
  )

  it('waits where the server cannot answer now, whoever says so', async () => {
    let said: StubAnswer | undefined = refusal(503, 'not-now', 'Sebentar, sedang diperbarui.')
    const page = await open((path) => said ?? usual(path))
    await expectShown(page.getByText('Sebentar, sedang diperbarui.'))
    // A proxy in between speaks HTML.
    said = { status: 502, body: '<html>Bad gateway</html>' }
    await until(async () => {
      await page.clock.fastForward(15_000)
      return (await page.getByText('Server sedang sibuk').count()) > 0
    }, 'the words of our own')
    said = undefined
    await until(async () => {
      await page.clock.fastForward(15_000)
      return (await heading(page, 'Ringkasan').count()) > 0
    }, 'the first view')
  })

  it('takes an answer that is none for a lost connection', async () => {
    const page = await open((path) =>
      path === 'data/start' ? usual(path) : { body: '<html>Sign in to the hotel</html>' },
    )
    await expectShown(page.getByText('Belum tersambung'))
  })

  it('says so where a file does not come', async () => {
    const fragment = new URLSearchParams({ tgWebAppData: 'hash=1' }).toString()
    const page = await open(
      (path) => (path.startsWith('csv/') ? refusal(503, 'not-now', '-') : usual(path)),
      { query: `#${fragment}` },
    )
    await expectShown(heading(page, 'Ringkasan'))
    expect(stub.asked[0]?.headers.authorization).toBe('tma hash=1')
    await page
      .getByRole('link', { name: /^Unduh CSV/ })
      .first()
      .click()
    await expectShown(page.getByRole('alert').getByText('belum bisa diunduh'))
  })

  it('speaks with Telegram around it: ready, wide, back, and another theme', async () => {
    const page = await open()
    await page.addInitScript(`window.posted = []
      window.TelegramWebviewProxy = { postEvent: (type, data) => window.posted.push(type + data) }`)
    const fragment = new URLSearchParams({ tgWebAppData: 'hash=1' }).toString()
    await page.goto(`${stub.url}empty`)
    await page.goto(`${stub.url}#${fragment}`)
    await expectShown(heading(page, 'Ringkasan'))
    const posted = (): Promise<string[]> => page.evaluate<string[]>('window.posted')
    expect(await posted()).toEqual(['web_app_ready{}', 'web_app_expand{}'])
    await page.getByRole('tab', { name: 'Unit' }).click()
    await expectShown(heading(page, 'Unit'))
    expect((await posted()).at(-1)).toBe('web_app_setup_back_button{"is_visible":true}')
    await page.evaluate(`Telegram.WebView.receiveEvent('back_button_pressed')`)
    await expectShown(heading(page, 'Ringkasan'))
    expect((await posted()).at(-1)).toBe('web_app_setup_back_button{"is_visible":false}')
    await page.evaluate(`Telegram.WebView.receiveEvent('theme_changed', { theme_params: {
      bg_color: '#101820', text_color: '#ffffff', secondary_bg_color: '#05080b' } })`)
    expect(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).toBe(
      'rgb(5, 8, 11)',
    )
  })

  it('is gone through by the keyboard, and says what a picture shows', async () => {
    const page = await open()
    await expectShown(heading(page, 'Ringkasan'))
    await page.keyboard.press('Tab')
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe(
      'Langsung ke isi',
    )
    await page.getByRole('tab', { name: 'Ringkasan' }).focus()
    await page.keyboard.press('End')
    await expectShown(heading(page, 'Peserta'))
    await page.keyboard.press('ArrowRight')
    await expectShown(heading(page, 'Ringkasan'))
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('tab-overview')
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Ringkasan')
    expect(await page.getByRole('img', { name: 'BKPSDM tertinggi, 92%.' }).count()).toBe(1)
    await page
      .getByRole('button', { name: 'Tampilkan tabel: Sesuai jadwal menurut unit' })
      .press('Enter')
    const table = page.getByRole('table', { name: /^Sesuai jadwal menurut unit/ })
    await table.getByRole('link', { name: 'Dinas Kesehatan' }).press('Enter')
    await expectShown(heading(page, 'Unit'))
    await until(
      () => page.evaluate<boolean>('document.activeElement.tagName === "H1"'),
      'the focus on the heading',
    )
  })

  it('says each rate with what it is of, and how far it may be off', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Tampilkan tabel: Sesuai jadwal menurut unit' }).click()
    const table = page.getByRole('table', { name: /^Sesuai jadwal/ })
    expect(await table.getByRole('row', { name: /Kelurahan Bukit/ }).innerText()).toMatch(
      /64,3%\s+9 dari 14\s+\(40,3%–88,3%\)/,
    )
    expect(await table.getByRole('row', { name: /Kecamatan Lembah/ }).innerText()).toMatch(/3\s+–/)
    await expectShown(table.getByText('tertinggal'))
    await expectShown(page.getByText('Belum ada pengingat di masa ini.'))
    // The last of the days is today.
    await expectShown(page.getByText(/^23 Nov 2026: \d+ · sampai sekarang$/))
    await expectShown(page.getByText('Kelompok di bawah lima orang tidak dirinci.'))
  })

  it('draws nothing where there is nothing to draw, and of a long table its beginning', async () => {
    const page = await open(usual, { query: '?view=questions' })
    const rows = page.locator('tbody tr')
    await expectShown(rows.first())
    expect(await page.locator('.chart').count()).toBe(0)
    expect(await rows.count()).toBe(50)
    await page.getByRole('button', { name: 'Tampilkan semua 120 baris' }).click()
    await expectShown(rows.nth(119))
    await expectGone(page.getByRole('button', { name: /^Tampilkan semua/ }))
  })

  it.each([
    ['light', 'id', 360],
    ['dark', 'en', 360],
    ['light', 'en', 1280],
  ] as const)('fits in %s, %s, at %d pixels', async (colorScheme, locale, width) => {
    const page = await open((path) => usual(path, locale), {
      colorScheme,
      width,
      locale: locale === 'id' ? 'id-ID' : 'en-GB',
    })
    await expectShown(page.locator('.chart svg').first())
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width)
    // No word of a chart lies outside its picture.
    expect(
      await page.evaluate<
        string[]
      >(`[...document.querySelectorAll('.picture text')].filter((text) => {
        const [inner, outer] = [text, text.ownerSVGElement].map((one) => one.getBoundingClientRect())
        return inner.left < outer.left - 1 || inner.right > outer.right + 1
      }).map((text) => text.textContent)`),
    ).toEqual([])
    expect(
      await page.getByRole('button', { name: locale === 'id' ? 'Cetak' : 'Print' }).count(),
    ).toBe(1)
    expect(await page.evaluate<string>('document.documentElement.lang')).toBe(locale)
  })
})

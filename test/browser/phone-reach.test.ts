import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  expectGone,
  expectShown,
  hasChromium,
  startChromium,
  type Browser,
  type BrowserOptions,
  type Chromium,
} from './browser.ts'
import { openTable, type Table } from './table.ts'

describe.runIf(hasChromium())('the page, for whoever opens it', () => {
  let table: Table
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await startChromium()
    table = await openTable()
    table.simulator.person({ id: 1, firstName: 'Siti' }).start()
    table.simulator.person({ id: 2, firstName: 'Rahmat' })
    await table.api.sendMessage(1, 'Selamat pagi')
  })
  afterAll(async () => {
    await chromium.close()
    await table.close()
  })

  async function withBrowser(
    options: Omit<BrowserOptions, 'url'>,
    work: (browser: Browser) => Promise<void>,
  ): Promise<void> {
    const browser = await chromium.open({ url: table.simulator.url, ...options })
    try {
      await work(browser)
      expect(browser.complaints).toEqual([])
    } finally {
      await browser.close()
    }
  }

  it('speaks the language of the browser, and the one that was chosen after that', async () => {
    await withBrowser({ locale: 'en-GB' }, async ({ page }) => {
      await expectShown(page.getByRole('heading', { name: 'Little by little, it becomes a hill.' }))
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      await page.getByRole('button', { name: 'Language: Bahasa Indonesia' }).click()
      await expectShown(page.getByRole('heading', { name: /^Sedikit demi sedikit/ }))
      await page.reload()
      await expectShown(page.getByRole('heading', { name: /^Sedikit demi sedikit/ }))
      expect(await page.locator('html').getAttribute('lang')).toBe('id')
    })
  })

  it('is dark where the device is, and as chosen after that', async () => {
    await withBrowser({ colorScheme: 'dark' }, async ({ page }) => {
      const paper = (): Promise<string> =>
        page.evaluate<string>(`getComputedStyle(document.body).backgroundColor`)
      const dark = await paper()
      await page.getByRole('button', { name: 'Tampilan: Ikut perangkat' }).click()
      const light = await paper()
      expect(light).not.toBe(dark)
      await page.getByRole('button', { name: 'Tampilan: Terang' }).click()
      expect(await paper()).toBe(dark)
    })
  })

  it('is reached by the keyboard alone: the list, a phone, its menu and the way out', async () => {
    await withBrowser({}, async ({ page }) => {
      await expectShown(page.locator('.person').first())
      await page.keyboard.press('Tab')
      await expectShown(page.locator('.skip:focus'))
      await page.locator('.person').first().focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      // A chat that was never opened: START has the focus.
      await expectShown(page.locator('.bottom-button:focus'))
      await page.keyboard.press('Enter')
      await expectShown(
        page.getByRole('log', { name: 'Obrolan Rahmat dengan bot' }).getByText('/start'),
      )
      await page.getByRole('button', { name: 'Menu obrolan' }).focus()
      await page.keyboard.press('Enter')
      await expectShown(page.getByRole('dialog', { name: 'Menu obrolan' }))
      await page.keyboard.press('Shift+Tab')
      await expectShown(page.locator('[role=dialog] :focus'))
      await page.keyboard.press('Escape')
      await expectShown(
        page.getByRole('button', { name: 'Menu obrolan' }).and(page.locator(':focus')),
      )
    })
  })

  it('reads out what arrives on the phone in hand', async () => {
    await withBrowser({}, async ({ page }) => {
      await page.locator('.person').getByText('Siti').click()
      await expectShown(page.getByRole('log').getByText('Selamat pagi'))
      await table.api.sendMessage(1, 'Pelajaran hari ini')
      await expectShown(page.locator('[aria-live=polite]').getByText('Sedikit: Pelajaran hari ini'))
    })
  })

  it('counts what is unread until the phone is taken up', async () => {
    await withBrowser({}, async ({ page }) => {
      const row = page.locator('.person', { hasText: 'Siti' })
      const before = await row.getByLabel(/belum dibaca/).innerText()
      await table.api.sendMessage(1, 'Satu lagi')
      await expectShown(row.getByText(String(Number(before) + 1), { exact: true }))
      await row.click()
      await expectShown(page.locator('.unread-line'))
      await expectGone(row.getByLabel(/belum dibaca/))
    })
  })

  it('fits a phone: one chat at a time, a switcher, and the way back', async () => {
    await withBrowser({ width: 390, height: 844, touch: true }, async ({ page }) => {
      const wide = `document.documentElement.scrollWidth > innerWidth`
      expect(await page.evaluate(wide)).toBe(false)
      await page.getByRole('button', { name: 'Orang' }).click()
      await page.locator('.person').getByText('Siti').click()
      await expectShown(page.getByRole('log').getByText('Selamat pagi'))
      await page.getByRole('button', { name: 'Kembali' }).click()
      await page.locator('.person').getByText('Rahmat').click()
      await page.getByRole('button', { name: 'Ponsel Siti' }).click()
      await expectShown(page.getByRole('log').getByText('Selamat pagi'))
      expect(await page.evaluate(wide)).toBe(false)
      expect(await page.locator('.screen').count()).toBe(1)
      // The back button of the phone leaves the chat too.
      await page.goBack()
      await expectShown(page.locator('.person').first())
    })
  })

  it('puts phones side by side where there is room', async () => {
    await withBrowser({ width: 1440, height: 900 }, async ({ page }) => {
      await page.locator('.person').getByText('Siti').click()
      await page.locator('.person').getByText('Rahmat').click()
      await expectShown(page.getByRole('region', { name: 'Ponsel Siti' }))
      await expectShown(page.getByRole('region', { name: 'Ponsel Rahmat' }))
      await page.getByRole('button', { name: 'Letakkan ponsel Siti' }).click()
      await expectGone(page.getByRole('region', { name: 'Ponsel Siti' }))
      expect(await page.locator('.screen').count()).toBe(1)
      // Nothing but the table: no leftover of what stood there before the script did.
      expect(await page.locator('#app > *').count()).toBe(1)
      expect(await page.evaluate(`document.documentElement.scrollHeight > innerHeight`)).toBe(false)
    })
  })

  it('opens a new phone at an invitation by its address', async () => {
    await withBrowser({}, async ({ page }) => {
      await page.goto(`${table.simulator.url}/#start=KODE-7`)
      await expectShown(page.getByRole('button', { name: 'MULAI' }))
      // The invitation is not lost by it.
      await page.reload()
      await page.getByRole('button', { name: 'MULAI' }).click()
      await expectShown(page.getByRole('log').getByText('/start KODE-7'))
    })
  })
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { grantAdmin } from '../../src/people/index.ts'
import { initDataOf, personIdOf } from '../support/dashboard.ts'
import { press, say } from '../support/journey-chat.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'
import {
  assertQuiet,
  expectShown,
  hasChromium,
  startChromium,
  type Browser,
  type Chromium,
} from './browser.ts'

/**
 * Each page under its policy, in a browser that enforces it. The dashboard's views are gone through in
 * dashboard.test.ts, which listens for the same.
 */
describe.runIf(hasChromium())('under their policies', () => {
  let world: World
  let chromium: Chromium
  let admin: SimulatedPerson
  let base: string

  beforeAll(async () => {
    ;[world, chromium] = await Promise.all([openWorld(), startChromium()])
    admin = await world.joined(9811, 'Ahmad')
    await grantAdmin(world.app.db, await personIdOf(world, admin), world.clock.now())
    base = `http://127.0.0.1:${world.app.webPort}`
  })
  afterAll(async () => {
    await chromium.close()
    await world.close()
  })

  const styled = (page: Page): Promise<string> =>
    page.evaluate<string>(`getComputedStyle(document.querySelector('main')).borderTopStyle`)

  /** The browser itself notes an answer that is a refusal; a broken policy is not that. */
  function expectQuiet(window: Browser): void {
    const complaints = window.complaints.filter((one) => !one.startsWith('Failed to load resource'))
    assertQuiet({ ...window, complaints })
  }

  it('the pages of words have their style, their button and nothing else', async () => {
    await say(world, admin, '/status')
    const [text = ''] = await press(world, admin, 'Papan antrean …')
    const link = /http:\S+/.exec(text)?.[0] ?? ''
    const window = await chromium.open({ url: link })
    const { page } = window
    expect(await styled(page)).toBe('solid')
    await page.getByRole('button', { name: 'Buka halaman' }).click()
    await expectShown(page.getByRole('heading', { level: 1, name: 'Papan antrean' }))
    expect(await styled(page)).toBe('solid')
    await page.getByRole('button', { name: 'Keluar' }).click()
    await expectShown(page.getByText('Mintalah tautannya di sana'))
    for (const path of [`/v/${'a'.repeat(22)}`, '/antrean/', '/masuk/x', '/keluar?lang=en']) {
      await page.goto(base + path)
      expect([path, await styled(page)]).toEqual([path, 'solid'])
    }
    // Without a style of their own.
    for (const path of ['/ekspor/x', '/tiada', '/dasbor/assets/tiada.js']) {
      await page.goto(base + path)
    }
    expectQuiet(window)
    // What somebody smuggled in would neither run nor look like ours.
    await page.goto(`${base}/v/x`)
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend',
      '<img src="https://elsewhere.example/x.png"><style>main{display:none}</style>')`)
    for (const broken of ['img-src https://elsewhere.example/x.png', 'style-src-elem inline']) {
      await until(() => window.complaints.includes(`broke its policy: ${broken}`), broken)
    }
    await window.close()
  })

  it('the dashboard makes no code of texts, however they come', async () => {
    const window = await chromium.open({ url: `${base}/dasbor/` })
    const { page } = window
    await expectShown(page.getByText('Sesi sudah berakhir'))
    expectQuiet(window)
    const attempts = [
      `document.body.innerHTML = '<p>x</p>'`,
      `eval('1')`,
      `trustedTypes.createPolicy('mine', {})`,
    ]
    for (const attempt of attempts) {
      // In a turn of its own: to a debugger's own evaluation the policy does not apply.
      const outcome = await page.evaluate<string>(`new Promise((resolve) => setTimeout(() => {
        try { ${attempt}; resolve('done') } catch (error) { resolve(error.name) }
      }))`)
      expect([attempt, outcome]).toEqual([
        attempt,
        expect.stringMatching(/^(?:TypeError|EvalError)$/),
      ])
    }
    await window.close()
  })

  const expectNotFramed = ({ complaints }: Browser): Promise<void> =>
    until(() => complaints.some((one) => one.includes('frame-ancestors')), 'a refusal')

  /** A page of somebody's that frames ours. */
  async function framed(by: string, path: string): Promise<{ page: Page; window: Browser }> {
    const window = await chromium.open({ url: `${base}/healthz` })
    const { page } = window
    // To Chromium the framing page is far away, and ours on this machine.
    await page.context().grantPermissions(['local-network-access'])
    await page.route(`${by}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<iframe src="${base}${path}"></iframe>` }),
    )
    await page.goto(`${by}/k/`)
    return { page, window }
  }

  it('Telegram’s web client may frame the dashboard', async () => {
    const data = new URLSearchParams({ tgWebAppData: initDataOf(world, admin.id) }).toString()
    const { page, window } = await framed('https://web.telegram.org', `/dasbor/#${data}`)
    await expectShown(page.frameLocator('iframe').getByRole('heading', { name: 'Ringkasan' }))
    expectQuiet({ ...window, foreign: [] })
    await window.close()
  })

  it.each([
    ['the dashboard', 'https://elsewhere.example', '/dasbor/'],
    ['the dashboard', 'https://telegram.org', '/dasbor/'],
    ['the board', 'https://web.telegram.org', '/antrean/'],
    ['a certificate', 'https://web.telegram.org', '/v/x'],
  ])('nobody else frames a page: %s by %s', async (_what, by, path) => {
    const { window } = await framed(by, path)
    await expectNotFramed(window)
    await window.close()
  })
})

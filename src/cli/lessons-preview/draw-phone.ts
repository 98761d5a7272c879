import { access } from 'node:fs/promises'
import type * as Playwright from 'playwright-core'
import type { LessonPreview } from '../../app.ts'
import { systemClock } from '../../platform/clock.ts'
import { messageOf, UserError } from '../../platform/errors.ts'
import { DEFAULT_TOKEN, phonePage, startSimulator, type Simulator } from '../../simulator/index.ts'

export interface DrawOptions {
  readonly locale: 'id' | 'en'
  /** The PNG that is written. */
  readonly path: string
  /** Chromium or Chrome of this machine. */
  readonly browser: string
}

const READER = 1000

/** A phone to begin with; it grows until the whole lesson stands in it. */
const PHONE = { width: 412, height: 900 }

/** Pixels; no lesson that passes the check comes near. */
const HIGHEST = 6000

/**
 * A picture of the lesson and its first quiz on the phone page: the same words, entities and CSS as
 * everywhere else, drawn by the browser of this machine.
 *
 * @throws UserError when there is no browser or the file cannot be written
 */
export async function drawPhone(preview: LessonPreview, options: DrawOptions): Promise<void> {
  const { chromium } = await loadPlaywright()
  await access(options.browser).catch((cause: unknown) => {
    throw new UserError(`There is no browser at ${options.browser}.`, {
      hint: 'Install Chromium (Debian: apt-get install chromium), or name one with --browser.',
      cause,
    })
  })
  const simulator = await startSimulator({ clock: systemClock })
  try {
    simulator.addRoute(await phonePage(simulator))
    simulator.person({ id: READER, firstName: 'Siti', languageCode: options.locale }).start()
    await send(simulator, 'sendMessage', {
      ...preview.message,
      link_preview_options: { is_disabled: true },
    })
    const [first] = preview.quizzes
    if (first !== undefined) await send(simulator, 'sendPoll', first)
    const browser = await chromium.launch({
      executablePath: options.browser,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    })
    try {
      await photograph(browser, simulator.url, options)
    } finally {
      await browser.close()
    }
  } finally {
    await simulator.close()
  }
}

async function loadPlaywright(): Promise<typeof Playwright> {
  try {
    return await import('playwright-core')
  } catch (cause) {
    throw new UserError('A picture needs playwright-core, which is not installed.', {
      hint: 'Run `npm ci` without --omit=dev; without --png the lesson is shown in the terminal.',
      cause,
    })
  }
}

/** By HTTP, as a bot does: what Telegram would refuse is refused here. */
async function send(
  simulator: Simulator,
  method: string,
  payload: Record<string, unknown>,
): Promise<void> {
  const response = await fetch(`${simulator.url}/bot${DEFAULT_TOKEN}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: READER, ...payload }),
  })
  if (response.ok) return
  throw new UserError(`Telegram would refuse it: ${await response.text()}`)
}

async function photograph(
  browser: Playwright.Browser,
  url: string,
  { locale, path }: DrawOptions,
): Promise<void> {
  const page = await browser.newPage({
    viewport: PHONE,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: locale === 'id' ? 'id-ID' : 'en-GB',
  })
  await page.goto(`${url}/#phone/${READER}/${READER}`)
  await page.locator('.poll-question').last().waitFor()
  const hidden = await page.evaluate<number>(
    `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('.messages'))`,
  )
  await page.setViewportSize({
    width: PHONE.width,
    height: Math.min(HIGHEST, PHONE.height + Math.ceil(hidden)),
  })
  await page.locator('.poll-question').last().waitFor()
  try {
    await page.screenshot({ path })
  } catch (error) {
    throw new UserError(`${path} cannot be written: ${messageOf(error)}`, { cause: error })
  }
}

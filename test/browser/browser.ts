import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Locator, type Page } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Whether the browser tests can run here; a machine without Chromium says so.
 * @throws Error in CI, where they must not be passed over
 */
export function hasChromium(): boolean {
  if (existsSync(CHROMIUM)) return true
  const words = `${CHROMIUM} is not installed, so the browser tests cannot run`
  // The one place beside global-setup.ts where the environment decides.
  if (process.env['CI'] === 'true') throw new Error(words)
  console.warn(`${words}; everything else is tested all the same.`)
  return false
}

export interface Browser {
  readonly page: Page
  /** What the page complained of: errors of its script and of its policy, and refused requests. */
  readonly complaints: string[]
  /** Addresses that were asked for, other than those of the page's own server. */
  readonly foreign: string[]
  close(): Promise<void>
}

export interface BrowserOptions {
  readonly url: string
  readonly width?: number
  readonly height?: number
  readonly locale?: string
  readonly colorScheme?: 'light' | 'dark'
  readonly touch?: boolean
}

/** A browser of its own with a profile of its own, which `close` takes away. */
export async function openBrowser(options: BrowserOptions): Promise<Browser> {
  const { url, width = 1280, height = 800, locale = 'id-ID', colorScheme = 'light' } = options
  const profile = await mkdtemp(join(tmpdir(), 'sedikit-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: FLAGS,
    viewport: { width, height },
    locale,
    colorScheme,
    timezoneId: 'Asia/Makassar',
    hasTouch: options.touch === true,
    isMobile: options.touch === true,
  })
  const complaints: string[] = []
  const foreign: string[] = []
  context.on('request', (request) => {
    if (!request.url().startsWith(url)) foreign.push(request.url())
  })
  const page = context.pages()[0] ?? (await context.newPage())
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.setDefaultTimeout(20_000)
  await page.goto(url)
  return {
    page,
    complaints,
    foreign,
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Waits until it can be seen; fails with what it looked for. */
export const expectShown = (locator: Locator): Promise<void> => locator.waitFor()

/** Waits until it is gone. */
export const expectGone = (locator: Locator): Promise<void> =>
  locator.waitFor({ state: 'detached' })

import { existsSync } from 'node:fs'
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

export interface Chromium {
  /** A window of its own, which knows nothing of the others. */
  open(options: BrowserOptions): Promise<Browser>
  close(): Promise<void>
}

/** Starts Chromium on a fresh profile, which goes away with it. */
export async function startChromium(): Promise<Chromium> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS })
  return {
    open: async (options) => {
      const { url, width = 1280, height = 800, locale = 'id-ID', colorScheme = 'light' } = options
      const context = await browser.newContext({
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
        if (new URL(request.url()).origin !== new URL(url).origin) foreign.push(request.url())
      })
      // Runs in every frame, whatever its page's policy: what a policy stops is told by name.
      await context.addInitScript(`addEventListener('securitypolicyviolation', (event) => {
        console.error('broke its policy:', event.effectiveDirective, event.blockedURI)
      })`)
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      page.setDefaultTimeout(20_000)
      await page.goto(url)
      return { page, complaints, foreign, close: () => context.close() }
    },
    close: () => browser.close(),
  }
}

/** A single window, with a Chromium of its own. */
export async function openBrowser(options: BrowserOptions): Promise<Browser> {
  const started = await startChromium()
  const window = await started.open(options)
  return { ...window, close: () => started.close() }
}

/** @throws Error when a page asked for something from outside, or complained of anything */
export function assertQuiet({ foreign, complaints }: Browser): void {
  if (foreign.length > 0) throw new Error(`asked elsewhere: ${foreign.join(', ')}`)
  if (complaints.length > 0) throw new Error(`complained: ${complaints.join('; ')}`)
}

/** Waits until it can be seen; fails with what it looked for. */
export const expectShown = (locator: Locator): Promise<void> => locator.waitFor()

/** Waits until it is gone. */
export const expectGone = (locator: Locator): Promise<void> =>
  locator.waitFor({ state: 'detached' })

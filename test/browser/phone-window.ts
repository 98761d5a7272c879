import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { until } from '../support/until.ts'
import type { Browser, Chromium } from './browser.ts'

export interface AttachedFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** The phone of one person, as the page shows it on a phone. */
export interface PhoneWindow extends Browser {
  log(): Locator
  /** The newest bubble with these words. */
  bubble(words: string | RegExp): Locator
  /** Waits until the page shows the newest message as it stands, with its buttons. */
  current(): Promise<void>
  /** The newest button of that name, once the page is current. */
  tap(name: string): Promise<void>
  say(text: string): Promise<void>
  /** Attaches files; what is said stands below them. */
  attach(files: readonly AttachedFile[], caption?: string): Promise<void>
  /** Writes as an answer to the newest bubble with these words. */
  answer(words: string | RegExp, text: string): Promise<void>
  /** In light and in dark, into the folder that `SEDIKIT_SCREENSHOTS` names; without one nothing. */
  picture(name: string): Promise<void>
}

/** Opens somebody's phone, 390 pixels wide. */
export async function openPhoneWindow(
  chromium: Chromium,
  url: string,
  person: SimulatedPerson,
): Promise<PhoneWindow> {
  const window = await chromium.open({
    url: `${url}/#phone/${person.id}/${person.id}`,
    width: 390,
    height: 844,
    touch: true,
  })
  const { page } = window
  const field = page.locator('textarea')
  const bubble = (words: string | RegExp): Locator =>
    page.locator('.bubble').filter({ hasText: words }).last()
  /** Does something, and waits until the phone has sent what that is. */
  const sending = async (act: () => Promise<void>): Promise<void> => {
    const newest = (): number => person.messages().findLast((m) => !m.fromBot)?.id ?? 0
    const before = newest()
    await act()
    await until(() => newest() > before, 'the message on its way')
  }
  const say = (text: string): Promise<void> =>
    sending(async () => {
      await field.fill(text)
      await field.press('Enter')
    })
  const current = (): Promise<void> =>
    until(async () => {
      const newest = person.messages().at(-1)
      if (newest === undefined) return true
      const article = page.locator(`[data-message="${newest.id}"]`)
      if ((await article.count()) === 0) return false
      const shown = await article.innerText()
      const { text, poll, buttons = [] } = newest
      const words = [
        poll?.question ?? text.split('\n')[0] ?? '',
        ...buttons.flat().map((b) => b.text),
      ]
      return words.every((word) => shown.includes(word))
    }, 'the newest message on the page')
  return {
    ...window,
    log: () => page.getByRole('log'),
    bubble,
    say,
    current,
    tap: async (name) => {
      await current()
      await page.getByRole('button', { name, exact: true }).last().tap()
    },
    attach: (files, caption = '') =>
      sending(async () => {
        await field.fill(caption)
        await page.locator('input[type=file]').setInputFiles([...files])
      }),
    answer: async (words, text) => {
      await bubble(words).dispatchEvent('contextmenu')
      await page.getByRole('button', { name: 'Balas', exact: true }).tap()
      await say(text)
    },
    picture: async (name) => {
      const folder = process.env['SEDIKIT_SCREENSHOTS']
      if (folder === undefined) return
      await mkdir(folder, { recursive: true })
      await current()
      await page.evaluate(`document.querySelector('[role=log]').scrollTo(0, 1e9)`)
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) })
      }
    },
  }
}

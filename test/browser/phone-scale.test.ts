import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectShown, hasChromium, openBrowser, type Browser } from './browser.ts'
import { openTable, type Table } from './table.ts'

const PEOPLE = 1000
const MESSAGES = 5000
const WRITER = 1

/** Runs in the page: scrolls step by step, and tells how far lines jumped and how much was drawn. */
const scroll = (selector: string, step: number, steps: number): string => `(async () => {
  const list = document.querySelector('${selector}')
  const top = list.getBoundingClientRect().top
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  let jump = 0
  let most = 0
  for (let at = 0; at < ${steps}; at += 1) {
    const line = [...list.querySelectorAll('article, li')]
      .find((one) => one.getBoundingClientRect().bottom > top + 200)
    const before = line.getBoundingClientRect().top
    const from = list.scrollTop
    list.scrollTop += ${step}
    const moved = list.scrollTop - from
    await frame()
    await frame()
    if (line.isConnected) {
      jump = Math.max(jump, Math.abs(line.getBoundingClientRect().top - before + moved))
    }
    most = Math.max(most, list.querySelectorAll('*').length)
  }
  return { jump, most, top: list.scrollTop }
})()`

interface Scrolled {
  /** Pixels that a line was away from where scrolling alone would have put it. */
  jump: number
  /** Elements that were drawn at once. */
  most: number
  top: number
}

describe.runIf(hasChromium())('a thousand phones and a chat of five thousand messages', () => {
  let table: Table
  let browser: Browser

  beforeAll(async () => {
    table = await openTable()
    for (let id = WRITER; id <= PEOPLE; id += 1) {
      table.simulator.person({ id, firstName: `Warga ${id}` }).start()
    }
    const writer = table.simulator.person({ id: WRITER, firstName: 'Warga 1' })
    for (let number = 1; number < MESSAGES; number += 1) {
      writer.sendText(`Pesan ${number}. ${'Sedikit demi sedikit. '.repeat(number % 12)}`)
    }
    browser = await openBrowser({ url: table.simulator.url })
  })
  afterAll(async () => {
    await browser.close()
    await table.close()
  })

  it('draws of the list only what is in sight, and finds anybody', async () => {
    const { page } = browser
    await expectShown(page.locator('.person').first())
    const list = await page.evaluate<Scrolled>(scroll('.people-scroll', 500, 60))
    expect(list.most).toBeLessThan(500)
    expect(list.jump).toBeLessThanOrEqual(1)
    const search = page.getByRole('searchbox', { name: 'Cari nama' })
    await search.fill('warga 777')
    await expectShown(page.locator('.person').getByText('Warga 777', { exact: true }))
    expect(await page.locator('.person').count()).toBe(1)
    await search.fill('')
  })

  it('goes through the list by the arrow keys, beyond what is drawn', async () => {
    const { page } = browser
    await page.locator('.person').first().focus()
    await page.keyboard.press('End')
    await expectShown(page.locator(`.person:focus[data-row="${PEOPLE - 1}"]`))
    await page.keyboard.press('ArrowUp')
    await expectShown(page.locator(`.person:focus[data-row="${PEOPLE - 2}"]`))
    await page.keyboard.press('Home')
    await expectShown(page.locator('.person:focus[data-row="0"]'))
  })

  it('opens the long chat at its end and draws a piece of it', async () => {
    const { page } = browser
    await page.getByRole('searchbox', { name: 'Cari nama' }).fill('warga 1')
    await page.locator('.person').getByText('Warga 1', { exact: true }).click()
    await expectShown(page.locator('.message').getByText(`Pesan ${MESSAGES - 1}.`))
    expect(await page.locator('.message').count()).toBeLessThan(150)
  })

  it('scrolls through it without a jump, up through what was never measured and down again', async () => {
    const { page } = browser
    const up = await page.evaluate<Scrolled>(scroll('.messages', -170, 80))
    expect(up.jump).toBeLessThanOrEqual(1)
    expect(up.most).toBeLessThan(2500)
    const down = await page.evaluate<Scrolled>(scroll('.messages', 130, 40))
    expect(down.jump).toBeLessThanOrEqual(1)
  })

  it('reaches the first message, and one tap leads back to the newest', async () => {
    const { page } = browser
    await page.evaluate(`document.querySelector('.messages').scrollTop = 0`)
    await expectShown(page.locator('.message').getByText('/start'))
    await table.api.sendMessage(WRITER, 'Pelajaran baru')
    await page.getByRole('button', { name: '1 pesan baru' }).click()
    await expectShown(page.locator('.message').getByText('Pelajaran baru'))
  })

  it('leads from an answer to the far message that it answers', async () => {
    const { page } = browser
    const writer = table.simulator.person({ id: WRITER, firstName: 'Warga 1' })
    const far = writer.messages().find(({ text }) => text.startsWith('Pesan 2500.'))!
    await table.api.sendMessage(WRITER, 'Tentang yang tadi', {
      reply_parameters: { message_id: far.id },
    })
    await page
      .getByRole('article')
      .filter({ hasText: 'Tentang yang tadi' })
      .locator('.quote')
      .click()
    await expectShown(page.locator('.text').getByText('Pesan 2500.'))
  })
})

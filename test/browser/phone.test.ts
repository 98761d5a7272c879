import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { until } from '../support/until.ts'
import { expectGone, expectShown, hasChromium, openBrowser, type Browser } from './browser.ts'
import { openTable, type Table } from './table.ts'

describe.runIf(hasChromium())('a phone in the browser', () => {
  let table: Table
  let browser: Browser
  let siti: SimulatedPerson

  beforeAll(async () => {
    table = await openTable()
    await table.api.setMyDescription('Satu pelajaran setiap hari kerja.')
    await table.api.setMyCommands([{ command: 'materi', description: 'Pelajaran hari ini' }])
    browser = await openBrowser({ url: table.simulator.url })
  })
  afterAll(async () => {
    await browser.close()
    await table.close()
  })

  const shown = (text: string) => browser.page.locator('.screen').getByText(text, { exact: true })
  const button = (name: string) => browser.page.getByRole('button', { name, exact: true })

  it('is switched on with an invitation, introduces the bot, and sends its code with START', async () => {
    const { page } = browser
    const link = `https://t.me/${table.simulator.botUsername}?start=KODE-1`
    const form = page.getByRole('main')
    await form.getByLabel('Nama', { exact: true }).fill('Siti')
    await form.getByLabel('Tautan atau kode undangan').fill('https://t.me/bot_lain?start=x')
    await expectShown(form.getByRole('alert'))
    expect(await form.getByRole('button', { name: 'Nyalakan ponsel' }).isDisabled()).toBe(true)
    await form.getByLabel('Tautan atau kode undangan').fill(link)
    await form.getByRole('button', { name: 'Nyalakan ponsel' }).click()
    await expectShown(shown('Satu pelajaran setiap hari kerja.'))
    await button('MULAI').click()
    await expectShown(shown('/start KODE-1'))
    siti = table.simulator.people()[0]!
    expect(siti.messages().map(({ text }) => text)).toEqual(['/start KODE-1'])
    expect(siti).toMatchObject({ firstName: 'Siti', languageCode: 'id' })
  })

  it('shows formatted text as it comes, and nothing of it as HTML', async () => {
    const text = 'Halo <b>Bu Siti</b>, <i>selamat pagi</i>. &lt;img src=x&gt; <code>x</code>'
    await table.api.sendMessage(siti.id, text, { parse_mode: 'HTML' })
    await expectShown(shown('Bu Siti'))
    await expectShown(browser.page.locator('.text b', { hasText: 'Bu Siti' }))
    expect(await browser.page.locator('.bubble img').count()).toBe(0)
  })

  it('presses an inline button and shows what the bot answers', async () => {
    await table.api.sendMessage(siti.id, 'Setuju?', {
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Setuju', callback_data: 'ya' },
            { text: 'Nanti', callback_data: 'nanti' },
          ],
        ],
      },
    })
    await button('Setuju').click()
    expect(await table.answerPress({ text: 'Tercatat' })).toBe('ya')
    await expectShown(shown('Tercatat'))
    await button('Nanti').click()
    await table.answerPress({ text: 'Baik, lain kali.', alert: true })
    await expectShown(browser.page.getByRole('dialog').getByText('Baik, lain kali.'))
    await browser.page.keyboard.press('Escape')
    await expectGone(browser.page.getByRole('dialog'))
  })

  it('answers a quiz with one tap: shares, right and wrong, and the explanation', async () => {
    const { message_id } = await table.api.sendPoll(
      siti.id,
      'Siapa yang bertanggung jawab?',
      [{ text: 'Chatbot' }, { text: 'Penulis surat' }, { text: 'Penerima' }],
      {
        type: 'quiz',
        is_anonymous: false,
        correct_option_ids: [1],
        explanation: 'Yang menandatangani yang bertanggung jawab.',
      },
    )
    await button('Chatbot').click()
    await expectShown(shown('Yang menandatangani yang bertanggung jawab.'))
    await expectShown(shown('Belum tepat'))
    const result = browser.page.locator('.poll-result')
    expect(await result.allInnerTexts()).toEqual([
      expect.stringContaining('100%'),
      expect.stringContaining('0%'),
      expect.stringContaining('0%'),
    ])
    expect(await result.nth(0).getAttribute('class')).toContain('wrong')
    expect(await result.nth(1).getAttribute('class')).toContain('right')
    await expectShown(result.nth(1).getByText('Penulis surat, 0 persen, jawaban yang benar'))
    expect(siti.message(message_id)?.poll).toMatchObject({ answered: true, right: false })
  })

  it('types, and offers the commands of the bot', async () => {
    const field = browser.page.getByRole('textbox', { name: 'Pesan' })
    await field.fill('Apa kabar?')
    await field.press('Enter')
    await expectShown(shown('Apa kabar?'))
    await field.fill('/')
    await browser.page.getByText('Pelajaran hari ini').click()
    await until(() => siti.messages().at(-1)?.text === '/materi', 'the command')
    expect(siti.messages().at(-2)?.text).toBe('Apa kabar?')
  })

  it('brings a reply keyboard, which goes when the bot takes it away', async () => {
    await table.api.sendMessage(siti.id, 'Jam berapa?', {
      reply_markup: { keyboard: [['08.00', '09.00']], resize_keyboard: true },
    })
    await button('09.00').click()
    await until(() => siti.messages().at(-1)?.text === '09.00', 'the hour')
    await table.api.sendMessage(siti.id, 'Baik', { reply_markup: { remove_keyboard: true } })
    await expectGone(button('08.00'))
  })

  it('follows edits, deletions and who is typing', async () => {
    const { message_id } = await table.api.sendMessage(siti.id, 'Sebelum')
    await expectShown(shown('Sebelum'))
    await table.api.sendChatAction(siti.id, 'typing')
    await expectShown(shown('sedang mengetik…'))
    await table.api.editMessageText(siti.id, message_id, 'Sesudah')
    await expectShown(shown('Sesudah'))
    await table.api.deleteMessage(siti.id, message_id)
    await expectGone(shown('Sesudah'))
  })

  it('shows pictures and files, and says which messages came without a sound', async () => {
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const { InputFile } = await import('grammy')
    await table.api.sendPhoto(siti.id, new InputFile(dot, 'titik.png'), { caption: 'Bukit Anda' })
    await table.api.sendDocument(siti.id, new InputFile(Buffer.from('a'), 'laporan.csv'), {
      disable_notification: true,
    })
    await expectShown(browser.page.getByRole('img', { name: 'Bukit Anda' }))
    await browser.page.waitForFunction(`document.querySelector('.photo img').naturalWidth === 1`)
    const file = browser.page.getByRole('article').filter({ hasText: 'laporan.csv' })
    await expectShown(file.getByRole('img', { name: 'datang tanpa bunyi' }))
  })

  it('waits without a signal: what is written stays, what is sent stays outside, then all comes', async () => {
    const { page } = browser
    const signal = page.getByRole('switch', { name: 'Sinyal' })
    await signal.click()
    await expectShown(shown('Menunggu jaringan…'))
    await page.getByRole('textbox', { name: 'Pesan' }).fill('Masih di jalan')
    await page.keyboard.press('Enter')
    await expectShown(page.getByRole('img', { name: 'menunggu sinyal' }))
    await table.api.sendMessage(siti.id, 'Pelajaran Selasa')
    await table.api.sendMessage(siti.id, 'Kuis Selasa')
    expect(await shown('Pelajaran Selasa').count()).toBe(0)
    expect(siti.messages().at(-1)?.text).not.toBe('Masih di jalan')
    await signal.click()
    await expectShown(shown('Pelajaran Selasa'))
    await expectShown(shown('Kuis Selasa'))
    await until(() => siti.messages().at(-1)?.text === 'Masih di jalan', 'what was written')
    await expectGone(page.getByRole('img', { name: 'menunggu sinyal' }))
  })

  it('blocks and unblocks the bot', async () => {
    await button('Menu obrolan').click()
    await button('Blokir bot').click()
    await expectShown(button('Buka blokir'))
    await expect(table.api.sendMessage(siti.id, 'x')).rejects.toThrow(/blocked/)
    await button('Buka blokir').click()
    await expectShown(browser.page.getByRole('textbox', { name: 'Pesan' }))
    await table.api.sendMessage(siti.id, 'Selamat datang kembali')
    await expectShown(shown('Selamat datang kembali'))
  })

  it('remembers the phones over a reload', async () => {
    await browser.page.reload()
    await expectShown(shown('Selamat datang kembali'))
  })

  it('asked nobody else for anything, and had nothing to complain of', () => {
    expect(browser.foreign).toEqual([])
    // The blocked send was the bot's; the page itself had no refused request.
    expect(browser.complaints).toEqual([])
  })
})

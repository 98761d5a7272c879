import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeEmbeddedPostgres } from '../../src/platform/embedded/index.ts'
import { until } from '../support/until.ts'
import { expectShown, hasChromium, startChromium, type Browser, type Chromium } from './browser.ts'

const BIN = fileURLToPath(new URL('../../bin/sedikit.mjs', import.meta.url))

/** Enough that the announcement runs for seconds, and few enough that one day is soon lived. */
const PEOPLE = '40'

/** The real demo, its bot in a process of its own, walked as a visitor walks it. */
describe.runIf(hasChromium())(
  "the coordinator's step of the tour, and the pulled plug",
  () => {
    let folder: string
    let demo: ChildProcess
    let chromium: Chromium
    let browser: Browser
    let url = ''
    let stderr = ''

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'sedikit-tour-'))
      const args = ['demo', '--people', PEOPLE, '--days', '1', '--data', folder]
      demo = spawn(process.execPath, [BIN, ...args], {
        env: { PATH: '/usr/bin:/bin', PORT: '0' },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let stdout = ''
      demo.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
      demo.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
      const lived = (): boolean => stdout.includes('The history is lived')
      await until(() => lived() || demo.exitCode !== null, 'the lived day', 300_000)
      if (demo.exitCode !== null) throw new Error(`The demo ended:\n${stderr}`)
      url = /http:\/\/127\.0\.0\.1:\d+/.exec(stdout)?.[0] ?? ''
      chromium = await startChromium()
      browser = await chromium.open({ url, width: 1280, height: 800 })
    }, 320_000)

    afterAll(async () => {
      await chromium.close()
      demo.kill('SIGINT')
      if (demo.exitCode === null) await once(demo, 'exit')
      await removeEmbeddedPostgres(join(folder, 'postgres'))
      await rm(folder, { recursive: true, force: true })
    }, 60_000)

    const tour = (): Locator => browser.page.getByRole('region', { name: 'Tur enam langkah' })
    const phone = (name: string): Locator =>
      browser.page.getByRole('region', { name: `Ponsel ${name}` })

    const chat = (name: string): Locator => phone(name).getByRole('log')

    async function write(to: Locator, text: string): Promise<void> {
      await to.getByRole('textbox', { name: 'Pesan' }).fill(text)
      await to.getByRole('button', { name: 'Kirim', exact: true }).click()
    }

    /** For whoever wants to look: SEDIKIT_SCREENSHOTS names the folder. */
    async function pictures(
      name: string,
      open: (page: Page) => Promise<void> = openPlug,
      shown = '.plug',
    ): Promise<void> {
      const into = process.env['SEDIKIT_SCREENSHOTS']
      if (into === undefined) return
      await mkdir(into, { recursive: true })
      for (const colorScheme of ['light', 'dark'] as const) {
        await browser.page.emulateMedia({ colorScheme })
        await browser.page.screenshot({ path: join(into, `${name}-1280-${colorScheme}.png`) })
        for (const locale of ['id-ID', 'en-GB']) {
          const narrow = await chromium.open({ url, width: 390, height: 844, colorScheme, locale })
          await open(narrow.page)
          await narrow.page.locator(shown).first().scrollIntoViewIfNeeded()
          if (shown === '.plug') await narrow.page.mouse.wheel(0, 600)
          const path = join(into, `${name}-390-${colorScheme}-${locale}.png`)
          await narrow.page.screenshot({ path })
          await narrow.close()
        }
      }
      await browser.page.emulateMedia({ colorScheme: 'light' })
    }

    async function openAdmin(page: Page): Promise<void> {
      await page
        .getByRole('button', { name: /Admin melihat semuanya|The admin sees it all/ })
        .first()
        .click()
    }

    /** On a narrow screen the phone is all that is seen. */
    async function openAdminPhone(page: Page): Promise<void> {
      await openAdmin(page)
      await page
        .getByRole('button', { name: /Ambil ponsel Fitriani Usman|Pick up Fitriani Usman/ })
        .click()
      await page
        .getByText(/laporan-pimpinan-/)
        .last()
        .waitFor({ timeout: 60_000 })
    }

    async function openPlug(page: Page): Promise<void> {
      await page
        .getByRole('button', { name: /Cabut stekernya|Pull the plug/ })
        .first()
        .click()
    }

    it('shows the coordinator who is behind, and nobody’s answers', async () => {
      await tour()
        .getByRole('button', { name: /Koordinator mendampingi/ })
        .click()
      await tour().getByRole('button', { name: 'Ambil ponsel Ridwan Basri' }).click()
      const his = phone('Ridwan Basri')
      await write(his, '/belum_selesai')
      await expectShown(his.getByText(/Belum selesai/).last())
      await expectShown(his.getByText(/peserta/).last())
    })

    it('lets an announcement arrive on the phones of the unit, and counts who has read it', async () => {
      await tour()
        .getByRole('button', { name: /^Nyalakan \d ponsel anggotanya$/ })
        .click()
      const hers = phone('Nurul Salim')
      const his = phone('Ridwan Basri')
      await expectShown(hers)
      await write(his, '/pengumuman')
      await expectShown(chat('Ridwan Basri').getByText('Pengumuman baru').last())
      await write(his, 'Jumat kita latihan bersama.')
      await his.getByRole('button', { name: 'Lihat pratinjau' }).click()
      await his.getByRole('button', { name: 'Kirim sekarang', exact: true }).click()
      // Nobody moves the clock: the ten seconds in which it can be undone pass by themselves.
      await chat('Nurul Salim')
        .getByText('Jumat kita latihan bersama.')
        .last()
        .waitFor({ timeout: 60_000 })
      await expectShown(
        chat('Ridwan Basri')
          .getByText(/Diterima Telegram: [1-9]/)
          .last(),
      )
      await hers.getByRole('button', { name: 'Sudah saya baca' }).last().click()
      await chat('Ridwan Basri')
        .getByText(/Menekan “Sudah saya baca”: 1 dari/)
        .last()
        .waitFor({ timeout: 60_000 })
      await pictures('coordinator')
    })

    it('gives the admin the statistics, a unit of them, and the report for the leaders', async () => {
      await openAdmin(browser.page)
      await tour().getByRole('button', { name: 'Kirim /statistik' }).click()
      const hers = phone('Fitriani Usman')
      const perUnit = hers.getByRole('button', { name: 'Per unit', exact: true })
      await perUnit.last().waitFor({ timeout: 60_000 })
      await perUnit.last().click()
      const below = hers.getByRole('button', { name: /^(Kecamatan|Dinas|Kec\.) .+$/ })
      await below.last().waitFor({ timeout: 60_000 })
      const unit = (await below.last().innerText()).replace(/ ›$/, '')
      await below.last().click()
      await chat('Fitriani Usman')
        .getByText(`Statistik · ${unit}`)
        .last()
        .waitFor({ timeout: 60_000 })
      await pictures('admin-statistics', openAdmin, '.tour-step.open')
      await tour().getByRole('button', { name: 'Kirim /laporan pimpinan' }).click()
      const report = chat('Fitriani Usman').getByText(/laporan-pimpinan-[\d-]+\.pdf/)
      await report.last().waitFor({ timeout: 60_000 })
      expect(await report.count()).toBeGreaterThan(0)
      await pictures('admin-report', openAdminPhone, '.one-screen')
    })

    it('opens the dashboard by the link that the admin is given', async () => {
      await openAdmin(browser.page)
      await tour().getByRole('button', { name: 'Kirim /dasbor' }).click()
      const link = chat('Fitriani Usman')
        .getByRole('link', { name: /\/masuk\// })
        .last()
      await link.waitFor({ timeout: 60_000 })
      const address = (await link.getAttribute('href')) ?? ''
      const opened = await chromium.open({ url: address, width: 1280, height: 800 })
      await opened.page.getByRole('button', { name: 'Buka halaman' }).click()
      await opened.page
        .getByRole('heading', { level: 1, name: 'Ringkasan' })
        .waitFor({ timeout: 60_000 })
      expect(opened.complaints).toEqual([])
      expect(opened.foreign).toEqual([])
      const into = process.env['SEDIKIT_SCREENSHOTS']
      if (into !== undefined)
        await opened.page.screenshot({ path: join(into, 'dashboard-1280.png') })
      await opened.close()
    })

    it('says that Telegram answers slowly here', async () => {
      await openPlug(browser.page)
      await expectShown(tour().getByText(/baru menjawab setelah 0,4 detik/))
    })

    it('kills the bot in the middle of an announcement, and loses nothing', async () => {
      await openPlug(browser.page)
      const running = tour().getByText(/Bot menyala: proses nomor \d+/)
      const pid = Number(/\d+/.exec(await running.innerText())?.[0])
      expect(() => process.kill(pid, 0)).not.toThrow()
      await tour().getByRole('button', { name: 'Umumkan ke semua orang' }).click()
      await tour()
        // In the middle, wherever it is when the page looks: on a slow machine it looks seldom.
        .getByText(/^(?:[5-9]|[1-4]\d) dari \d+$/)
        .waitFor({ timeout: 120_000 })
      const slow = Number(/\d+/.exec(await running.innerText())?.[0])
      expect(slow).not.toBe(pid)
      await tour().getByRole('button', { name: 'Cabut stekernya', exact: true }).click()
      await expectShown(tour().getByText('Steker tercabut.'))
      expect(() => process.kill(slow, 0)).toThrow('ESRCH')
      await pictures('unplugged')

      await tour().getByRole('button', { name: 'Pasang lagi' }).click()
      await tour().getByText('Selesai. Inilah hitungannya:').waitFor({ timeout: 120_000 })
      const sums = await tour().locator('.plug-account dl').innerText()
      expect(sums).toMatch(/hilang\s+0$/)
      expect(sums).toMatch(/sampai dua kali\s+0\s/)
      expect(sums).toMatch(/belum dikirim\s+0\s/)
      const state = (await (await fetch(new URL('/demo/state', url))).json()) as {
        plug: { pulls: number; announcement: Record<string, number> }
      }
      const {
        recipients = 0,
        sent = 0,
        uncertain = 0,
        ended = 0,
        arrived = 0,
      } = state.plug.announcement
      expect(state.plug.pulls).toBe(1)
      expect(sent + uncertain + ended).toBe(recipients)
      expect(arrived).toBeGreaterThanOrEqual(sent)
      await pictures('recovered')
    })

    it('goes on at its own pace when time is moved', async () => {
      const bar = browser.page.getByRole('region', { name: 'Waktu di dalam demo' })
      await bar.getByRole('button', { name: '+1 jam' }).click()
      await expect
        .poll(async () => (await fetch(new URL('/demo/ledgers', url))).json(), { timeout: 120_000 })
        .toMatchObject({ lost: 0, pace: { sendRate: 1000 } })
    })

    it('had nothing to complain of', () => {
      expect(browser.complaints).toEqual([])
      expect(browser.foreign).toEqual([])
      // Warnings of the page's builder on a busy machine are none of the demo's.
      expect(stderr).not.toMatch(/"level":[56]0/)
    })
  },
  600_000,
)

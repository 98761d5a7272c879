import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Route } from '../../src/simulator/index.ts'
import { until } from '../support/until.ts'
import { expectShown, hasChromium, openBrowser, type Browser } from './browser.ts'
import { openTable, type Table } from './table.ts'

/** The demo's contract with the page, played by hand: what the page does with it is tested here. */
function fakeDemo() {
  const listeners = new Set<ServerResponse>()
  const wishes: string[] = []
  let ready = false
  let plug: Record<string, unknown> = { pid: 4711, starting: false, pulls: 0, announcement: null }
  let clock = { now: '2026-11-23T01:30:00Z', moving: false, playing: false }
  const roles = ['newcomer', 'mid_course', 'lagging', 'coordinator', 'admin'] as const
  const state = () => ({
    organisation: { name: { id: 'Kabupaten Contoh', en: 'Example Regency' } },
    ...clock,
    timezone: 'Asia/Makassar',
    gallery: roles.map((role, at) => ({
      id: 800 + at,
      role,
      name: `Tokoh ${role}`,
      title: { id: `Jabatan ${role}`, en: `Title ${role}` },
      story: { id: `Kisah ${role}`, en: `Story ${role}` },
    })),
    invite: {
      link: 'https://t.me/sedikit_demo_bot?start=DEMO1',
      code: 'DEMO1',
      botUsername: 'sedikit_demo_bot',
    },
    cohort: 1200,
    crew: [801],
    plug,
  })
  const ledgers = () => ({
    inbox: { new: 0, handled: 12, passed: 0, parked: 0 },
    outbox: { pending: 3, sending: 1, sent: 4321, uncertain: 0, failed: 0, cancelled: 0 },
    queue: { kind: 'postgres', depth: 4 },
    pace: { sendRate: 28, bulkNextMs: 0, pausedUntil: null, halted: false },
    received: 4321,
    lost: 0,
  })
  const route: Route = (request, response, url) => {
    if (!url.pathname.startsWith('/demo/')) return false
    const json = (status: number, value: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    }
    if (url.pathname === '/demo/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': \n\n')
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
    } else if (url.pathname === '/demo/ledgers') json(200, ledgers())
    else if (url.pathname === '/demo/state') {
      if (ready) json(200, state())
      else json(503, { error: 'the demo is starting' })
    } else {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        wishes.push(`${url.pathname} ${body}`)
        json(202, {})
      })
    }
    return true
  }
  return {
    route,
    wishes,
    begin: () => {
      ready = true
    },
    tell: (word: Partial<typeof clock>) => {
      clock = { ...clock, ...word }
      for (const one of listeners) one.write(`event: clock\ndata: ${JSON.stringify(clock)}\n\n`)
    },
    tellPlug: (word: Record<string, unknown>) => {
      plug = { ...plug, ...word }
      for (const one of listeners) one.write(`event: plug\ndata: ${JSON.stringify(plug)}\n\n`)
    },
  }
}

describe.runIf(hasChromium())('the page of a demo', () => {
  const demo = fakeDemo()
  let table: Table
  let browser: Browser

  beforeAll(async () => {
    table = await openTable([demo.route])
    browser = await openBrowser({ url: table.simulator.url, width: 1440, height: 900 })
  })
  afterAll(async () => {
    await browser.close()
    await table.close()
  })

  it('waits for a demo that is still starting', async () => {
    await expectShown(browser.page.getByText('Sedikit').first())
    demo.begin()
    await expectShown(browser.page.getByText('Kabupaten Contoh'))
    await expectShown(browser.page.getByRole('heading', { name: 'Mau jadi siapa?' }))
    // The answers of before were "not yet", which the browser writes down; from here on none.
    browser.complaints.length = 0
  })

  it('leads through six steps, five of them to the phone of a role', async () => {
    const { page } = browser
    const tour = page.getByRole('region', { name: 'Tur enam langkah' })
    expect(await tour.getByRole('listitem').count()).toBe(6)
    await tour.getByRole('button', { name: 'Ambil ponsel Tokoh newcomer' }).click()
    const phone = page.getByRole('region', { name: 'Ponsel Tokoh newcomer' })
    await phone.getByRole('button', { name: 'MULAI' }).click()
    await expectShown(phone.getByText('/start DEMO1'))
    await tour.getByRole('button', { name: /Admin melihat semuanya/ }).click()
    await tour.getByRole('button', { name: 'Ambil ponsel Tokoh admin' }).click()
    await expectShown(page.getByRole('region', { name: 'Ponsel Tokoh admin' }))
  })

  it('moves time, and waits while it moves', async () => {
    const { page } = browser
    const bar = page.getByRole('region', { name: 'Waktu di dalam demo' })
    await expectShown(bar.getByText('09.30').first())
    await expectShown(bar.getByText('Senin, 23 November 2026').first())
    await expectShown(bar.getByText('WITA'))
    await bar.getByRole('button', { name: 'Pagi kerja berikutnya' }).click()
    await until(() => demo.wishes.includes('/demo/clock {"to":"morning"}'), 'the wish')
    demo.tell({ moving: true })
    await expectShown(bar.getByText('Waktu berjalan…'))
    expect(await bar.getByRole('button', { name: '+1 minggu' }).isDisabled()).toBe(true)
    demo.tell({ moving: false, now: '2026-11-24T01:00:00Z' })
    await expectShown(bar.getByText('09.00').first())
    expect(await bar.getByRole('button', { name: '+1 minggu' }).isDisabled()).toBe(false)
    await bar.getByRole('button', { name: 'Jalankan waktu' }).click()
    await until(() => demo.wishes.includes('/demo/play {"playing":true}'), 'the play')
    await expectShown(bar.getByRole('button', { name: 'Hentikan waktu' }))
  })

  it('shows the ledgers to the curious, and what Telegram accepts, live', async () => {
    const { page } = browser
    await page.getByRole('button', { name: 'Di balik layar' }).first().click()
    const behind = page.getByRole('region', { name: 'Di balik layar' })
    await expectShown(behind.getByText('4.321').first())
    await expectShown(behind.getByText('paling banyak 28 pesan per detik'))
    await table.api.sendMessage(800, 'Halo dari bot')
    await expectShown(behind.getByText('Halo dari bot'))
  })

  it('pulls the plug, says that time waits for it, and shows both accounts', async () => {
    const { page } = browser
    const tour = page.getByRole('region', { name: 'Tur enam langkah' })
    await tour.getByRole('button', { name: /Cabut stekernya/ }).click()
    await expectShown(tour.getByText('Bot menyala: proses nomor 4711'))
    await tour.getByRole('button', { name: 'Umumkan ke semua orang' }).click()
    await until(() => demo.wishes.includes('/demo/announcement {}'), 'the announcement')
    const account = { recipients: 1200, ended: 0, twice: 0, lost: 0 }
    const sending = { ...account, phase: 'sending', arrived: 500, sent: 498, open: 702 }
    demo.tellPlug({ announcement: { ...sending, uncertain: 0, uncertainArrived: 0 } })
    await expectShown(tour.getByText('500 dari 1.200'))
    await tour.getByRole('button', { name: 'Cabut stekernya', exact: true }).click()
    await until(() => demo.wishes.includes('/demo/plug {"plugged":false}'), 'the pull')
    demo.tellPlug({ pid: null, pulls: 1 })
    await expectShown(tour.getByText('Steker tercabut.'))
    const bar = page.getByRole('region', { name: 'Waktu di dalam demo' })
    expect(await bar.getByRole('button', { name: '+1 minggu' }).isDisabled()).toBe(true)
    await tour.getByRole('button', { name: 'Pasang lagi' }).click()
    await until(() => demo.wishes.includes('/demo/plug {"plugged":true}'), 'the plug')
    demo.tellPlug({ starting: true })
    await expectShown(tour.getByText('Bot sedang dinyalakan…'))
    const done = { ...account, phase: 'done', arrived: 1200, sent: 1197, open: 0 }
    demo.tellPlug({
      pid: 4712,
      starting: false,
      announcement: { ...done, uncertain: 3, uncertainArrived: 2 },
    })
    await expectShown(tour.getByText('1.200 dari 1.200'))
    await expectShown(tour.getByText(/3 pesan sedang di jalan .* 2 di antaranya ternyata sampai/))
    expect(await tour.locator('.plug-account .good dd').innerText()).toBe('0')
  })

  it('finds a role by its address', async () => {
    const { page } = browser
    await page.goto(`${table.simulator.url}/#role=coordinator`)
    await page.reload()
    await expectShown(page.getByRole('region', { name: 'Ponsel Tokoh coordinator' }))
  })

  it('had nothing to complain of', () => {
    expect(browser.complaints).toEqual([])
    expect(browser.foreign).toEqual([])
  })
})

/**
 * The phone page with a thousand phones and a chat of five thousand messages: first paint, and the
 * frames of scrolling through both, beside those of a page that holds nothing (the limit of this
 * browser on this machine). Needs /usr/bin/chromium.
 *
 *     node bench/page.ts [--rounds 5] [--json]
 */
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { systemClock } from '../src/platform/clock.ts'
import { phonePage, startSimulator } from '../src/simulator/index.ts'
import { show, spreadOf } from './support/statistics.ts'

const PEOPLE = 1000
const MESSAGES = 5000

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)

const simulator = await startSimulator({
  clock: systemClock,
  limits: { globalPerSecond: null, chatPerSecond: null },
})
for (let id = 1; id <= PEOPLE; id++) {
  simulator.person({ id, firstName: `Warga ${id}` }).start()
}
const writer = simulator.person({ id: 1, firstName: 'Warga 1' })
for (let n = 1; n < MESSAGES; n++) {
  writer.sendText(`Pesan ${n}. ${'Sedikit demi sedikit. '.repeat(n % 12)}`)
}
simulator.addRoute(await phonePage(simulator))
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})

/** Milliseconds of each frame while `selector` is scrolled by `step`; runs in the page. */
const frames = (selector: string, step: number): string => `(async () => {
  const it = document.querySelector('${selector}')
  const times = []
  let last = await new Promise(requestAnimationFrame)
  for (let i = 0; i < 120; i++) {
    if (it !== null) it.scrollTop += ${step}
    const now = await new Promise(requestAnimationFrame)
    times.push(now - last)
    last = now
  }
  return times
})()`

const share = (times: readonly number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)] ?? Number.NaN

async function paintOf(page: Page): Promise<number> {
  return page.evaluate(`performance.getEntriesByName('first-contentful-paint')[0].startTime`)
}

try {
  const measured = { paint: [] as number[], list: [] as number[], chat: [] as number[] }
  const idle: number[] = []
  const slowest = { list: [] as number[], chat: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const blank = await context.newPage()
    idle.push(share(await blank.evaluate(frames('#none', 0)), 0.5))
    const page = await context.newPage()
    await page.goto(simulator.url)
    await page.locator('.person').first().waitFor()
    measured.paint.push(await paintOf(page))
    const list = await page.evaluate<number[]>(frames('.people-scroll', 500))
    await page.getByRole('searchbox').fill('warga 1')
    await page.locator('.person').getByText('Warga 1', { exact: true }).click()
    await page
      .locator('.message')
      .getByText(`Pesan ${MESSAGES - 1}.`)
      .waitFor()
    const chat = await page.evaluate<number[]>(frames('.messages', -300))
    measured.list.push(share(list, 0.5))
    measured.chat.push(share(chat, 0.5))
    slowest.list.push(share(list, 0.99))
    slowest.chat.push(share(chat, 0.99))
    await context.close()
  }
  const result = {
    firstPaintMs: spreadOf(measured.paint),
    blankFrameMs: spreadOf(idle),
    listFrameMs: spreadOf(measured.list),
    listSlowestFrameMs: spreadOf(slowest.list),
    chatFrameMs: spreadOf(measured.chat),
    chatSlowestFrameMs: spreadOf(slowest.chat),
  }
  if (values.json) console.log(JSON.stringify(result))
  else
    for (const [name, spread] of Object.entries(result))
      console.log(name.padEnd(20), show(spread, 1))
} finally {
  await browser.close()
  await simulator.close()
}

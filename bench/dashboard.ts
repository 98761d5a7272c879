/**
 * The dashboard's first view in Chromium on a throttled network: from following the link until the
 * figures and the first chart stand there, with nothing in the browser's cache, over a year of an
 * organisation. The server is ours whole, on real Postgres. Needs /usr/bin/chromium.
 *
 *     node bench/dashboard.ts [--people 20000] [--rounds 5] [--json]
 *
 * "Fast 3G" is the profile that the goal speaks of (1.6 Mbit/s down, 750 kbit/s up, 150 ms there and
 * back: Lighthouse's default for phones), "slow 3G" that of WebPageTest (400 kbit/s, 400 ms).
 */
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { chromium, type Browser } from 'playwright-core'
import { startApp } from '../src/app.ts'
import { storeCalendar } from '../src/learning/index.ts'
import { findPerson, grantAdmin } from '../src/people/index.ts'
import { movableClock } from '../src/platform/clock.ts'
import { parseConfig } from '../src/platform/config.ts'
import { connectDatabase } from '../src/platform/db/index.ts'
import { silentLogger } from '../src/platform/logger.ts'
import { rebuildRollups } from '../src/reports/index.ts'
import { startSimulator } from '../src/simulator/index.ts'
import { readDashboardPage } from '../src/web/index.ts'
import { initDataOf } from '../test/support/dashboard.ts'
import { addCrowdedYear, NOW } from './support/crowded-year.ts'
import { figure, report, type Figure } from './support/figure.ts'
import { openStand, type Stand } from './support/stand.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
})
const people = Number(values.people)
const rounds = Number(values.rounds)

const GOAL_MS = 1500
const ADMIN = 1

interface Network {
  readonly name: string
  readonly downKbit: number
  readonly upKbit: number
  /** Milliseconds there and back. */
  readonly latency: number
  /** How many times slower than this machine. */
  readonly slower: number
  readonly goal: boolean
}

const networks: readonly Network[] = [
  { name: 'fast 3G', downKbit: 1600, upKbit: 750, latency: 150, slower: 1, goal: true },
  {
    name: 'fast 3G, weak phone',
    downKbit: 1600,
    upKbit: 750,
    latency: 150,
    slower: 4,
    goal: false,
  },
  { name: 'slow 3G', downKbit: 400, upKbit: 400, latency: 400, slower: 1, goal: false },
]

const UNTHROTTLED: Network = {
  name: 'none',
  downKbit: 1e6,
  upKbit: 1e6,
  latency: 0,
  slower: 1,
  goal: false,
}

/** Notes when the first view stands there; runs in the page ahead of its own script. */
const NOTE_FIRST_VIEW = `{
  const look = () => {
    if (document.querySelector('.facts') === null || document.querySelector('.chart svg') === null) return
    watch.disconnect()
    requestAnimationFrame(() => { window.firstView = performance.now() })
  }
  const watch = new MutationObserver(look)
  watch.observe(document, { childList: true, subtree: true })
}`

const FIRST_VIEW = `(async () => {
  while (window.firstView === undefined) await new Promise(requestAnimationFrame)
  return window.firstView
})()`

interface Seen {
  /** Milliseconds from the start of the navigation. */
  readonly firstView: number
  /** The outline, before the script is there. */
  readonly firstPaint: number
  /** As they travelled, headers and all. */
  readonly bytes: number
}

async function look(browser: Browser, url: string, network: Network): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latency,
      downloadThroughput: (network.downKbit * 1000) / 8,
      uploadThroughput: (network.upKbit * 1000) / 8,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: network.slower })
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.addInitScript(NOTE_FIRST_VIEW)
    await page.goto(url)
    const firstView = await page.evaluate<number>(FIRST_VIEW)
    const firstPaint = await page.evaluate<number>(
      `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN`,
    )
    return { firstView, firstPaint, bytes }
  } finally {
    await context.close()
  }
}

/** The whole server on a year of an organisation. @returns the address that Telegram would open */
async function serve(stand: Stand): Promise<string> {
  const clock = movableClock(NOW)
  const { ownerUrl, appUrl } = await stand.database()
  const owner = connectDatabase(ownerUrl, { max: 1 })
  await storeCalendar(owner.db)
  await addCrowdedYear(owner.db, people)
  // Without it Postgres plans as if the tables were still empty.
  await owner.db.execute(sql`vacuum analyze`)
  await rebuildRollups(owner.db)
  await owner.db.execute(sql`vacuum analyze`)
  const admin = await findPerson(owner.db, ADMIN)
  if (admin === undefined) throw new Error('nobody is there')
  await grantAdmin(owner.db, admin.id, NOW)
  await owner.close()
  const simulator = await startSimulator({ clock })
  stand.alsoClose(() => simulator.close())
  const app = await startApp({
    config: parseConfig({
      BOT_TOKEN: '123456:demo',
      TELEGRAM_API_ROOT: simulator.url,
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      PORT: '0',
    }),
    clock,
    log: silentLogger,
    dataDir: '/nonexistent',
    lessonsDir: new URL('../lessons', import.meta.url).pathname,
    only: ['web'],
  })
  stand.alsoClose(() => app.stop())
  // What an image takes along: the page is built before anybody opens it.
  await readDashboardPage()
  const fragment = new URLSearchParams({ tgWebAppData: initDataOf({ clock }, ADMIN) })
  return `http://127.0.0.1:${app.webPort}/dasbor/#${fragment.toString()}`
}

async function measure(browser: Browser, url: string): Promise<Figure[]> {
  const figures: Figure[] = []
  // Prepared statements and compiled code are there, as on a server that has run for a minute.
  await look(browser, url, UNTHROTTLED)
  for (const network of networks) {
    const seen: Seen[] = []
    for (let round = 0; round < rounds; round++) seen.push(await look(browser, url, network))
    figures.push(
      figure({
        name: `dashboard, first view, ${network.name}`,
        unit: 'ms',
        values: seen.map(({ firstView }) => firstView),
        notes: {
          outlineMs: Math.round(Math.min(...seen.map(({ firstPaint }) => firstPaint))),
          bytes: Math.max(...seen.map(({ bytes }) => bytes)),
          people,
        },
        ...(network.goal && {
          goal: `under ${GOAL_MS}`,
          meets: ({ value }) => value < GOAL_MS,
        }),
      }),
    )
  }
  return figures
}

const stand = await openStand()
try {
  const url = await serve(stand)
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  stand.alsoClose(() => browser.close())
  const figures = await measure(browser, url)
  report(figures, values.json)
  if (figures.some(({ met }) => met === false)) process.exitCode = 1
} finally {
  await stand.close()
}

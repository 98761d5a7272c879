/**
 * Takes the pictures of the README anew, from a demo that runs and has lived its days:
 *
 *     npm run demo -- --people 40
 *     node tools/pictures.ts [http://127.0.0.1:8080] [--only lesson]
 *
 * It writes on the phones of three invented people, so start the demo afresh for another take.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'

const INTO = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const CHROMIUM = '/usr/bin/chromium'
/** A narrow phone; the bars of the demo above the chat are left out of the picture. */
const SIZE = { width: 390, height: 860 }
/** Pixels between the edge of the chat's head and the bot's name in it. */
const HEAD = 12
/** How much of a WebP's detail is kept, of 100. */
const QUALITY = 82

interface Shot {
  readonly name: string
  /** Who in the demo's gallery holds the phone. */
  readonly role: string
  /** What is written on it before the picture is taken. */
  readonly says?: string
  /** What has to be seen then. */
  readonly shows: RegExp
  /** What stands at the top of the picture; without it the newest message stands at its end. */
  readonly from?: string
  /** What stands at its end instead, as an expression of the page. */
  readonly to?: string
}

/** The message below the newest lesson: its quiz. */
const LESSON_AND_QUIZ = `(() => {
  const all = [...document.querySelectorAll('[data-message]')]
  return all[all.findLastIndex((one) => /^\\s*Pelajaran \\d+ dari/.test(one.innerText)) + 1]
})()`

const shots: readonly Shot[] = [
  {
    name: 'lesson',
    role: 'mid_course',
    says: '/materi',
    shows: /^Pelajaran \d+ dari/,
    to: LESSON_AND_QUIZ,
  },
  {
    name: 'progress',
    role: 'mid_course',
    says: '/progres',
    shows: /pelajaran dijawab/,
    from: '.photo',
  },
  { name: 'report', role: 'coordinator', says: '/laporan', shows: /hari belajar|pekan|minggu/i },
]

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
})
const url = positionals[0] ?? 'http://127.0.0.1:8080'

/** The ids of the demo's gallery, by role. */
async function gallery(): Promise<Map<string, number>> {
  const response = await fetch(new URL('/demo/state', url))
  const state = (await response.json()) as { gallery: { role: string; id: number }[] }
  return new Map(state.gallery.map(({ role, id }) => [role, id]))
}

async function shoot(page: Page, { name, says, shows, from, to }: Shot): Promise<void> {
  const log = page.getByRole('log')
  if (says !== undefined) {
    await page.locator('textarea').fill(says)
    await page.locator('textarea').press('Enter')
  }
  await log.getByText(shows).last().waitFor({ timeout: 60_000 })
  // What comes after the words, such as a picture or the quiz below a lesson.
  await page.waitForLoadState('networkidle')
  await page.evaluate(`document.querySelector('[role=log]').scrollTo(0, 1e9)`)
  if (from !== undefined) {
    await page.evaluate(`[...document.querySelectorAll('${from}')].at(-1).scrollIntoView()`)
  }
  if (to !== undefined) await page.evaluate(`${to}.scrollIntoView({ block: 'end' })`)
  const { y } = (await page.getByText('Sedikit', { exact: true }).first().boundingBox()) ?? { y: 0 }
  const top = Math.max(0, Math.round(y) - HEAD)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    clip: { x: 0, y: top, width: SIZE.width, height: SIZE.height - top, scale: 1 },
  })
  await writeFile(join(INTO, `${name}.webp`), Buffer.from(data, 'base64'))
  console.log(`docs/pictures/${name}.webp`)
}

await mkdir(INTO, { recursive: true })
const people = await gallery()
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
try {
  for (const shot of shots.filter(({ name }) => name === (values.only ?? name))) {
    const id = people.get(shot.role)
    if (id === undefined) throw new Error(`The demo has nobody who is ${shot.role}`)
    const page = await browser.newPage({
      viewport: SIZE,
      locale: 'id-ID',
      timezoneId: 'Asia/Makassar',
      hasTouch: true,
    })
    await page.goto(`${url}/#phone/${id}/${id}`)
    await shoot(page, shot)
    await page.close()
  }
} finally {
  await browser.close()
}

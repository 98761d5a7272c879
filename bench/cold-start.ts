/**
 * From the start of `npm start`'s process to "is running", and from the first word of somebody in the
 * chat to the bot's answer: with a Postgres of its own that is made first, with the same again later,
 * and with one that is there. Each answer is the first of its process. The simulated Telegram is in
 * this process.
 *
 *     node bench/cold-start.ts [--rounds 5] [--json]
 */
import { parseArgs } from 'node:util'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../src/platform/clock.ts'
import { startSimulator, type Simulator } from '../src/simulator/index.ts'
import { until } from '../test/support/until.ts'
import { figure, report, type Figure } from './support/figure.ts'
import { openStand } from './support/stand.ts'
import { endProcess, running, spawnStart } from './support/started.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)

const TOKEN = '123456:demo'

interface Started {
  readonly startMs: number
  readonly answerMs: number
}

let people = 0

async function startOnce(
  simulator: Simulator,
  env: Readonly<Record<string, string>>,
): Promise<Started> {
  const child = spawnStart({ env: { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: simulator.url, ...env } })
  try {
    const startMs = await running(child)
    people += 1
    const person = simulator.person({ id: 1000 + people, firstName: 'Siti', languageCode: 'id' })
    const since = performance.now()
    person.start()
    await until(() => person.messages().some(({ fromBot }) => fromBot), 'the first answer')
    return { startMs, answerMs: performance.now() - since }
  } finally {
    await endProcess(child, 'SIGTERM')
  }
}

function figuresOf(name: string, seen: readonly Started[]): Figure[] {
  return [
    figure({
      name: `cold start, ${name}`,
      unit: 'ms',
      values: seen.map(({ startMs }) => startMs),
      goal: 'under 5 s',
      meets: ({ value }) => value < 5000,
    }),
    figure({
      name: `the first answer after it, ${name}`,
      unit: 'ms',
      values: seen.map(({ answerMs }) => answerMs),
      goal: 'under 1 s',
      meets: ({ value }) => value < 1000,
    }),
  ]
}

async function measure(): Promise<Figure[]> {
  const stand = await openStand()
  const simulator = await startSimulator({ clock: systemClock })
  const folders: string[] = []
  try {
    const [made, kept, server]: [Started[], Started[], Started[]] = [[], [], []]
    const { ownerUrl, appUrl } = await stand.database()
    for (let round = 0; round < rounds; round++) {
      const folder = await mkdtemp(join(tmpdir(), 'sedikit-bench-'))
      folders.push(folder)
      const env = { DATA_DIR: join(folder, 'data') }
      made.push(await startOnce(simulator, env))
      kept.push(await startOnce(simulator, env))
      const there = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }
      server.push(await startOnce(simulator, there))
    }
    return [
      ...figuresOf('its Postgres made first', made),
      ...figuresOf('its Postgres kept', kept),
      ...figuresOf('a Postgres that is there', server),
    ]
  } finally {
    await simulator.close()
    await stand.close()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  }
}

report(await measure(), values.json)

/**
 * From kill -9 of `npm start`'s process to the first message that the next process sends, with a
 * backlog waiting, on both queue backends. The same backlog is killed again and again.
 *
 *     node bench/restart.ts [--rounds 5] [--backlog 100000] [--full] [--json]
 *
 * `--full` has a million messages wait.
 */
import { parseArgs } from 'node:util'
import { connectDatabase } from '../src/platform/db/index.ts'
import { figure, report, type Figure } from './support/figure.ts'
import { backends, insertBacklog, type Backend } from './support/ours.ts'
import { openStand, type Stand } from './support/stand.ts'
import { endProcess, spawnStart } from './support/started.ts'
import { openTelegram, tokensOf } from './support/telegram.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    backlog: { type: 'string' },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const backlog = Number(values.backlog ?? (values.full ? 1_000_000 : 100_000))

const FIRST = 1_000_000

/** So many of the waiting are in chats that are open, more than are sent meanwhile. */
const OPENED = 2000

const tokens = tokensOf(backends)

/** Milliseconds from each kill to the next process's first message. */
async function killAgainAndAgain(stand: Stand, backend: Backend): Promise<number[]> {
  const token = tokens[backend]
  const telegram = await openTelegram([token], 30)
  const { ownerUrl, appUrl } = await stand.database()
  const database = connectDatabase(ownerUrl, { max: 1 })
  const env = {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    ...(backend === 'redis' ? { REDIS_URL: stand.redisUrl } : {}),
  }
  await telegram.open(FIRST, OPENED)
  await insertBacklog(database, FIRST, backlog)
  let running = spawnStart({ env })
  stand.alsoClose(() => endProcess(running, 'SIGKILL'))
  try {
    await telegram.process.ask({ do: 'next' })
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      // In the midst of its work, not at its beginning.
      for (let more = 0; more < 30; more++) await telegram.process.ask({ do: 'next' })
      const killed = performance.now()
      await endProcess(running, 'SIGKILL')
      running = spawnStart({ env })
      await telegram.process.ask({ do: 'next' })
      times.push(performance.now() - killed)
    }
    return times
  } finally {
    await endProcess(running, 'SIGKILL')
    await database.close()
    await telegram.close()
  }
}

async function measure(): Promise<Figure[]> {
  const stand = await openStand()
  try {
    const figures: Figure[] = []
    for (const backend of backends) {
      const times = await killAgainAndAgain(stand, backend)
      figures.push(
        figure({
          name: `restart, backlog of ${backlog}`,
          unit: 's from kill -9 to the first message of the next process',
          backend,
          values: times.map((ms) => ms / 1000),
          goal: 'under 5 s',
          meets: ({ value }) => value < 5,
        }),
      )
    }
    return figures
  } finally {
    await stand.close()
  }
}

report(await measure(), values.json)

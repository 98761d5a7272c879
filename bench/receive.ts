/**
 * Answers to quizzes a second, from the update to the reply: ours through inbox, handler, answer in
 * Postgres and outbox; beside telegraf and grammY handlers that insert the same answer and reply,
 * without an inbox. All by long polling on the same simulator, each with a bot and people of its
 * own. First everybody answers at once (throughput); then so many more answer evenly at half of that
 * speed (latency from vote to reply). The contenders take turns.
 *
 *     node bench/receive.ts [--rounds 5] [--answers 500] [--full] [--profile <folder>] [--json]
 *
 * `--full` has 3,000 people answer in each of both parts; `--profile` writes CPU profiles of ours
 * there.
 */
import { parseArgs } from 'node:util'
import { addCrowd } from '../test/support/crowd.ts'
import { openContender, type Contender } from './support/contender.ts'
import { figure, ratiosOf, report, type Figure } from './support/figure.ts'
import { backends, CIVIL_START, openOurs, UNLIMITED } from './support/ours.ts'
import { openStand, type Stand } from './support/stand.ts'
import { openTelegram, tokensOf, type Telegram } from './support/telegram.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    answers: { type: 'string' },
    full: { type: 'boolean', default: false },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const answers = Number(values.answers ?? (values.full ? 3000 : 500))

const FIRST = 1_000_000
const tokens = tokensOf(['grammy', 'telegraf', 'redis', 'postgres'])
type Name = keyof typeof tokens

interface Runner {
  readonly name: Name
  /** Puts a quiz onto the phone of each of so many people. */
  readonly ask: (first: number, count: number) => Promise<void>
  readonly close: () => Promise<void>
}

interface Round {
  readonly perSecond: number
  /** Milliseconds at half load. */
  readonly p50: number
  readonly p99: number
}

async function openPeer(
  stand: Stand,
  apiRoot: string,
  name: 'grammy' | 'telegraf',
): Promise<Runner> {
  const { ownerUrl } = await stand.database()
  const peer: Contender = await openContender(`receive-${name}.ts`, {
    token: tokens[name],
    apiRoot,
    databaseUrl: ownerUrl,
  })
  return {
    name,
    ask: async (first, count) => {
      await peer.ask({ do: 'ask', first, count })
    },
    close: peer.close,
  }
}

async function openOurRunner(
  stand: Stand,
  apiRoot: string,
  backend: 'redis' | 'postgres',
): Promise<Runner> {
  const token = tokens[backend]
  // A lesson and its quiz go to one chat in a second: that is set up, not measured.
  const { profile } = values
  const sendRate = UNLIMITED
  const ours = await openOurs(stand, { backend, token, apiRoot, sendRate, chatGapMs: 0, profile })
  return {
    name: backend,
    ask: async (first, count) => {
      await addCrowd(ours.database.db, { count, firstId: first, dueAt: new Date(CIVIL_START) })
      await ours.process.ask({ do: 'tick' })
      await ours.drained()
    },
    close: ours.close,
  }
}

async function answerOnce(
  telegram: Telegram,
  name: Name,
  first: number,
  perSecond: number,
): Promise<Record<string, number>> {
  const token = tokens[name]
  const seen = await telegram.process.ask({ do: 'vote', token, first, count: answers, perSecond })
  if (seen['replies'] !== answers) throw new Error(`${name}: ${seen['replies']} of ${answers}`)
  return seen
}

async function oneRound(telegram: Telegram, runner: Runner, first: number): Promise<Round> {
  await runner.ask(first, 2 * answers)
  const burst = await answerOnce(telegram, runner.name, first, 0)
  const perSecond = (answers / (burst['ms'] ?? Number.NaN)) * 1000
  const half = await answerOnce(telegram, runner.name, first + answers, perSecond / 2)
  return { perSecond, p50: half['p50'] ?? Number.NaN, p99: half['p99'] ?? Number.NaN }
}

async function measure(): Promise<Figure[]> {
  const stand = await openStand()
  const closing: (() => Promise<void>)[] = [stand.close]
  try {
    const telegram = await openTelegram(Object.values(tokens))
    closing.push(telegram.close)
    // One round more than is counted, and all before anybody listens.
    await telegram.open(FIRST, (rounds + 1) * 2 * answers)
    const runners: Runner[] = []
    for (const open of [
      () => openPeer(stand, telegram.apiRoot, 'grammy'),
      () => openOurRunner(stand, telegram.apiRoot, 'redis'),
      () => openPeer(stand, telegram.apiRoot, 'telegraf'),
      () => openOurRunner(stand, telegram.apiRoot, 'postgres'),
    ]) {
      const runner = await open()
      runners.push(runner)
      closing.push(runner.close)
    }
    const seen: Record<Name, Round[]> = { grammy: [], telegraf: [], redis: [], postgres: [] }
    // The first round is not counted: everything is compiled by then.
    for (let round = 0; round <= rounds; round++) {
      for (const runner of runners) {
        const measured = await oneRound(telegram, runner, FIRST + round * 2 * answers)
        if (round > 0) seen[runner.name].push(measured)
      }
    }
    return backends.flatMap((backend) => figuresOf(backend, seen))
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

function figuresOf(
  backend: 'redis' | 'postgres',
  seen: Readonly<Record<Name, readonly Round[]>>,
): Figure[] {
  const column = (name: Name, key: keyof Round): number[] => seen[name].map((round) => round[key])
  const peersOf = (key: keyof Round): Record<string, number[]> => ({
    'grammY, no inbox': column('grammy', key),
    'telegraf, no inbox': column('telegraf', key),
  })
  const perSecond = column(backend, 'perSecond')
  const faster = column('grammy', 'perSecond').map((speed, round) =>
    Math.max(speed, seen.telegraf[round]?.perSecond ?? 0),
  )
  return [
    figure({
      name: 'receive, throughput',
      unit: 'answers a second',
      backend,
      values: perSecond,
      peers: peersOf('perSecond'),
      ratios: ratiosOf(perSecond, faster),
      goal: 'at least 1.0 times the faster of telegraf and grammY',
      meets: ({ ratio }) => ratio >= 1,
    }),
    figure({
      name: 'receive, latency at half load, 50 of 100',
      unit: 'ms',
      backend,
      values: column(backend, 'p50'),
      peers: peersOf('p50'),
    }),
    figure({
      name: 'receive, latency at half load, 99 of 100',
      unit: 'ms',
      backend,
      values: column(backend, 'p99'),
      peers: peersOf('p99'),
      ratios: ratiosOf(column(backend, 'p99'), column(backend, 'p50')),
      goal: 'under 8 times that of 50 of 100',
      meets: ({ ratio }) => ratio < 8,
    }),
  ]
}

report(await measure(), values.json)

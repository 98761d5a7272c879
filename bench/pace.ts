/**
 * How much of Telegram's limit is used: 600 messages at a limit of 30 a second, beside grammY with
 * its throttler, telegraf in a plain paced loop and BullMQ's own limiter. All run side by side, each
 * on a simulator of its own with that limit, since each is idle for most of the time.
 *
 *     node bench/pace.ts [--rounds 5] [--messages 600] [--full] [--json]
 *
 * `--full` sends 3,000 a round.
 */
import { parseArgs } from 'node:util'
import { openContender } from './support/contender.ts'
import { figure, ratiosOf, report, type Figure } from './support/figure.ts'
import { backends, openOurs } from './support/ours.ts'
import { openStand } from './support/stand.ts'
import { openTelegram, tokensOf, type Telegram } from './support/telegram.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    messages: { type: 'string' },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const messages = Number(values.messages ?? (values.full ? 3000 : 600))

/** Telegram's limit, and SEND_RATE. */
const LIMIT = 30
const FIRST = 1_000_000

const tokens = tokensOf(['grammy', 'telegraf', 'bullmq', 'redis', 'postgres'])

interface Runner {
  readonly name: string
  readonly telegram: Telegram
  /** Sends one message to each of so many chats. */
  readonly send: (first: number) => Promise<void>
}

const peers = {
  'grammY + transformer-throttler': ['pace-grammy.ts', tokens.grammy],
  'telegraf, paced loop': ['pace-telegraf.ts', tokens.telegraf],
  "BullMQ's limiter (Redis)": ['pace-bullmq.ts', tokens.bullmq],
} as const

interface Seen {
  /** Of the limit. */
  readonly shares: number[]
  refused: number
}

async function measure(): Promise<Figure[]> {
  const stand = await openStand()
  const closing: (() => Promise<void>)[] = [stand.close]
  const runners: Runner[] = []
  try {
    for (const [name, [script, token]] of Object.entries(peers)) {
      const telegram = await openChats(token)
      closing.push(telegram.close)
      const { apiRoot } = telegram
      const { redisUrl } = stand
      const peer = await openContender(script, { token, apiRoot, redisUrl, perSecond: LIMIT })
      closing.push(peer.close)
      runners.push({
        name,
        telegram,
        send: async (first) => {
          await peer.ask({ do: 'send', first, count: messages })
        },
      })
    }
    for (const backend of backends) {
      const token = tokens[backend]
      const telegram = await openChats(token)
      closing.push(telegram.close)
      const { apiRoot } = telegram
      const ours = await openOurs(stand, { backend, token, apiRoot, sendRate: LIMIT })
      closing.push(ours.close)
      runners.push({
        name: backend,
        telegram,
        send: async (first) => {
          await ours.insert(first, messages)
          await ours.drained()
        },
      })
    }
    const seen = new Map<string, Seen>(
      runners.map(({ name }) => [name, { shares: [], refused: 0 }]),
    )
    for (let round = 0; round < rounds; round++) {
      await Promise.all(runners.map((runner) => oneRound(runner, round, seen.get(runner.name))))
    }
    return backends.map((backend) => figureOf(backend, seen))
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

/** New chats for each round, and all before the bot listens: it has nothing to answer. */
async function openChats(token: string): Promise<Telegram> {
  const telegram = await openTelegram([token], LIMIT)
  await telegram.open(FIRST, rounds * messages)
  return telegram
}

async function oneRound({ telegram, send }: Runner, round: number, seen?: Seen): Promise<void> {
  await telegram.process.ask({ do: 'mark' })
  await send(FIRST + round * messages)
  const { accepted, refused, perSecond } = await telegram.process.ask({ do: 'pace' })
  if (accepted !== messages) throw new Error(`${accepted} of ${messages} were accepted`)
  if (seen === undefined || refused === undefined || perSecond === undefined) return
  seen.shares.push(perSecond / LIMIT)
  seen.refused += refused
}

function figureOf(backend: 'redis' | 'postgres', seen: ReadonlyMap<string, Seen>): Figure {
  const of = (name: string): Seen => seen.get(name) ?? { shares: [], refused: 0 }
  const own = of(backend)
  const names = Object.keys(peers)
  const best = own.shares.map((_, round) =>
    Math.max(...names.map((name) => of(name).shares[round] ?? 0)),
  )
  return figure({
    name: 'pace',
    unit: `of the limit of ${LIMIT} a second`,
    backend,
    values: own.shares,
    peers: Object.fromEntries(names.map((name) => [name, of(name).shares])),
    ratios: ratiosOf(own.shares, best),
    goal: 'at least 0.97, no 429, above every peer (ratio to the best of them above 1)',
    meets: ({ value, ratio }) => value >= 0.97 && own.refused === 0 && ratio > 1,
    notes: {
      '429: ours': own.refused,
      ...Object.fromEntries(names.map((name) => [`429: ${name}`, of(name).refused])),
    },
  })
}

report(await measure(), values.json)

/**
 * Messages a second with the limits off: the whole path from a row of the outbox to its recorded
 * outcome, one worker process, on both queue backends; beside a bare keep-alive HTTP loop to the
 * same simulator (the limit), and a BullMQ worker that calls grammY and updates one row (what people
 * write). Each message goes to a chat of its own. The contenders take turns.
 *
 *     node bench/send.ts [--rounds 5] [--messages 5000] [--full] [--profile <folder>] [--json]
 *
 * `--full` sends 20,000 a round; `--profile` writes CPU profiles of ours there.
 */
import { parseArgs } from 'node:util'
import { openContender } from './support/contender.ts'
import { figure, ratiosOf, report, type Figure } from './support/figure.ts'
import { openOurs, UNLIMITED, type Backend, type Ours } from './support/ours.ts'
import { openStand } from './support/stand.ts'
import { openTelegram, tokensOf } from './support/telegram.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    messages: { type: 'string' },
    full: { type: 'boolean', default: false },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const messages = Number(values.messages ?? (values.full ? 20_000 : 5000))

/** The default SEND_RATE. */
const SEND_RATE = 28

/** Calls side by side, as many as a worker of ours holds at most. */
const IN_FLIGHT = 64

const FIRST = 1_000_000

const tokens = tokensOf(['bare', 'handwritten', 'redis', 'postgres'])

async function timeOurs(ours: Ours): Promise<number> {
  await ours.insert(FIRST, messages)
  const started = performance.now()
  // Whoever writes rows wakes the feeder; a bench that writes them from outside has to ask for it.
  const told = ours.process.ask({ do: 'tick' })
  await ours.drained()
  const ms = performance.now() - started
  await told
  return ms
}

async function measure(): Promise<Figure[]> {
  const stand = await openStand()
  const closing: (() => Promise<void>)[] = [stand.close]
  try {
    const telegram = await openTelegram(Object.values(tokens))
    closing.push(telegram.close)
    const { apiRoot } = telegram
    await telegram.open(FIRST, messages)
    const bare = await openContender('bare-loop.ts', {
      token: tokens.bare,
      apiRoot,
      inFlight: IN_FLIGHT,
    })
    closing.push(bare.close)
    const { ownerUrl } = await stand.database()
    const handWritten = await openContender('hand-written.ts', {
      token: tokens.handwritten,
      apiRoot,
      databaseUrl: ownerUrl,
      redisUrl: stand.redisUrl,
      inFlight: IN_FLIGHT,
    })
    closing.push(handWritten.close)
    const openOne = async (backend: Backend): Promise<Ours> => {
      const one = await openOurs(stand, {
        backend,
        token: tokens[backend],
        apiRoot,
        sendRate: UNLIMITED,
        profile: values.profile,
      })
      closing.push(one.close)
      return one
    }
    const [redis, postgres] = [await openOne('redis'), await openOne('postgres')]
    const timePeer = async (peer: typeof bare): Promise<number> =>
      (await peer.ask({ do: 'send', first: FIRST, count: messages }))['ms'] ?? Number.NaN
    const contenders: Record<string, () => Promise<number>> = {
      bare: () => timePeer(bare),
      redis: () => timeOurs(redis),
      handWritten: () => timePeer(handWritten),
      postgres: () => timeOurs(postgres),
    }
    const speeds: Record<string, number[]> = {}
    // The first round is not counted: everything is compiled by then.
    for (let round = 0; round <= rounds; round++) {
      for (const [name, time] of Object.entries(contenders)) {
        const before = await telegram.accepted()
        const ms = await time()
        const sent = (await telegram.accepted()) - before
        if (sent !== messages) throw new Error(`${name} sent ${sent} of ${messages}`)
        if (round > 0) (speeds[name] ??= []).push((messages / ms) * 1000)
      }
    }
    return figuresOf(speeds)
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

function figuresOf(speeds: Readonly<Record<string, readonly number[]>>): Figure[] {
  const { bare = [], handWritten = [], redis = [], postgres = [] } = speeds
  const peers = { 'bare keep-alive loop': bare, 'BullMQ + grammY + UPDATE (Redis)': handWritten }
  const unit = 'messages a second'
  return [
    figure({
      name: 'send, beside the bare loop',
      unit,
      backend: 'redis',
      values: redis,
      peers,
      ratios: ratiosOf(redis, bare),
      goal: 'at least 0.5 of the bare loop',
      meets: ({ ratio }) => ratio >= 0.5,
    }),
    figure({
      name: 'send, beside the hand-written worker',
      unit,
      backend: 'redis',
      values: redis,
      peers,
      ratios: ratiosOf(redis, handWritten),
      goal: 'at least 1.5 times the hand-written worker',
      meets: ({ ratio }) => ratio >= 1.5,
    }),
    figure({
      name: 'send, beside the default SEND_RATE',
      unit,
      backend: 'postgres',
      values: postgres,
      peers,
      ratios: postgres.map((speed) => speed / SEND_RATE),
      goal: `at least 20 times the default SEND_RATE of ${SEND_RATE}`,
      meets: ({ ratio }) => ratio >= 20,
      notes: { 'beside the hand-written worker': median(ratiosOf(postgres, handWritten)) },
    }),
  ]
}

function median(values: readonly number[]): number {
  return figure({ name: '', unit: '', values }).value
}

report(await measure(), values.json)

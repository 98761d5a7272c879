/** The simulated Telegram, and what can be seen from its side: pace, answers, latency. */
import { z } from 'zod'
import { systemClock } from '../../src/platform/clock.ts'
import { pause } from '../../src/platform/elapsed.ts'
import { startSimulator, type LedgerEntry } from '../../src/simulator/index.ts'
import { serve, settingsOf } from '../support/serve.ts'
import { voteAndWait } from '../support/votes.ts'

const { tokens, perSecond } = settingsOf(
  z.object({ tokens: z.array(z.string()), perSecond: z.number() }),
)
const simulator = await startSimulator({
  clock: systemClock,
  tokens,
  limits:
    perSecond === 0
      ? { globalPerSecond: null, chatPerSecond: null }
      : { globalPerSecond: perSecond, chatPerSecond: 1 },
})

async function open(first: number, count: number): Promise<void> {
  for (const token of tokens) {
    for (let id = first; id < first + count; id++) {
      simulator.person({ id, firstName: `Peserta ${id}` }, token).start()
    }
    await dropUpdates(token)
  }
}

async function dropUpdates(token: string): Promise<void> {
  const ask = async (offset: number): Promise<number | undefined> => {
    const url = `${simulator.url}/bot${token}/getUpdates?offset=${offset}`
    const updates = z.object({ result: z.array(z.object({ update_id: z.number() })) })
    return updates.parse(await (await fetch(url)).json()).result.at(-1)?.update_id
  }
  const last = await ask(-1)
  if (last !== undefined) await ask(last + 1)
}

const isMessage = ({ kind }: LedgerEntry): boolean => kind !== null

/** What was there when the round began. */
let mark = { after: 0, refused: 0 }

function refusedSoFar(): number {
  return Object.entries(simulator.ledger.refusals()).reduce(
    (sum, [call, count]) => (call.endsWith(' 429') ? sum + count : sum),
    0,
  )
}

/**
 * The pace of all that was accepted since the mark: messages in the whole seconds that lie between the first second
 * and the last message. The first second is left out because a burst may open it, once.
 */
function pace(): Record<string, number> {
  const moments = simulator.ledger
    .entries({ sent: true, after: mark.after })
    .filter(isMessage)
    .map(({ elapsed }) => elapsed)
  const [first, last] = [moments[0] ?? 0, moments.at(-1) ?? 0]
  const seconds = Math.floor((last - first) / 1000 - 1)
  const within = moments.filter(
    (moment) => moment >= first + 1000 && moment < first + 1000 + seconds * 1000,
  )
  return {
    accepted: moments.length,
    refused: refusedSoFar() - mark.refused,
    perSecond: within.length / seconds,
    seconds: (last - first) / 1000,
  }
}

/** Resolves when the next message is accepted. */
async function next(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = simulator.ledger.subscribe((entry) => {
      if (!isMessage(entry)) return
      stop()
      resolve()
    })
  })
}

/** Longest wait for what a bot answers: what never comes must not hold up a bench for ever. */
const PATIENCE_MS = 120_000

/** Everybody types the same, all at once; resolves when so many messages more were accepted. */
async function type(text: string, first: number, count: number, replies: number): Promise<void> {
  let left = replies
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const stop = simulator.ledger.subscribe((entry) => {
    if (isMessage(entry) && --left === 0) resolve(undefined)
  })
  for (let id = first; id < first + count; id++) {
    simulator.person({ id, firstName: `Peserta ${id}` }).sendText(text)
  }
  const giveUp = new AbortController()
  await Promise.race([promise, pause(PATIENCE_MS, giveUp.signal)])
  giveUp.abort()
  stop()
  if (left > 0) throw new Error(`${left} of ${replies} answers to "${text}" never came`)
}

/** Somebody asks for the lesson and answers its quiz in the moment that it is there. */
async function learn(id: number): Promise<void> {
  const person = simulator.person({ id, firstName: `Peserta ${id}` })
  const quiz = () => person.messages().findLast(({ poll }) => poll !== undefined)
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const stop = simulator.ledger.subscribe(({ chatId }) => {
    if (chatId === id && quiz() !== undefined) resolve(undefined)
  })
  person.sendText('/materi')
  const giveUp = new AbortController()
  await Promise.race([promise, pause(PATIENCE_MS, giveUp.signal)])
  giveUp.abort()
  stop()
  const message = quiz()
  const option = message?.poll?.options[0]?.text
  if (message === undefined || option === undefined) throw new Error('the quiz never came')
  person.vote(message.id, option)
}

serve({
  async answer(order) {
    const [first, count] = [Number(order['first']), Number(order['count'])]
    switch (order['do']) {
      case 'port':
        return { port: simulator.port }
      case 'open':
        await open(first, count)
        return {}
      case 'counts':
        return { accepted: simulator.ledger.entries({ sent: true }).length }
      case 'mark':
        mark = { after: simulator.ledger.accepted, refused: refusedSoFar() }
        return {}
      case 'pace':
        return pace()
      case 'next':
        await next()
        return {}
      case 'type':
        await type(String(order['text']), first, count, Number(order['replies']))
        return {}
      case 'learn':
        await learn(first)
        return {}
      case 'vote':
        return voteAndWait(simulator, {
          token: String(order['token']),
          first,
          count,
          perSecond: Number(order['perSecond']),
          ...(order['patienceMs'] === undefined ? {} : { patienceMs: Number(order['patienceMs']) }),
        })
      default:
        throw new Error(`no order "${order['do']}"`)
    }
  },
  close: () => simulator.close(),
})

import { elapsedMs, pause } from '../../src/platform/elapsed.ts'
import type { Simulator } from '../../src/simulator/index.ts'

export interface Voting {
  readonly token: string
  /** The first voter's id; the others follow. */
  readonly first: number
  readonly count: number
  /** Votes a second; 0: all at once. */
  readonly perSecond: number
  /** Longest wait for the replies: one that is lost must not hold up a bench for ever. */
  readonly patienceMs?: number
}

/** Where nothing else is said; enough for what a quiet machine is asked. */
const PATIENCE_MS = 120_000

/**
 * Has everybody answer the last poll on the phone, and waits until each has got a reply.
 *
 * @returns milliseconds from the first vote to the last reply, and the latencies from vote to reply
 */
export async function voteAndWait(
  simulator: Simulator,
  { token, first, count, perSecond, patienceMs = PATIENCE_MS }: Voting,
): Promise<Record<string, number>> {
  const ballots = Array.from({ length: count }, (_, index) => {
    const person = simulator.person(
      { id: first + index, firstName: `Peserta ${first + index}` },
      token,
    )
    const message = person.messages().findLast(({ poll }) => poll !== undefined)
    const option = message?.poll?.options[index % (message.poll.options.length || 1)]?.text
    if (message === undefined || option === undefined) {
      throw new Error(`Nothing to answer on the phone of ${first + index}`)
    }
    return { person, messageId: message.id, option }
  })
  const botId = Number(token.split(':', 1)[0])
  const voted = new Map<number, number>()
  const latencies: number[] = []
  const { promise: all, resolve } = Promise.withResolvers<undefined>()
  const stop = simulator.ledger.subscribe((entry) => {
    if (entry.botId !== botId || entry.kind === null || entry.chatId === null) return
    const since = voted.get(entry.chatId)
    if (since === undefined) return
    voted.delete(entry.chatId)
    latencies.push(entry.elapsed - since)
    if (latencies.length === count) resolve(undefined)
  })
  const started = elapsedMs()
  for (const [index, { person, messageId, option }] of ballots.entries()) {
    const due = perSecond === 0 ? 0 : started + (index / perSecond) * 1000
    while (elapsedMs() < due) await pause(Math.max(1, due - elapsedMs()))
    voted.set(person.id, elapsedMs())
    person.vote(messageId, option)
  }
  const giveUp = new AbortController()
  await Promise.race([all, pause(patienceMs, giveUp.signal)])
  giveUp.abort()
  stop()
  const sorted = latencies.toSorted((a, b) => a - b)
  const part = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
  return {
    replies: latencies.length,
    ms: elapsedMs() - started,
    p50: part(0.5),
    p99: part(0.99),
  }
}

import { openContender, type Contender } from './contender.ts'

export interface Telegram {
  readonly apiRoot: string
  readonly process: Contender
  /**
   * Opens the bots' chats with so many people, ids from `first`: a bot may write to nobody else.
   * What the bots would have received is dropped.
   */
  open(first: number, count: number): Promise<void>
  /** How many messages were accepted so far. */
  accepted(): Promise<number>
  close(): Promise<void>
}

/**
 * The simulated Telegram as a process of its own.
 *
 * @param perSecond messages that it lets through in a sliding second; none: no limits at all
 */
export async function openTelegram(
  tokens: readonly string[],
  perSecond?: number,
): Promise<Telegram> {
  const child = await openContender('telegram.ts', { tokens, perSecond: perSecond ?? 0 })
  const { port } = await child.ask({ do: 'port' })
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    process: child,
    async open(first, count) {
      await child.ask({ do: 'open', first, count })
    },
    async accepted() {
      return (await child.ask({ do: 'counts' }))['accepted'] ?? 0
    },
    close: () => child.close(),
  }
}

/** Tokens of bots that share one simulated Telegram without sharing anything in it. */
export function tokensOf<const N extends string>(names: readonly N[]): Record<N, string> {
  const entries = names.map((name, index) => [name, `${700_000 + index}:${name}`])
  return Object.fromEntries(entries) as Record<N, string>
}

import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** What is asked of a contender: a verb and its numbers. */
export type Order = Readonly<Record<string, string | number>>

/** What it measured. */
export type Answer = Record<string, number>

const reply = z.union([
  z.object({ answer: z.record(z.string(), z.number()) }),
  z.object({ failure: z.string() }),
])

export interface Contender {
  readonly pid: number
  /** One at a time. */
  ask(order: Order): Promise<Answer>
  close(): Promise<void>
}

/**
 * Starts one of `bench/contenders/` as a process of its own, so that it shares no heap, no compiled
 * code and no event loop with whatever it is compared with, nor with whoever measures.
 *
 * @param flags Node's, e.g. those of `npm start`
 */
export async function openContender(
  script: string,
  settings: Readonly<Record<string, unknown>>,
  flags: readonly string[] = [],
): Promise<Contender> {
  const path = fileURLToPath(new URL(`../contenders/${script}`, import.meta.url))
  const child = fork(path, [JSON.stringify(settings)], { execArgv: [...flags] })
  await answerOf(child, script)
  return {
    pid: child.pid ?? 0,
    async ask(order) {
      child.send(order)
      return answerOf(child, script)
    },
    async close() {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

async function answerOf(child: ChildProcess, script: string): Promise<Answer> {
  const listening = new AbortController()
  const { signal } = listening
  try {
    const [message] = (await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(([code]) => {
        throw new Error(`${script} ended with ${code}`)
      }),
    ])) as [unknown]
    const parsed = reply.parse(message)
    if ('failure' in parsed) throw new Error(`${script}: ${parsed.failure}`)
    return parsed.answer
  } finally {
    listening.abort()
  }
}

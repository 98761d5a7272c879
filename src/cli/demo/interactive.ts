import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { elapsedMs } from '../../platform/elapsed.ts'
import { phonePage } from '../../simulator/index.ts'
import { untilAborted } from '../signals.ts'
import { forkBot } from './bot.ts'
import { onFreePort } from './free-port.ts'
import { historyBegins, liveHistory } from './history.ts'
import type { InteractiveParts } from './interactive-parts.ts'
import { openBot } from './open-bot.ts'
import { ORGANISATION } from './organisation.ts'
import { demoRoute, type DemoParts } from './routes.ts'
import { DEMO_TOKEN, openStore, openTelegram, SEND_RATE } from './stage.ts'
import { wireWorld } from './world.ts'

/** The whole demo with its page, until `signal` aborts. */
export async function runInteractive(parts: InteractiveParts): Promise<void> {
  const { options, host, port, log, tell } = parts
  const started = elapsedMs()
  let ready: DemoParts | undefined
  const stage = { ...options, start: historyBegins(options.days), log }
  // Its modules are loaded while the database is made.
  const child = forkBot()
  const closing: (() => Promise<unknown>)[] = [() => endChild(child)]
  try {
    const telegram = await onFreePort(port, (free) =>
      openTelegram(stage, { host, port: free, routes: [demoRoute(() => ready)] }),
    )
    const { simulator } = telegram
    closing.push(() => simulator.close())
    if (port !== 0 && simulator.port !== port) {
      tell(`Port ${port} is taken; using ${simulator.port}.`)
    }
    const opening = openStore(stage, telegram)
    closing.push(() => opening.then((opened) => opened.stop()).catch(() => undefined))
    // Both take seconds, and neither needs the other.
    const [page, store] = await Promise.all([phonePage(simulator), opening])
    simulator.addRoute(page)
    const running = await openBot(parts, telegram, store, child)
    closing.push(() => running.close())
    const world = await wireWorld(parts, telegram, running)
    closing.push(() => world.close())
    ready = world
    // A jump through weeks of history ends between two steps.
    parts.signal.addEventListener('abort', () => {
      world.clockwork.stop().catch((error: unknown) => log.error({ err: error }, 'stopping'))
    })
    announce(parts, simulator.url, elapsedMs() - started)
    await liveHistory(parts, world, telegram, running.db)
    await untilAborted(parts.signal)
  } finally {
    for (const close of closing.toReversed()) {
      await close().catch((error: unknown) => log.error({ err: error }, 'closing'))
    }
  }
}

function announce({ options, tell }: InteractiveParts, url: string, ms: number): void {
  tell(`Sedikit's demo: ${url}  (open after ${(ms / 1000).toFixed(1)} s)`)
  tell(`${options.people} scripted people, all of them fictional, of ${ORGANISATION.id}`)
  tell(`Telegram is simulated: its limits are off, ${SEND_RATE} messages a second at most`)
  tell(`For a bot of your own the same Telegram takes the token ${DEMO_TOKEN}`)
  tell(`Ctrl-C stops it. The days before are being lived now: watch the clock on the page.`)
}

/** One that was forked for a demo that then did not begin. */
async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

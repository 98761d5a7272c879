import { fork, type ChildProcess } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MovableClock } from '../../platform/clock.ts'
import { UserError } from '../../platform/errors.ts'
import type { Logger } from '../../platform/logger.ts'
import { endsWithin } from '../signals.ts'
import type { BotSettings, FromBot, Question, ToBot } from './bot-protocol.ts'

/** The demo's bot: a process of its own, whose plug can be pulled. */
export interface Bot {
  /** Of its process; undefined while none runs. */
  readonly pid: number | undefined
  readonly starting: boolean
  /** Bulk messages a second. */
  readonly sendRate: number
  /** Everything that time alone brings about, once; waits where no process runs. */
  tick(): Promise<void>
  /** Moves the demo's clock, and that of the bot. */
  moveTo(to: Date): Promise<void>
  /** Takes up the lessons as they stand in the folder. */
  reload(): Promise<void>
  /** Begins anew at another pace, in good order. Nothing where it goes at that pace already. */
  setRate(sendRate: number): Promise<void>
  /** SIGKILL, and waits until the process is gone. @returns its number; undefined: none ran */
  pull(): Promise<number | undefined>
  /** Starts it again where none runs. @throws UserError where it cannot begin */
  plugIn(): Promise<void>
  /** Told whenever a process begins, is ready, or is gone. */
  subscribe(listener: () => void): () => void
  /** Ends it in good order, and for good. */
  stop(): Promise<void>
}

export interface BotOptions {
  readonly settings: Omit<BotSettings, 'now' | 'sendRate' | 'logLevel'>
  readonly sendRate: number
  readonly clock: MovableClock
  readonly log: Logger
  /** The lessons were reloaded. */
  readonly onLessons: () => void
}

const SCRIPT = fileURLToPath(new URL('./bot-process.ts', import.meta.url))

/** A bot that does not end by itself, because its database is gone, is killed: elapsed milliseconds. */
const STOP_PATIENCE_MS = 15_000

interface Running {
  readonly child: ChildProcess
  ask(question: Question): Promise<Answer>
  readonly gone: Promise<void>
}

type Answer = Pick<Extract<FromBot, { kind: 'answer' }>, 'error' | 'lessons'> | 'gone'

/** Its modules may be loaded before anything else is there: give it to `createBot` later. */
export function forkBot(): ChildProcess {
  const compiled = getCompileCacheDir()
  return fork(SCRIPT, [], {
    // Nothing of the environment: a demo must not touch a database or a bot that somebody uses.
    env: compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** @param first a process that was forked beforehand @throws UserError where it cannot begin */
export async function createBot(options: BotOptions, first: ChildProcess): Promise<Bot> {
  const { settings, clock, log, onLessons } = options
  const listeners = new Set<() => void>()
  let { sendRate } = options
  let running: Running | undefined
  /** One that was told to end, until it has. */
  let ending: Running | undefined
  let starting: Promise<void> | undefined
  let stopped = false
  let lessons = 0
  /** Those who wait for a process to ask. */
  let waiting: (() => void)[] = []

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const wake = (): void => {
    const woken = waiting
    waiting = []
    for (const one of woken) one()
    tell()
  }

  async function begin(child: ChildProcess): Promise<void> {
    const now = clock.now().toISOString()
    const one = await launch(child, { ...settings, now, sendRate, logLevel: log.level }, () => {
      if (running?.child !== child) return
      running = undefined
      log.error('the bot of the demo has ended by itself')
      wake()
    })
    running = one
    // Time may have been moved while it began.
    await one.ask({ do: 'moveTo', to: clock.now().toISOString() })
    lessons = 0
  }

  function plugIn(child = forkBot): Promise<void> {
    if (running !== undefined || stopped) return starting ?? Promise.resolve()
    starting ??= begin(child()).finally(() => {
      starting = undefined
      wake()
    })
    tell()
    return starting
  }

  /** Asks whichever process runs, and the next one when that is killed meanwhile. */
  async function ask(question: Question): Promise<void> {
    while (!stopped) {
      const answer = (await running?.ask(question)) ?? 'gone'
      if (answer === 'gone') {
        if (running === undefined && !stopped) await new Promise<void>((go) => waiting.push(go))
        continue
      }
      if (answer.error !== undefined) throw new Error(answer.error)
      if (answer.lessons !== lessons) onLessons()
      lessons = answer.lessons
      return
    }
  }

  async function endRunning(end: (child: ChildProcess) => void): Promise<number | undefined> {
    await starting?.catch(() => undefined)
    const last = running
    running = undefined
    if (last === undefined) return undefined
    ending = last
    end(last.child)
    if (!(await endsWithin(last.gone, STOP_PATIENCE_MS))) last.child.kill('SIGKILL')
    await last.gone
    ending = undefined
    wake()
    return last.child.pid
  }

  const stopRunning = (): Promise<unknown> =>
    endRunning((child) => {
      if (child.connected) child.send({ kind: 'stop' } satisfies ToBot)
    })

  await plugIn(() => first)
  return {
    get pid() {
      return (running ?? ending)?.child.pid
    },
    get starting() {
      return starting !== undefined
    },
    get sendRate() {
      return sendRate
    },
    tick: () => ask({ do: 'tick' }),
    async moveTo(to) {
      clock.moveTo(to)
      if (running !== undefined) await running.ask({ do: 'moveTo', to: to.toISOString() })
    },
    reload: () => ask({ do: 'reload' }),
    async setRate(rate) {
      if (rate === sendRate) return
      sendRate = rate
      if (running === undefined && starting === undefined) return
      await stopRunning()
      await plugIn()
    },
    pull: () => endRunning((child) => child.kill('SIGKILL')),
    plugIn: () => plugIn(),
    subscribe(listener) {
      const own = (): void => listener()
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
    async stop() {
      stopped = true
      await stopRunning()
      wake()
    },
  }
}

/** Resolves when the process has begun its work. @throws UserError where it cannot */
async function launch(
  child: ChildProcess,
  settings: BotSettings,
  onGone: () => void,
): Promise<Running> {
  const asked = new Map<number, (answer: Answer) => void>()
  const begun = Promise.withResolvers<undefined>()
  const gone = Promise.withResolvers<undefined>()
  let last = 0
  child.on('message', (word: FromBot) => {
    if (word.kind === 'ready') begun.resolve(undefined)
    else if (word.kind === 'refused') begun.reject(refusal(word))
    else {
      asked.get(word.id)?.(word)
      asked.delete(word.id)
    }
  })
  const ended = (): void => {
    begun.reject(new UserError('The bot of the demo ended before it had begun.'))
    for (const answer of asked.values()) answer('gone')
    asked.clear()
    gone.resolve(undefined)
    onGone()
  }
  child.once('error', ended)
  child.once('exit', ended)
  send(child, { kind: 'start', settings })
  await begun.promise
  return {
    child,
    gone: gone.promise,
    ask: (question) =>
      new Promise((resolve) => {
        if (!child.connected) return resolve('gone')
        last += 1
        asked.set(last, resolve)
        send(child, { kind: 'ask', id: last, question })
      }),
  }
}

/** What a process that has just died does not take is answered by its end. */
function send(child: ChildProcess, word: ToBot): void {
  child.send(word, () => undefined)
}

function refusal({ message, hint }: Extract<FromBot, { kind: 'refused' }>): UserError {
  return new UserError(message, hint === undefined ? {} : { hint })
}

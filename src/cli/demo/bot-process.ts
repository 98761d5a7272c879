import { startApp, type App } from '../../app.ts'
import { movableClock } from '../../platform/clock.ts'
import { messageOf, UserError } from '../../platform/errors.ts'
import { createLogger } from '../../platform/logger.ts'
import { LESSONS_DIR } from '../paths.ts'
import { botConfig } from './bot-config.ts'
import type { BotSettings, FromBot, Question, ToBot } from './bot-protocol.ts'

/**
 * The demo's bot as a process of its own: the same app as everywhere, with a clock that its parent
 * moves. Whatever kills it takes nothing else along; and it ends when its parent is gone.
 */
let clock = movableClock(new Date(0))
let app: App | undefined
let stopping = false
let lessons = 0
let taught: unknown

function say(word: FromBot): void {
  if (process.connected) process.send?.(word)
}

async function start(settings: BotSettings): Promise<void> {
  clock = movableClock(new Date(settings.now))
  const started = await startApp({
    config: botConfig(settings),
    clock,
    log: createLogger(settings.logLevel),
    dataDir: settings.dataDir,
    lessonsDir: LESSONS_DIR,
    watchLessons: settings.watch,
    chatGapMs: 0,
    // Civil time is moved by the parent, which calls the tick.
    tickMs: 3_600_000,
  })
  app = started
  taught = started.catalogue()
  if (stopping) await stop()
  else say({ kind: 'ready' })
}

async function act(question: Question): Promise<void> {
  if (app === undefined) throw new Error('the bot has not begun')
  switch (question.do) {
    case 'moveTo':
      clock.moveTo(new Date(question.to))
      return
    case 'tick':
      return app.tick()
    case 'reload':
      await app.reloadLessons()
  }
}

async function reply(id: number, question: Question): Promise<void> {
  const failed = await act(question).then(
    () => ({}),
    (error: unknown) => ({ error: messageOf(error) }),
  )
  const current = app?.catalogue()
  if (current !== taught) lessons += 1
  taught = current
  say({ kind: 'answer', id, ...failed, lessons })
}

async function stop(): Promise<void> {
  stopping = true
  await app?.stop()
  process.exit(0)
}

function refuse(error: unknown): void {
  const hint = error instanceof UserError ? error.hint : undefined
  say({ kind: 'refused', message: messageOf(error), ...(hint === undefined ? {} : { hint }) })
  process.exitCode = 1
  if (process.connected) process.disconnect()
}

process.on('message', (word: ToBot) => {
  if (word.kind === 'start') start(word.settings).catch(refuse)
  else if (word.kind === 'ask') reply(word.id, word.question).catch(refuse)
  else stop().catch(refuse)
})
// Ctrl-C reaches every process of the terminal; this one ends when its parent says so, or is gone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => {
  stop().catch(() => process.exit(1))
})

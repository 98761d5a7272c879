import { elapsedMs, pause } from '../../platform/elapsed.ts'
import { messageOf } from '../../platform/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/logger.ts'
import type { SimulatedPerson, Simulator } from '../../simulator/index.ts'
import { accountOf, type AnnouncementAccount } from './account.ts'
import { newestAnnouncement, readAnnouncement } from './big-announcement-store.ts'
import type { Bot } from './bot.ts'
import { buttons, hasButton, tapNewest } from './taps.ts'

/** Of the big announcement in whose middle the plug is pulled. */
export interface BigAnnouncement extends AnnouncementAccount {
  /** `waiting`: confirmed, and can still be undone. `stopped`: undone, cancelled, or not come about. */
  readonly phase: 'preparing' | 'waiting' | 'sending' | 'done' | 'stopped'
}

export interface PlugState {
  /** Number of the bot's process; null while none runs. */
  readonly pid: number | null
  readonly starting: boolean
  /** How often the plug was pulled. */
  readonly pulls: number
  readonly announcement: BigAnnouncement | null
}

/** The plug of the bot, and an announcement that is long enough to pull it in the middle. */
export interface Plug {
  readonly state: PlugState
  /** SIGKILL. @returns false where no process runs */
  pull(): Promise<boolean>
  /** @returns false where one runs already */
  plugIn(): Promise<boolean>
  /** Lets the admin announce something to everybody, slowly. @returns false while one runs */
  announce(): boolean
  subscribe(listener: (state: PlugState) => void): () => void
  stop(): Promise<void>
}

/** Messages a second: a third of what Telegram allows, so that there is time to pull the plug. */
export const SLOW_RATE = 10

/** How long Telegram takes to answer, elapsed milliseconds: so that a kill finds calls in flight. */
const ANSWER_MS = 400

/** Elapsed milliseconds between two looks at the rows. */
const LOOK_MS = 300

/** So long the admin's phone waits for what it wants to tap: elapsed milliseconds. */
const PATIENCE_MS = 30_000

const TEXT =
  'Besok pukul 09.00 kita belajar bersama di aula kantor bupati. Bawa ponsel; lima menit cukup.'

const EMPTY = accountOf({ state: '', recipients: [] }, new Map(), false)

export interface PlugParts {
  readonly bot: Bot
  readonly db: Db
  readonly simulator: Simulator
  /** Who announces: an admin, who has joined. */
  readonly admin: () => SimulatedPerson
  readonly log: Logger
}

export function createPlug({ bot, db, simulator, admin, log }: PlugParts): Plug {
  const listeners = new Set<(state: PlugState) => void>()
  const stopping = new AbortController()
  let pulls = 0
  let announcement: BigAnnouncement | null = null
  let running: Promise<void> | undefined

  const state = (): PlugState => ({
    pid: bot.pid ?? null,
    starting: bot.starting,
    pulls,
    announcement,
  })

  function tell(): void {
    for (const listener of listeners) listener(state())
  }

  function show(phase: BigAnnouncement['phase'], account: AnnouncementAccount): void {
    const next = { phase, ...account }
    if (JSON.stringify(next) === JSON.stringify(announcement)) return
    announcement = next
    tell()
  }

  async function run(): Promise<void> {
    const person = admin()
    const copies = new Map<number, number>()
    show('preparing', EMPTY)
    const unhear = simulator.ledger.subscribe(({ chatId, kind, text }) => {
      if (kind === null || chatId === null || text !== TEXT || chatId === person.id) return
      copies.set(chatId, (copies.get(chatId) ?? 0) + 1)
    })
    const quicken = simulator.faults.add({
      fault: { kind: 'delay', ms: ANSWER_MS },
      methods: ['copyMessage'],
    })
    try {
      await bot.setRate(SLOW_RATE)
      const id = await write(person)
      while (!stopping.signal.aborted && (await look(id, copies))) {
        await pause(LOOK_MS, stopping.signal)
      }
    } finally {
      quicken()
      unhear()
    }
  }

  /** @returns whether it goes on */
  async function look(id: number, copies: ReadonlyMap<number, number>): Promise<boolean> {
    const rows = await readAnnouncement(db, id)
    const over = !['undoable', 'sending', 'paused'].includes(rows.state)
    const account = accountOf(rows, copies, over)
    if (over) show(rows.state === 'done' ? 'done' : 'stopped', account)
    else show(rows.state === 'undoable' ? 'waiting' : 'sending', account)
    return !over
  }

  /** As anybody would, on the phone. @returns the announcement's number */
  async function write(person: SimulatedPerson): Promise<number> {
    const before = await newestAnnouncement(db)
    person.sendText('/pengumuman')
    await until(async () => (await newestAnnouncement(db)) > before, 'an empty announcement')
    person.sendText(TEXT)
    await until(() => tapBelow(person, buttons.preview), 'the preview')
    await until(() => tapBelow(person, buttons.sendNow), 'the last word')
    const id = await newestAnnouncement(db)
    await until(async () => (await readAnnouncement(db, id)).state !== 'draft', 'its beginning')
    return id
  }

  /** Only below what the person has written last: an older announcement may have such buttons too. */
  function tapBelow(person: SimulatedPerson, wanted: readonly string[]): boolean {
    const written = person.messages().findLast(({ fromBot }) => !fromBot)
    const shown = person.messages().findLast((one) => hasButton(one, wanted))
    if (shown === undefined || written === undefined || shown.id < written.id) return false
    return tapNewest(person, wanted)
  }

  async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
    const began = elapsedMs()
    while (!(await holds())) {
      if (stopping.signal.aborted || elapsedMs() - began > PATIENCE_MS) {
        throw new Error(`The admin's phone has waited in vain for ${what}`)
      }
      await pause(LOOK_MS, stopping.signal)
    }
  }

  const unsubscribe = bot.subscribe(tell)
  return {
    get state() {
      return state()
    },
    async pull() {
      const pid = await bot.pull()
      if (pid === undefined) return false
      pulls += 1
      tell()
      return true
    },
    async plugIn() {
      if (bot.pid !== undefined) return false
      await bot.plugIn()
      return true
    },
    announce() {
      if (running !== undefined) return false
      running = run()
        .catch((error: unknown) => {
          if (stopping.signal.aborted) return
          log.warn({ error: messageOf(error) }, 'the big announcement did not come about')
          show('stopped', announcement ?? EMPTY)
        })
        .finally(() => {
          running = undefined
          tell()
        })
      return true
    },
    subscribe(listener) {
      const own = (now: PlugState): void => listener(now)
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
    async stop() {
      stopping.abort()
      unsubscribe()
      await running
    },
  }
}

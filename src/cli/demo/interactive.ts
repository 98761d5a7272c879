import type { App } from '../../app.ts'
import { momentOf, OFFICE, readCalendar } from '../../learning/index.ts'
import { grantAdmin, findPerson, findUnitByName } from '../../people/index.ts'
import { elapsedMs } from '../../platform/elapsed.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Logger } from '../../platform/logger.ts'
import { phonePage } from '../../simulator/index.ts'
import { untilAborted } from '../signals.ts'
import { createAnswerBook } from './answer-book.ts'
import { inventCast } from './cast.ts'
import { createClockwork, type Clockwork } from './clockwork.ts'
import { createCohort, type Cohort } from './cohort.ts'
import { gallery, galleryMembers, type GalleryRole } from './gallery.ts'
import { gather } from './gather.ts'
import { grantCoordinator, joinedIds, newestMoment } from './ledger-store.ts'
import { createLive } from './live.ts'
import { invite, KECAMATAN, ORGANISATION } from './organisation.ts'
import { onFreePort } from './free-port.ts'
import type { DemoOptions } from './read-options.ts'
import { demoRoute, type DemoParts } from './routes.ts'
import { DEMO_TOKEN, openApp, openTelegram, SEND_RATE, TIMEZONE, type Telegram } from './stage.ts'
import { watchLedgers, type Watch } from './watch.ts'
import { momentOfWish, morningsFrom, nextMorning } from './working-days.ts'

export interface InteractiveParts {
  readonly options: DemoOptions
  readonly host: string
  /** The first port to try. */
  readonly port: number
  readonly log: Logger
  readonly tell: (line: string) => void
  /** Aborted to end it. */
  readonly signal: AbortSignal
  /** Sets what is done when the lessons are to be reloaded. */
  readonly onReload: (reload: () => Promise<unknown>) => void
}

/** Three weeks have been lived when the visitor's Monday begins. */
const HISTORY_BEGINS = momentOf(TIMEZONE, '2026-11-02', 8 * 60)
const TODAY = momentOf(TIMEZONE, '2026-11-23', 8 * 60)

/** Working days on which people joined; the last weeks are for learning. */
const JOINING_DAYS = 9

/** Whoever joins on a morning has joined so long after it began. */
const JOINED_WITHIN_MS = 3600_000

/** The whole demo with its page, until `signal` aborts. */
export async function runInteractive(parts: InteractiveParts): Promise<void> {
  const { options, host, port, log, tell } = parts
  const started = elapsedMs()
  let ready: DemoParts | undefined
  const stage = { ...options, start: HISTORY_BEGINS, log }
  const telegram = await onFreePort(port, (free) =>
    openTelegram(stage, { host, port: free, routes: [demoRoute(() => ready)] }),
  )
  const { simulator } = telegram
  if (port !== 0 && simulator.port !== port) tell(`Port ${port} is taken; using ${simulator.port}.`)
  const closing: (() => Promise<void>)[] = [() => simulator.close()]
  try {
    simulator.addRoute(await phonePage(simulator))
    const app = await openApp(stage, telegram)
    closing.push(() => app.stop())
    parts.onReload(() => app.reloadLessons())
    const world = await wire(parts, telegram, app)
    closing.push(() => world.watch.stop())
    closing.push(() => world.clockwork.stop())
    ready = world
    // A jump through weeks of history ends between two steps.
    parts.signal.addEventListener('abort', () => {
      world.clockwork.stop().catch((error: unknown) => log.error({ err: error }, 'stopping'))
    })
    announce(parts, simulator.url, elapsedMs() - started)
    await liveHistory(parts, world, telegram, app)
    await untilAborted(parts.signal)
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

interface World extends DemoParts {
  readonly clockwork: Clockwork
  readonly watch: Watch
  readonly people: Cohort
  /** The mornings on which somebody of the gallery joins who helps to run things. */
  readonly mornings: readonly Date[]
}

async function wire(
  { options, log }: InteractiveParts,
  { clock, simulator }: Telegram,
  app: App,
): Promise<World> {
  const { people, seed, keep } = options
  const calendar = await readCalendar(app.db, OFFICE.id)
  const newest = keep ? await newestMoment(app.db) : undefined
  if (newest !== undefined && newest >= HISTORY_BEGINS) clock.moveTo(nextMorning(calendar, newest))
  const since = clock.now()
  const cohort = createCohort({
    simulator,
    clock,
    book: createAnswerBook(app.catalogue),
    timezone: TIMEZONE,
    seed,
  })
  const units = KECAMATAN.length
  const mornings = morningsFrom(calendar, since, JOINING_DAYS)
  await gather(app.db, cohort, {
    members: [...galleryMembers(), ...inventCast({ people, units, seed, mornings: JOINING_DAYS })],
    mornings,
    known: keep ? await joinedIds(app.db) : new Set(),
    now: since,
  })
  for (const { id, firstName, lastName } of gallery) {
    simulator.person({ id, firstName, lastName, languageCode: 'id' })
  }
  const root = await findUnitByName(app.db, ORGANISATION.id)
  const code = await invite(app.db, { unitId: root?.id ?? '' }, since)
  const live = createLive({ app, simulator, clock, cohort })
  return {
    people: cohort,
    mornings: mornings.filter((_, morning) =>
      gallery.some(({ role, life }) => isHelper(role) && life?.morning === morning),
    ),
    clockwork: createClockwork({ live, clock, log }),
    watch: watchLedgers({
      db: app.db,
      tally: cohort.tally,
      queueKind: app.queueKind,
      sendRate: SEND_RATE,
      since,
      log,
    }),
    organisation: ORGANISATION,
    timezone: TIMEZONE,
    gallery,
    invite: {
      link: `https://t.me/${app.botUsername}?start=${code}`,
      code,
      botUsername: app.botUsername,
    },
    cohort: () => cohort.size,
    targetOf: (wish) => momentOfWish(wish, clock.now(), calendar),
  }
}

function announce({ options, tell }: InteractiveParts, url: string, ms: number): void {
  tell(`Sedikit's demo: ${url}  (open after ${(ms / 1000).toFixed(1)} s)`)
  tell(`${options.people} scripted people, all of them fictional, of ${ORGANISATION.id}`)
  tell(`Telegram is simulated: its limits are off, ${SEND_RATE} messages a second at most`)
  tell(`For a bot of your own the same Telegram takes the token ${DEMO_TOKEN}`)
  tell('Ctrl-C stops it. Three weeks of history are being lived now: watch the clock on the page.')
}

/** Lets the three weeks before the visitor's Monday pass, while the page shows how. */
async function liveHistory(
  { tell, signal }: InteractiveParts,
  { clockwork, people, mornings }: World,
  { clock }: Telegram,
  app: App,
): Promise<void> {
  const began = elapsedMs()
  // Whoever helps to run things may do so from the day of joining: a visitor need not wait.
  const stops = mornings.map((morning) => new Date(morning.getTime() + JOINED_WITHIN_MS))
  for (const to of [...stops.filter((stop) => stop < TODAY), TODAY]) {
    await pass(clockwork, clock, to, signal)
    if (signal.aborted) return
    await giveRoles(app, clock.now())
  }
  for (const { id } of gallery) people.release(id)
  tell(
    `The history is lived, in ${((elapsedMs() - began) / 1000).toFixed(1)} s: ` +
      `${people.tally.messages} messages. From now on time moves when you move it.`,
  )
}

/** A visitor may have set the clock off already, but not beyond `to`: then the rest follows. */
async function pass(
  clockwork: Clockwork,
  clock: Clock,
  to: Date,
  signal: AbortSignal,
): Promise<void> {
  for (let from = Number.NaN; !signal.aborted && clock.now() < to;) {
    // A jump that fails has been logged: it is not tried for ever.
    if (from === clock.now().getTime()) return
    from = clock.now().getTime()
    clockwork.jump(to)
    await clockwork.arrived()
  }
}

/** Who helps to run things, beside learning. */
function isHelper(role: GalleryRole): boolean {
  return role === 'admin' || role === 'coordinator'
}

/** The rights of those in the gallery who have joined by now and do not have them yet. */
async function giveRoles(app: App, now: Date): Promise<void> {
  for (const { id, role, life } of gallery) {
    const person = life === undefined ? undefined : await findPerson(app.db, id)
    if (person === undefined || life === undefined) continue
    if (role === 'admin') await grantAdmin(app.db, person.id, now)
    if (role === 'coordinator') {
      const unit = await findUnitByName(app.db, `Kecamatan ${KECAMATAN[life.unit] ?? ''}`)
      if (unit !== undefined) await grantCoordinator(app.db, id, unit.id, now)
    }
  }
}

import { nextDueAt } from '../../app.ts'
import { OFFICE, readCalendar, writeSetting } from '../../learning/index.ts'
import { areLedgersIdle } from '../../messaging/index.ts'
import { findUnitByName } from '../../people/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { createAnswerBook } from './answer-book.ts'
import { earliestWaitedFor } from './big-announcement-store.ts'
import type { Bot } from './bot.ts'
import { TIMEZONE } from './bot-config.ts'
import { inventCast, type Member } from './cast.ts'
import { createClockwork, type Clockwork } from './clockwork.ts'
import { createCohort, type Cohort } from './cohort.ts'
import { runCountdown } from './countdown.ts'
import { gallery, galleryMembers, type GalleryPerson, type GalleryRole } from './gallery.ts'
import { gather } from './gather.ts'
import type { InteractiveParts } from './interactive-parts.ts'
import { joinedIds, newestMoment } from './ledger-store.ts'
import { createLive, type Live } from './live.ts'
import type { RunningBot } from './open-bot.ts'
import { invite, KECAMATAN, ORGANISATION } from './organisation.ts'
import { createPlug } from './plug.ts'
import { MOST_PEOPLE } from './read-options.ts'
import type { DemoParts } from './routes.ts'
import { SEND_RATE, type Telegram } from './stage.ts'
import { watchLedgers } from './watch.ts'
import { momentOfWish, morningsFrom, nextMorning } from './working-days.ts'

/** Working days on which people joined; the last weeks are for learning. */
const JOINING_DAYS = 9

/** Whom the coordinator's step of the tour shows beside the coordinator. */
const CREW = 2

/** What passes by itself while something counts down is shorter: civil milliseconds. */
const SHORT_MS = 60_000

/** Everything that the page's demo lives on. */
export interface World extends DemoParts {
  readonly clockwork: Clockwork
  readonly people: Cohort
  /** The mornings on which somebody of the gallery joins who helps to run things. */
  readonly mornings: readonly Date[]
  close(): Promise<void>
}

/** Puts it together on a bot that runs. */
export async function wireWorld(
  { options, log }: InteractiveParts,
  { clock, simulator }: Telegram,
  { bot, db, catalogue }: RunningBot,
): Promise<World> {
  const { people, seed, keep } = options
  const calendar = await readCalendar(db, OFFICE.id)
  const newest = keep ? await newestMoment(db) : undefined
  if (newest !== undefined && newest >= clock.now()) {
    await bot.moveTo(nextMorning(calendar, newest))
  }
  const since = clock.now()
  const book = createAnswerBook(catalogue)
  const cohort = createCohort({ simulator, clock, book, timezone: TIMEZONE, seed })
  const joining = Math.min(JOINING_DAYS, options.days)
  const mornings = morningsFrom(calendar, since, joining)
  const cast = inventCast({ people, units: KECAMATAN.length, seed, mornings: joining })
  const members = [...galleryMembers(), ...cast]
  await gather(db, cohort, {
    members,
    mornings,
    known: keep ? await joinedIds(db) : new Set(),
    now: since,
  })
  // The demo's big announcement goes to everybody, by one who decides alone.
  await writeSetting(db, 'announcement.second', MOST_PEOPLE, since)
  for (const { id, firstName, lastName } of gallery) {
    simulator.person({ id, firstName, lastName, languageCode: 'id' })
  }
  const root = await findUnitByName(db, ORGANISATION.id)
  const code = await invite(db, { unitId: root?.id ?? '' }, since)
  // What stands in the ledgers is looked up from here: only time passes over there.
  const app = {
    tick: bot.tick,
    nextDueAt: () => nextDueAt(db, clock.now()),
    isIdle: () => areLedgersIdle(db, clock.now()),
  }
  const clockwork = createClockwork({
    live: quickly(bot, clock, createLive({ app, simulator, clock, moveTo: bot.moveTo, cohort })),
    clock,
    log,
  })
  const watch = watchLedgers({
    db,
    tally: cohort.tally,
    queueKind: 'postgres',
    sendRate: () => bot.sendRate,
    since,
    log,
  })
  const nextAt = (): Promise<Date | undefined> => earliestWaitedFor(db, clock.now())
  const countdown = runCountdown({ clockwork, clock, log, nextAt })
  const admin = galleryOf('admin')
  const plug = createPlug({ bot, db, simulator, admin: () => simulator.person(admin), log })
  return {
    people: cohort,
    mornings: mornings.filter((_, morning) =>
      gallery.some(({ role, life }) => isHelper(role) && life?.morning === morning),
    ),
    clockwork,
    watch,
    plug,
    organisation: ORGANISATION,
    timezone: TIMEZONE,
    gallery,
    crew: crewOf(members),
    invite: {
      link: `https://t.me/${simulator.botUsername}?start=${code}`,
      code,
      botUsername: simulator.botUsername,
    },
    cohort: () => cohort.size,
    targetOf: (wish) => momentOfWish(wish, clock.now(), calendar),
    async close() {
      await countdown.stop()
      await plug.stop()
      await clockwork.stop()
      await watch.stop()
    },
  }
}

/** Weeks pass at the demo's own pace, also after a big announcement went at Telegram's. */
function quickly(bot: Bot, clock: Clock, live: Live): Pick<Live, 'advance'> {
  return {
    async advance(to, options) {
      if (to.getTime() - clock.now().getTime() > SHORT_MS) await bot.setRate(SEND_RATE)
      await live.advance(to, options)
    },
  }
}

/** Somebody of the gallery. */
function galleryOf(wanted: GalleryRole): GalleryPerson {
  const found = gallery.find(({ role }) => role === wanted)
  if (found === undefined) throw new Error(`Nobody of the gallery is ${wanted}`)
  return found
}

/** Two whom the coordinator helps, who read what arrives: first the one who is in the gallery too. */
function crewOf(members: readonly Member[]): number[] {
  const unit = galleryOf('coordinator').life?.unit
  return members
    .filter((one) => one.unit === unit && one.habit === 'steady' && one.jobRole !== 'pimpinan')
    .slice(0, CREW)
    .map(({ profile }) => profile.id)
}

/** Who helps to run things, beside learning. */
function isHelper(role: GalleryRole): boolean {
  return role === 'admin' || role === 'coordinator'
}

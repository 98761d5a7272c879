/**
 * An announcement to a hundred thousand people, on the whole system with a simulated Telegram at
 * Telegram's own pace: how long it takes to write every recipient and every message, how long after
 * the end of the undo time the first copy is accepted, how long after "batal" the last one, and how
 * long participants wait for an answer meanwhile, beside the same with nothing running. It fails where
 * one of the goals is missed: 10 s, 1 s, 1 s, and 300 ms at the median.
 *
 *     node bench/announcement.ts [--people 100000] [--seconds 20] [--json]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { startApp, type App } from '../src/app.ts'
import { writeSetting } from '../src/learning/index.ts'
import { addUnit, createInvite } from '../src/people/index.ts'
import { movableClock } from '../src/platform/clock.ts'
import { parseConfig } from '../src/platform/config.ts'
import { rowsOf } from '../src/platform/db/index.ts'
import { removeEmbeddedPostgres } from '../src/platform/embedded/index.ts'
import { silentLogger } from '../src/platform/logger.ts'
import { startSimulator, type SimulatedPerson } from '../src/simulator/index.ts'
import { spreadOf } from './support/statistics.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
})

const PEOPLE = Number(values.people)
const SECONDS = Number(values.seconds)
const LESSONS = fileURLToPath(new URL('../lessons', import.meta.url))

/** Monday, 23 November 2026, 09.30 in Makassar. */
const clock = movableClock(new Date('2026-11-23T01:30:00Z'))
const later = (ms: number): void => {
  clock.moveTo(new Date(clock.now().getTime() + ms))
}

async function until(condition: () => boolean | Promise<boolean>, name: string): Promise<number> {
  const started = performance.now()
  while (!(await condition())) {
    if (performance.now() - started > 180_000) throw new Error(`Waited in vain for: ${name}`)
    await pause(5)
  }
  return performance.now() - started
}

const newest = (person: SimulatedPerson): string =>
  person.messages().findLast((m) => m.fromBot)?.text ?? ''

/** Until the newest message says so. */
const says = (person: SimulatedPerson, words: string): Promise<number> =>
  until(() => newest(person).includes(words), words)

function tap(person: SimulatedPerson, button: string): void {
  const message = person
    .messages()
    .findLast((m) => m.buttons?.flat().some(({ text }) => text === button) === true)
  if (message === undefined) throw new Error(`no button "${button}"`)
  person.press(message.id, button)
}

async function joinBot(app: App, person: SimulatedPerson, code: string): Promise<void> {
  person.start(code)
  for (const button of ['Setuju, mulai', 'Ibu', 'Guru & pendidikan']) {
    await until(
      () =>
        person
          .messages()
          .some((m) => m.buttons?.flat().some(({ text }) => text === button) ?? false),
      button,
    )
    tap(person, button)
  }
  await until(() => app.isIdle(), 'idle')
}

/** Everybody else: in the same unit, and with a chat that the bot may write to. */
async function addPeople(app: App): Promise<void> {
  const now = clock.now().toISOString()
  await app.db.execute(sql`
    insert into people (id, telegram_id, chat_id, name, address_form, job_role, locale, timezone,
      lesson_minute, unit_id, last_seen_at, created_at, joined_at)
    select gen_random_uuid(), n, n, 'Peserta ' || n, 'none', 'desa', 'id', 'Asia/Makassar', 540,
      (select id from units limit 1), ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
    from generate_series(100000::bigint, ${99_999 + PEOPLE}::bigint) n`)
  await app.db.execute(sql`analyze`)
}

/** Chats that the bot may write to: as many as are reached before it is cancelled, and some more. */
const OPENED = Math.min(PEOPLE, 60 * SECONDS)

/** They open the bot before it runs, and it hears nothing of that. */
async function openPhones(): Promise<void> {
  for (let i = 0; i < OPENED; i++) {
    simulator.person({ id: 100_000 + i, firstName: `P${i}` }).start()
  }
  for (let offset = 0; simulator.pendingUpdates() > 0;) {
    const answer = await fetch(`${simulator.url}/bot123456:demo/getUpdates?offset=${offset}`)
    const { result: updates } = (await answer.json()) as { result: { update_id: number }[] }
    offset = (updates.at(-1)?.update_id ?? 0) + 1
    if (updates.length === 0) break
  }
}

/** How long each of a row of questions took to be answered, in milliseconds. */
async function latencies(person: SimulatedPerson, seconds: number): Promise<number[]> {
  const taken: number[] = []
  // Among them comes a copy of the announcement, which is no answer.
  const answers = (): number =>
    person.messages().filter((m) => m.fromBot && m.buttons?.flat().length !== 1).length
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    const before = answers()
    person.sendText('/jadwal')
    taken.push(await until(() => answers() > before, 'an answer'))
    await pause(150)
  }
  return taken
}

const dataDir = await mkdtemp(join(tmpdir(), 'sedikit-bench-announcement-'))
const simulator = await startSimulator({
  clock,
  limits: { globalPerSecond: null, chatPerSecond: null },
})
const result: Record<string, number> = { people: PEOPLE }
try {
  await openPhones()
  const app = await startApp({
    config: parseConfig({
      BOT_TOKEN: '123456:demo',
      TELEGRAM_API_ROOT: simulator.url,
      PORT: '0',
    }),
    clock,
    log: silentLogger,
    dataDir,
    lessonsDir: LESSONS,
    chatGapMs: 0,
  })
  try {
    await writeSetting(app.db, 'announcement.second', 10 * PEOPLE, clock.now())
    const unit = await addUnit(app.db, { name: 'Pemerintah Kabupaten Contoh', now: clock.now() })
    const code = await createInvite(
      app.db,
      {
        grants: 'unit',
        unitId: unit.id,
        maxUses: 10,
        expiresAt: new Date(clock.now().getTime() + 24 * 3600_000),
        createdBy: null,
      },
      clock.now(),
    )
    const author = simulator.person({ id: 1001, firstName: 'Ani', languageCode: 'id' })
    const asking = simulator.person({ id: 1002, firstName: 'Budi', languageCode: 'id' })
    for (const person of [author, asking]) await joinBot(app, person, code)
    await app.db.execute(sql`
      insert into roles (person_id, role, unit_id, granted_at)
      select id, 'coordinator', ${unit.id}, ${clock.now().toISOString()}::timestamptz
      from people where telegram_id = 1001`)
    await addPeople(app)
    result['idleReplyMs'] = spreadOf(await latencies(asking, SECONDS / 2)).median

    author.sendText('/pengumuman')
    await says(author, 'Pengumuman baru')
    author.sendText('Rapat hari Senin')
    await says(author, 'Untuk siapa?')
    tap(author, 'Lihat pratinjau')
    result['previewMs'] = await says(author, 'dengan kecepatan sekarang')
    tap(author, 'Kirim sekarang')
    result['queuedMs'] = await until(async () => {
      const [row] = await rowsOf<{ queued: boolean }>(
        app.db,
        sql`select queued_at is not null as queued from announcements order by id desc limit 1`,
      )
      return row?.queued === true
    }, 'recipients written')
    const [rows] = await rowsOf<{ count: number }>(
      app.db,
      sql`select count(*)::int as count from announcement_recipients`,
    )
    result['recipients'] = rows?.count ?? 0
    if (result['recipients'] < PEOPLE) throw new Error('Not everybody is a recipient')

    const attempts = (): number => simulator.ledger.counts()['copyMessage'] ?? 0
    const before = attempts()
    later(10_000)
    result['firstMs'] = await until(() => attempts() > before, 'the first copy')
    const running = await latencies(asking, SECONDS)
    result['runningReplyMs'] = spreadOf(running).median
    result['runningReplyMaxMs'] = spreadOf(running).max
    result['perSecond'] = (attempts() - before) / SECONDS

    const asked = performance.now()
    author.sendText('batal')
    let last = attempts()
    let lastAt = asked
    const end = asked + 5000
    while (performance.now() < end) {
      const now = attempts()
      if (now > last) [last, lastAt] = [now, performance.now()]
      await pause(5)
    }
    result['lastAfterCancelMs'] = lastAt - asked
    result['settledMs'] = await until(async () => {
      const [row] = await rowsOf<{ open: number }>(
        app.db,
        sql`select count(*)::int as open from announcement_recipients where outcome is null`,
      )
      return row?.open === 0
    }, 'every recipient with an outcome')
  } finally {
    await app.stop()
  }
} finally {
  await simulator.close()
  await removeEmbeddedPostgres(join(dataDir, 'postgres'))
  await rm(dataDir, { recursive: true, force: true })
}

/** What issue 7 asks for, in milliseconds. */
const GOALS = {
  queuedMs: 10_000,
  firstMs: 1000,
  lastAfterCancelMs: 1000,
  runningReplyMs: 300,
} as const
const missed = Object.entries(GOALS).filter(([name, most]) => !((result[name] ?? Infinity) < most))

const rounded = Object.fromEntries(
  Object.entries(result).map(([name, value]) => [name, Math.round(value * 10) / 10]),
)
if (values.json) console.log(JSON.stringify({ ...rounded, missed: missed.map(([name]) => name) }))
else {
  console.log(
    `${rounded['people']} people: previewed in ${rounded['previewMs']} ms, ` +
      `${rounded['recipients']} recipients and messages written ${rounded['queuedMs']} ms after the last word`,
  )
  console.log(
    `first copy ${rounded['firstMs']} ms after the undo time, ${rounded['perSecond']} a second; ` +
      `last one ${rounded['lastAfterCancelMs']} ms after "batal", every outcome ${rounded['settledMs']} ms later`,
  )
  console.log(
    `an answer took ${rounded['runningReplyMs']} ms at the median while it ran ` +
      `(at most ${rounded['runningReplyMaxMs']} ms), ${rounded['idleReplyMs']} ms with nothing running`,
  )
  for (const [name, most] of missed) console.log(`missed: ${name} is not below ${most}`)
}
if (missed.length > 0) process.exitCode = 1

import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { countAudience } from '../../src/announcements/index.ts'
import {
  calendarIn,
  civilDay,
  isWorkingDay,
  readCalendars,
  storeCalendar,
} from '../../src/learning/index.ts'
import { laggingOf } from '../../src/learning/lagging/lagging.ts'
import { readLagging } from '../../src/nudges/index.ts'
import { listUnits, type JobRole } from '../../src/people/index.ts'
import { connectDatabase, rowsOf, type Database, type Db } from '../../src/platform/db/index.ts'
import {
  keepRollups,
  readDigest,
  readRosterPage,
  readRosterPerson,
  reportGroup,
} from '../../src/reports/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import {
  FIRST,
  history,
  LESSONS,
  moment,
  stateOf,
  UNITS,
  type History,
  type Somebody,
} from '../support/lagging-history.ts'
import { rowsInto } from '../support/rows-into.ts'

describe('who lags', () => {
  let database: ClonedDatabase
  let connection: Database
  const db = (): Db => connection.db
  const units = UNITS.map(() => crypto.randomUUID())
  const viewers = { admin: crypto.randomUUID(), coordinator: crypto.randomUUID() }

  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    connection = connectDatabase(database.appUrl, { max: 4 })
    await storeCalendar(db())
    await db().execute(sql`
      insert into calendars (id, name, kind, week, observes_holidays, observes_collective_leave,
        hours, ramadan_hours)
      select 'school', 'School', 'school', '{"kind": "weekdays", "days": [1, 2, 3, 4, 5, 6]}'::jsonb, true, false, hours, ramadan_hours
      from calendars where id = 'office'`)
    await rowsInto(
      db(),
      'units',
      {},
      units.map((id, i) => ({
        id,
        name: `Unit ${i}`,
        parent_id: i === 0 ? null : units[0],
        created_at: FIRST,
      })),
    )
    await rowsInto(
      db(),
      'unit_calendars',
      {},
      UNITS.map((id, i) => ({ unit_id: units[i], calendar_id: id })),
    )
    const lessons = Array.from({ length: LESSONS + 1 }, (_, n) => n)
    await rowsInto(
      db(),
      'lesson_versions',
      { content: {}, first_seen_at: FIRST, hash: 'h' },
      lessons.map((n) => ({ lesson_id: `l${n}`, track_id: 't' })),
    )
    await rowsInto(
      db(),
      'question_versions',
      { content: {}, first_seen_at: FIRST, hash: 'h' },
      lessons.map((n) => ({ question_id: `q${n}`, lesson_id: `l${n}` })),
    )
  })
  afterAll(async () => {
    await connection.close()
    await database.drop()
  })

  async function store(people: History): Promise<void> {
    await db().execute(sql`delete from roles`)
    await db().execute(sql`delete from people`)
    const shared = {
      lesson_minute: 540,
      locale: 'id',
      last_seen_at: FIRST,
      created_at: FIRST,
      joined_at: FIRST,
    }
    await rowsInto(db(), 'people', shared, [
      ...people.map((one, i) => ({
        id: one.id,
        telegram_id: 5000 + i,
        chat_id: 5000 + i,
        name: `Peserta ${i}`,
        timezone: one.zone,
        weekly_on: one.weekly ? 1 : null,
        job_role: one.leader ? 'pimpinan' : 'desa',
        unit_id: units[one.unit],
        join_step: one.joining ? 'consent' : null,
        moved_away_at: one.moved ? FIRST : null,
        unreachable_since: one.reachable ? null : FIRST,
        paused: one.paused,
      })),
      ...[viewers.admin, viewers.coordinator].map((id, i) => ({
        id,
        telegram_id: 100 + i,
        chat_id: 100 + i,
        name: 'Viewer',
        timezone: 'Asia/Makassar',
        unit_id: units[0],
        paused: false,
      })),
    ])
    await rowsInto(db(), 'roles', { granted_at: FIRST }, [
      { person_id: viewers.admin, role: 'admin', unit_id: null },
      { person_id: viewers.coordinator, role: 'coordinator', unit_id: units[1] },
    ])
    await rowsInto(
      db(),
      'learners',
      { started_at: FIRST, taught_days: 0 },
      people.map(({ id }) => ({ person_id: id })),
    )
    const of = <T>(rows: (one: History[number]) => readonly T[]): T[] => people.flatMap(rows)
    await rowsInto(
      db(),
      'leaves',
      { kind: 'leave', created_at: FIRST },
      of(({ id, leaves }) =>
        leaves.map(({ first, last }) => ({ person_id: id, first_day: first, last_day: last })),
      ),
    )
    await rowsInto(
      db(),
      'pauses',
      {},
      of(({ id, pauses }) =>
        pauses.map(({ first, last }) => ({ person_id: id, first_day: first, last_day: last })),
      ),
    )
    await lessonsOf(people)
  }

  async function lessonsOf(people: History): Promise<void> {
    await db().execute(sql`
      insert into enrolments (person_id, track_id, state, started_at)
      select person_id, 't', 'active', started_at from learners`)
    for (const { id, dueDay, started, bundle } of people) {
      const open = dueDay === null ? [] : bundle.map((is, place) => ({ is, place, due: dueDay }))
      const all = [...open, ...(started ? [{ is: 'answered', place: LESSONS, due: FIRST }] : [])]
      for (const { is, place, due } of all) {
        await db().execute(sql`
          insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
            question_hash, position, bundle_place, state, cause, due_at, due_day, sent_at, quiz_sent_at)
          select e.id, e.person_id, ${`l${place}`}, 'h', ${`q${place}`}, 'h', 1, ${place},
            ${is === 'answered' ? 'answered' : 'open'}, 'due', e.started_at, ${due}::date, s, s
          from enrolments e, (select case when ${is !== 'unsent'} then ${FIRST}::timestamptz end as s) s
          where e.person_id = ${id}`)
      }
    }
  }

  /** By the rule, of what was stored, without a query. */
  async function ruled(people: History, now: Date) {
    const calendars = await readCalendars(db())
    return new Map(
      people
        .filter(({ joining, moved }) => !joining && !moved)
        .map((one) => {
          const { dueDay, bundle, paused, pauses, leaves, started } = one
          const stands = bundle.includes('open')
          const calendar = calendarIn(calendars, UNITS[one.unit] ?? '')
          const facts = {
            today: civilDay(one.zone, now),
            dueDay: stands ? dueDay : null,
            started: started || (dueDay !== null && bundle.includes('answered')),
            away: [...leaves, ...pauses],
            leaves,
            paused,
            reachable: one.reachable,
            weekly: one.weekly,
          }
          return [one.id, laggingOf(facts, (is) => isWorkingDay(calendar, is))] as const
        }),
    )
  }

  it('is told the same of the same person on the same day in every list and count', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(history, moment, async (people, now) => {
        await store(people)
        const calendars = await readCalendars(db())
        const expected = await ruled(people, now)
        for (const is of expected.values()) seen.add(is?.reason ?? 'none')
        const reasonOf = (id: string) => expected.get(id)?.reason
        const behind = (id: string) => ['unanswered', 'unstarted'].includes(reasonOf(id) ?? '')
        for (const [role, viewerId] of Object.entries(viewers)) {
          const here = people.filter(
            (one) => expected.has(one.id) && (role === 'admin' || one.unit === 1),
          )
          const laggards = here.filter(({ id }) => behind(id))

          const list = await readLagging(db(), viewerId, { calendars, now })
          expect(list.total).toBe(here.length)
          expect(new Map(list.people.map((one) => [one.personId, one.lagging]))).toEqual(
            new Map(
              [...expected].filter(
                ([id, is]) => is !== undefined && here.some((one) => one.id === id),
              ),
            ),
          )

          for (const one of here) {
            const card = await readRosterPerson(db(), {
              viewerId,
              personId: one.id,
              now,
              calendars,
            })
            expect([one.id, card?.state]).toEqual([one.id, stateOf(one, reasonOf(one.id), now)])
          }
          const page = await readRosterPage(db(), {
            viewerId,
            filter: 'lagging',
            unitId: null,
            offset: 0,
            limit: 100,
            calendars,
            now,
          })
          const named = laggards.filter(({ leader }) => !leader).map(({ id }) => id)
          expect(new Set(page.entries.map(({ personId }) => personId))).toEqual(new Set(named))
          expect(page.counts.lagging ?? 0).toBe(named.length)

          const state = { units: [], roles: [], tracks: [], state: 'lagging' } as const
          const audience = await countAudience(db(), viewerId, state, now)
          expect(audience.reached).toBe(laggards.length)
          expect(audience.hash).toBe(await hashOf(laggards.map(({ id }) => id)))

          const digest = await readDigest(db(), { id: viewerId, timezone: 'Asia/Makassar' }, now)
          const inNeed = here.filter(
            ({ id, leader }) => !leader && (behind(id) || reasonOf(id) === 'blocked'),
          )
          expect(digest?.inNeed).toBe(inNeed.length)
        }
        const all = people.filter(({ id }) => behind(id))
        await keepRollups(db())
        const today = civilDay('Asia/Makassar', now)
        const whole = { units: await listUnits(db()), period: { from: today, to: today } }
        const overview = { ...whole, now, today, unitId: undefined }
        expect((await reportGroup(db(), overview)).standing.lagging).toBe(all.length)
      }),
      { numRuns: 6 },
    )
    // Each of the reasons was there to be told.
    expect([...seen].toSorted()).toEqual([
      'away',
      'blocked',
      'none',
      'paused',
      'unanswered',
      'unstarted',
    ])
  })

  it('is not sent to who has moved away, and who is on the roster alone is counted', async () => {
    const now = new Date('2026-11-23T02:00:00Z')
    const one: Somebody = {
      unit: 1,
      zone: 'Asia/Makassar',
      weekly: false,
      leader: false,
      joining: false,
      moved: false,
      reachable: true,
      paused: false,
      started: false,
      dueDay: null,
      bundle: ['open'],
      leaves: [],
      pauses: [],
    }
    const crowd = [
      one,
      { ...one, unit: 2 },
      { ...one, moved: true },
      // Both at once: in one of the numbers alone.
      { ...one, moved: true, reachable: false },
      { ...one, reachable: false },
      { ...one, joining: true },
    ]
    await store(crowd.map((each) => ({ ...each, id: crypto.randomUUID() })))
    const [taken] = await rowsOf<{ id: string }>(
      db(),
      sql`select id from people where telegram_id = 5000`,
    )
    const place = (unit: number, role: string | null, personId: string | null = null) => ({
      unit_id: units[unit],
      name: `Place ${role}`,
      job_role: role,
      person_id: personId,
    })
    await rowsInto(db(), 'roster_places', { imported_at: FIRST }, [
      place(1, 'desa', taken?.id),
      place(1, 'desa'),
      place(1, 'guru'),
      place(1, null),
      place(2, 'guru'),
    ])
    const count = (viewerId: string, roles: readonly JobRole[] = []) =>
      countAudience(db(), viewerId, { units: [], roles, tracks: [], state: 'all' }, now)
    const away = { unreachable: 1, movedAway: 2, joining: 1 }
    expect(await count(viewers.coordinator)).toMatchObject({ ...away, reached: 1, unclaimed: 3 })
    // The coordinator herself is one of those whom the admin reaches.
    expect(await count(viewers.admin)).toMatchObject({ ...away, reached: 3, unclaimed: 4 })
    expect(await count(viewers.coordinator, ['guru'])).toMatchObject({ reached: 0, unclaimed: 2 })
  })

  async function hashOf(ids: readonly string[]): Promise<string> {
    const [row] = await rowsOf<{ hash: string }>(
      db(),
      sql`select coalesce(bit_xor(hashtextextended(id::text, 0)), 0)::text as hash
        from people where id::text in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
    )
    return row?.hash ?? ''
  }
})

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { pausedSince } from '../../src/nudges/index.ts'
import { decidersOf } from '../../src/people/index.ts'
import { connectDatabase, type Database } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { rowsInto } from '../support/rows-into.ts'

const THEN = '2026-11-20T01:00:00Z'

/** The organisation ─ an agency (with a coordinator) ─ its school (with one), its clinic (without). */
const [ROOT, AGENCY, SCHOOL, CLINIC] = ['root', 'agency', 'school', 'clinic'] as const
const units = [ROOT, AGENCY, SCHOOL, CLINIC].map((name) => ({ name, id: crypto.randomUUID() }))
const unit = (name: string): string => units.find((one) => one.name === name)?.id ?? ''

describe('the note on pauses that began by themselves', () => {
  let database: ClonedDatabase
  let connection: Database
  const people = new Map<string, string>()
  const person = (name: string): string => people.get(name) ?? ''

  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    connection = connectDatabase(database.appUrl, { max: 4 })
    const { db } = connection
    const parents: Readonly<Record<string, string | null>> = {
      [ROOT]: null,
      [AGENCY]: ROOT,
      [SCHOOL]: AGENCY,
      [CLINIC]: AGENCY,
    }
    for (const { id, name } of units) {
      const above = parents[name] ?? null
      const parent = above === null ? null : unit(above)
      await rowsInto(db, 'units', { created_at: THEN }, [{ id, name, parent_id: parent }])
    }
    const paused = { paused: true, paused_itself: true }
    const awake = { paused: false, paused_itself: false }
    const rows = [
      { name: 'Admin', unit_id: unit(ROOT), ...awake },
      { name: 'Ani', unit_id: unit(AGENCY), ...awake },
      { name: 'Budi', unit_id: unit(SCHOOL), ...awake },
      ...[ROOT, AGENCY, SCHOOL, CLINIC].map((name) => ({
        name: `Of the ${name}`,
        unit_id: unit(name),
        ...paused,
      })),
      { name: 'Of no unit', unit_id: null, ...paused },
    ].map((row, i) => ({ ...row, id: crypto.randomUUID(), telegram_id: 100 + i, chat_id: 100 + i }))
    for (const { id, name } of rows) people.set(name, id)
    const same = { locale: 'id', timezone: 'Asia/Makassar', lesson_minute: 540 }
    await rowsInto(db, 'people', { ...same, last_seen_at: THEN, created_at: THEN }, rows)
    await rowsInto(db, 'roles', { granted_at: THEN }, [
      { person_id: person('Admin'), role: 'admin', unit_id: null },
      { person_id: person('Ani'), role: 'coordinator', unit_id: unit(AGENCY) },
      { person_id: person('Budi'), role: 'coordinator', unit_id: unit(SCHOOL) },
    ])
    await fourthReminders()
  })
  afterAll(async () => {
    await connection.close()
    await database.drop()
  })

  async function fourthReminders(): Promise<void> {
    const { db } = connection
    const hash = { hash: 'h', content: {}, first_seen_at: THEN }
    await rowsInto(db, 'lesson_versions', hash, [{ lesson_id: 'l', track_id: 't' }])
    await rowsInto(db, 'question_versions', hash, [{ question_id: 'q', lesson_id: 'l' }])
    await db.execute(sql`
      insert into enrolments (person_id, track_id, state, started_at)
      select id, 't', 'active', created_at from people where paused`)
    await db.execute(sql`
      insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
        question_hash, position, state, cause, due_at, due_day, sent_at)
      select id, person_id, 'l', 'h', 'q', 'h', 1, 'open', 'due', started_at, '2026-11-16', started_at
      from enrolments`)
    await db.execute(sql`
      insert into nudges (person_id, delivery_id, day, step, rung, created_at)
      select person_id, id, '2026-11-20', 4, 4, due_at from deliveries`)
  }

  const named = async (viewer: string): Promise<readonly string[]> =>
    (await pausedSince(connection.db, person(viewer), new Date(THEN))).names

  it('names to each coordinator those who have nobody nearer', async () => {
    expect(await named('Budi')).toEqual(['Of the school'])
    expect(await named('Ani')).toEqual(['Of the agency', 'Of the clinic'])
    expect(await named('Admin')).toEqual(['Of no unit', 'Of the root'])
  })

  it('agrees with whom it is sent to', async () => {
    for (const { id, name } of units) {
      const told = (await decidersOf(connection.db, id, [])).map((one) => one.name)
      for (const viewer of ['Admin', 'Ani', 'Budi']) {
        const names = await named(viewer)
        expect([name, viewer, names.includes(`Of the ${name}`)]).toEqual([
          name,
          viewer,
          told.includes(viewer),
        ])
      }
    }
  })

  it('falls to the unit above while a coordinator cannot be reached', async () => {
    await connection.db.execute(sql`
      update people set unreachable_since = ${THEN}::timestamptz where name = 'Budi'`)
    expect(await named('Ani')).toEqual(['Of the agency', 'Of the clinic', 'Of the school'])
    await connection.db.execute(sql`
      update people set moved_away_at = ${THEN}::timestamptz where name = 'Of the school'`)
    expect(await named('Ani')).toEqual(['Of the agency', 'Of the clinic'])
  })
})

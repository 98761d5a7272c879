import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { arrayOf, connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { analyseItem } from '../../src/reports/items/analyse-item.ts'
import { LEAST_OTHERS, readCells } from '../../src/reports/items/cells-store.ts'
import { readRefresh } from '../../src/reports/items/figures-store.ts'
import { refreshItems } from '../../src/reports/items/refresh-items.ts'
import { addCrowd } from '../support/crowd.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { naiveItems, type NaiveAnswer } from '../support/naive-items.ts'

const now = new Date('2026-11-23T02:00:00Z')
const PEOPLE = 60

/** Numbers from 0 to 1 that are the same at every run (Park and Miller's generator). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** Twelve questions of one track, the last in two wordings of one version and in another version. */
const QUESTIONS = Array.from({ length: 12 }, (_, i) => ({
  question: `q${i}`,
  track: 'satu',
  ease: 0.25 + 0.06 * i,
}))
/** Too few for anybody to have a rest score. */
const SHORT = [0, 1, 2].map((i) => ({ question: `s${i}`, track: 'dua', ease: 0.5 }))

describe('the analysis of questions, beside a slow one', () => {
  let cloned: ClonedDatabase
  let database: Database
  beforeAll(async () => {
    cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    database = connectDatabase(cloned.appUrl)
    const { db } = database
    await addCrowd(db, { count: PEOPLE, firstId: 1, dueAt: now })
    for (const track of ['satu', 'dua']) {
      await db.execute(sql`
        insert into lesson_versions (lesson_id, hash, track_id, content, first_seen_at)
        values (${track}, 'h', ${track}, '{}', '2026-01-01')`)
    }
    const wordings = [
      ...[...QUESTIONS, ...SHORT].map((one) => ({ ...one, hash: 'v1', version: 1 })),
      ...['v1-spelling', 'v2'].map((hash) => ({
        question: 'q11',
        track: 'satu',
        hash,
        version: hash === 'v2' ? 2 : 1,
      })),
    ]
    for (const { question, track, hash, version } of wordings) {
      await db.execute(sql`
        insert into question_versions (question_id, hash, lesson_id, content, version, first_seen_at)
        values (${question}, ${hash}, ${track}, '{}', ${version}, '2026-01-01')`)
    }
  })
  beforeEach(async () => {
    for (const table of [
      'answers',
      'reviews',
      'assessment_items',
      'item_figures',
      'item_refreshes',
    ]) {
      await database.db.execute(sql`delete from ${sql.identifier(table)}`)
    }
  })
  afterAll(async () => {
    await database.close()
    await cloned.drop()
  })

  type Given = NaiveAnswer & { readonly hash: string }

  /** One after the other in time, in an order in the ledger that has nothing to do with it. */
  async function store(answers: readonly Given[]): Promise<void> {
    const mixed = answers.toSorted((a, b) => ((a.at * 7919) % 101) - ((b.at * 7919) % 101))
    const list = (of: (one: Given) => string | number | boolean | null, type: string) =>
      arrayOf(mixed.map(of), type)
    await database.db.execute(sql`
      with given as (
        select * from unnest(${list((one) => one.person, 'bigint')},
          ${list((one) => one.question, 'text')}, ${list((one) => one.hash, 'text')},
          ${list((one) => one.option, 'text')}, ${list((one) => one.right, 'boolean')},
          ${list((one) => one.sure, 'boolean')}, ${list((one) => one.at, 'int')},
          ${list((one) => one.kind, 'text')})
          with ordinality as g(person, question, hash, option, correct, sure, at, kind, n)),
      reviewed as (
        insert into reviews (person_id, question_id, question_hash, cause, state, day, created_at)
        select p.id, g.question, g.hash, 'due', 'answered', '2026-11-01', '2026-11-01'
        from given g join people p on p.telegram_id = g.person where g.kind = 'review'
        returning id, person_id, question_id),
      measured as (
        insert into assessment_items (person_id, track_id, phase, question_id, question_hash, state,
          day, created_at)
        select p.id, 'satu', 'before', g.question, g.hash, 'answered', '2026-11-01', '2026-11-01'
        from given g join people p on p.telegram_id = g.person where g.kind = 'assessment'
        returning id, person_id, question_id)
      insert into answers (person_id, question_id, question_hash, occasion, review_id, item_id,
        option_key, correct, sure, answered_at)
      select p.id, g.question, g.hash, g.kind || ':' || g.n,
        (select min(r.id) from reviewed r
          where g.kind = 'review' and r.person_id = p.id and r.question_id = g.question),
        (select m.id from measured m
          where g.kind = 'assessment' and m.person_id = p.id and m.question_id = g.question),
        g.option, g.correct, g.sure, '2026-01-01'::timestamptz + g.at * interval '1 minute'
      from given g join people p on p.telegram_id = g.person order by g.n`)
  }

  /** Histories with gaps, repetitions, other versions, certainty, and items that measure. */
  function histories(seed: number): Given[] {
    const random = numbersFrom(seed)
    let at = 0
    const answers: Given[] = []
    for (let person = 1; person <= PEOPLE; person++) {
      const able = random() - 0.5
      const reached = Math.ceil(random() * QUESTIONS.length)
      for (const { question, track, ease } of [...QUESTIONS.slice(0, reached), ...SHORT]) {
        if (random() < 0.15) continue
        const hashes = question === 'q11' ? ['v1', 'v1-spelling', 'v2'] : ['v1']
        const tries = 1 + Math.floor(random() * 2.5)
        const measured = question === 'q0' && random() < 0.3
        for (let i = 0; i < tries; i++) {
          const hash = hashes[Math.floor(random() * hashes.length)] ?? 'v1'
          const right = random() < ease + 0.6 * able
          answers.push({
            person,
            track,
            question,
            hash,
            version: hash === 'v2' ? 2 : 1,
            option: right ? 'a' : random() < 0.7 ? 'b' : 'c',
            right,
            sure: random() < 0.4 ? random() < 0.5 : null,
            at: at++,
            kind:
              i === 0 && measured ? 'assessment' : i > 0 || random() < 0.3 ? 'review' : 'lesson',
          })
        }
      }
    }
    return answers
  }

  it.each([48_271, 700_001, 31_415_926])(
    'has every figure of a slow calculation, histories of seed %i',
    async (seed) => {
      const answers = histories(seed)
      await store(answers)
      const expected = naiveItems(answers, LEAST_OTHERS)
      const found = await database.db.transaction(readCells)
      expect(found.map((one) => `${one.questionId} ${one.version}`).toSorted()).toEqual(
        [...expected.keys()].toSorted(),
      )
      expect(expected.size).toBe(16)
      for (const { questionId, version, cells } of found) {
        const name = `${questionId} ${version}`
        const naive = expected.get(name)
        const { correlation, options, certainty, ...counts } = analyseItem(cells)
        expect([name, { ...counts, ...certainty }]).toEqual([
          name,
          {
            people: naive?.people,
            right: naive?.right,
            later: naive?.later,
            scored: naive?.scored,
            group: naive?.group,
            asked: naive?.asked,
            sure: naive?.sure,
            sureWrong: naive?.sureWrong,
          },
        ])
        if (naive?.correlation === null) expect([name, correlation]).toEqual([name, null])
        else expect(correlation).toBeCloseTo(naive?.correlation ?? Number.NaN, 9)
        expect(options.map(({ key }) => key)).toEqual(Object.keys(naive?.options ?? {}).toSorted())
        for (const { key, people, upper, lower } of options) {
          expect([key, people]).toEqual([key, naive?.options[key]?.people])
          expect(upper).toBeCloseTo(naive?.options[key]?.upper ?? Number.NaN, 9)
          expect(lower).toBeCloseTo(naive?.options[key]?.lower ?? Number.NaN, 9)
        }
      }
      // A track of three questions compares nobody.
      expect(expected.get('s0 1')).toMatchObject({ scored: 0, correlation: null })
    },
  )

  it('is Postgres’ own corr() with the number right of the rest, where nobody left anything out', async () => {
    const random = numbersFrom(77)
    const answers: Given[] = []
    for (let person = 1; person <= PEOPLE; person++) {
      const able = random()
      for (const { question, track, ease } of QUESTIONS) {
        const right = random() < (ease + able) / 2
        const option = right ? 'a' : 'b'
        const [hash, version] = ['v1', 1]
        const at = answers.length
        answers.push({
          person,
          track,
          question,
          hash,
          version,
          option,
          right,
          sure: null,
          at,
          kind: 'lesson',
        })
      }
    }
    await store(answers)
    const rows = await rowsOf<{ question_id: string; r: number }>(
      database.db,
      sql`
      with total as (select person_id, sum(correct::int) as rights from answers group by person_id)
      select a.question_id, corr(a.correct::int, t.rights - a.correct::int) as r
      from answers a join total t using (person_id) group by a.question_id`,
    )
    const found = new Map(
      (await database.db.transaction(readCells)).map((one) => [one.questionId, one.cells]),
    )
    expect(rows).toHaveLength(QUESTIONS.length)
    for (const { question_id: id, r } of rows) {
      const { correlation, scored } = analyseItem(found.get(id) ?? [])
      expect(scored).toBe(PEOPLE)
      expect(correlation).toBeCloseTo(r, 9)
    }
  })

  it('is reckoned once an hour where answers came, once a day where none did, by one process', async () => {
    const { db } = database
    const at = (hours: number): Date => new Date(now.getTime() + hours * 3600_000)
    const answer = (seed: number) => store(histories(seed).slice(0, 40))
    await answer(1)
    const both = await Promise.all([refreshItems(db, at(0)), refreshItems(db, at(0))])
    expect(both.filter(Boolean)).toEqual([true])
    expect(await refreshItems(db, at(0.9))).toBe(false)
    expect(await refreshItems(db, at(2))).toBe(false)
    await db.execute(sql`delete from answers`)
    await db.execute(sql`delete from assessment_items`)
    await answer(2)
    expect(await refreshItems(db, at(2))).toBe(true)
    expect(await refreshItems(db, at(2))).toBe(false)
    const [kept] = await rowsOf<{ people: number }>(
      db,
      sql`select sum((figures ->> 'people')::int)::int as people from item_figures`,
    )
    const [there] = await rowsOf<{ people: number }>(
      db,
      sql`select count(distinct (person_id, question_id))::int as people from answers
        where item_id is null`,
    )
    expect(kept).toEqual(there)
    // Whoever is deleted leaves no newer answer, and goes with the day.
    await db.execute(sql`delete from answers`)
    expect(await refreshItems(db, at(25))).toBe(true)
    expect(await rowsOf(db, sql`select * from item_figures`)).toEqual([])
    expect(await refreshItems(db, at(48))).toBe(false)
    expect(await refreshItems(db, at(49))).toBe(true)
    // A clock that was set back.
    expect(await refreshItems(db, at(0))).toBe(true)
    expect(await readRefresh(db)).toMatchObject({ refreshedAt: at(0) })
  })
})

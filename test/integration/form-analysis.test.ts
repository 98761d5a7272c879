import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { arrayOf, connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { analyseItem } from '../../src/reports/items/analyse-item.ts'
import { LEAST_OTHERS_OF_FORM, readFormCells } from '../../src/reports/items/form-cells-store.ts'
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

/** Two forms of eight items, a check of five, and a track whose form of three compares nobody. */
const FORMS = [
  { track: 'satu', form: 'a', items: 8 },
  { track: 'satu', form: 'b', items: 8 },
  { track: 'satu', form: 'delayed', items: 5 },
  { track: 'dua', form: 'a', items: 3 },
] as const

type Given = NaiveAnswer & {
  readonly hash: string
  readonly phase: 'before' | 'after' | 'delayed'
  readonly inTime: boolean
}

describe('the analysis of the items of forms, beside a slow one', () => {
  let cloned: ClonedDatabase
  let database: Database
  beforeAll(async () => {
    cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    database = connectDatabase(cloned.appUrl)
    const { db } = database
    await addCrowd(db, { count: PEOPLE, firstId: 1, dueAt: now })
    for (const { track, form, items } of FORMS) {
      await db.execute(sql`
        insert into lesson_versions (lesson_id, hash, track_id, content, first_seen_at)
        values (${track}, 'h', ${track}, '{}', '2026-01-01') on conflict do nothing`)
      // Two wordings of one version, and another version.
      await db.execute(sql`
        insert into question_versions (question_id, hash, lesson_id, content, version, first_seen_at)
        select ${`${track}-${form}`} || n, h.hash, ${track}, '{}', h.version, '2026-01-01'
        from generate_series(0, ${items - 1}::int) n
        cross join (values ('v1', 1), ('v1-spelling', 1), ('v2', 2)) h(hash, version)`)
    }
  })
  beforeEach(async () => {
    for (const table of ['answers', 'assessment_items', 'form_item_figures', 'item_refreshes']) {
      await database.db.execute(sql`delete from ${sql.identifier(table)}`)
    }
  })
  afterAll(async () => {
    await database.close()
    await cloned.drop()
  })

  async function store(answers: readonly Given[]): Promise<void> {
    const list = (of: (one: Given) => string | number | boolean | null, type: string) =>
      arrayOf(answers.map(of), type)
    await database.db.execute(sql`
      with given as (
        select * from unnest(${list((one) => one.person, 'bigint')},
          ${list((one) => one.track, 'text')}, ${list((one) => one.phase, 'text')},
          ${list((one) => one.question, 'text')}, ${list((one) => one.hash, 'text')},
          ${list((one) => one.option, 'text')}, ${list((one) => one.right, 'boolean')},
          ${list((one) => one.sure, 'boolean')}, ${list((one) => one.inTime, 'boolean')})
          as g(person, track, phase, question, hash, option, correct, sure, in_time)),
      asked as (
        insert into assessment_items (person_id, track_id, phase, question_id, question_hash, state,
          in_time, day, created_at)
        select p.id, g.track, g.phase, g.question, g.hash, 'answered', g.in_time, '2026-11-01',
          '2026-11-01'
        from given g join people p on p.telegram_id = g.person
        returning id, person_id, question_id)
      insert into answers (person_id, question_id, question_hash, occasion, item_id, option_key,
        correct, sure, answered_at)
      select p.id, g.question, g.hash, 'assessment:' || a.id, a.id, g.option, g.correct, g.sure,
        '2026-11-02'
      from given g join people p on p.telegram_id = g.person
      join asked a on a.person_id = p.id and a.question_id = g.question`)
  }

  /** Half have form a before and b after; items left out, answers too late, more known afterwards. */
  function histories(seed: number): Given[] {
    const random = numbersFrom(seed)
    return Array.from({ length: PEOPLE }, (_, i) => i + 1).flatMap((person) => {
      const able = random() - 0.5
      const first = random() < 0.5 ? 'a' : 'b'
      return FORMS.flatMap(({ track, form, items }) =>
        Array.from({ length: items }, (_, i): Given[] => {
          const phase = form === 'delayed' ? 'delayed' : form === first ? 'before' : 'after'
          const ease = 0.3 + 0.05 * i + (phase === 'before' ? 0 : 0.25)
          const right = random() < ease + 0.6 * able
          const hash = ['v1', 'v1-spelling', 'v2'][Math.floor(random() * 3)] ?? 'v1'
          const one: Given = {
            person,
            track,
            phase,
            question: `${track}-${form}${i}`,
            hash,
            version: hash === 'v2' ? 2 : 1,
            option: right ? 'a' : random() < 0.7 ? 'b' : 'c',
            right,
            sure: random() < 0.4 ? random() < 0.5 : null,
            at: 0,
            kind: 'assessment',
            inTime: phase !== 'before' || random() < 0.8,
          }
          return random() < 0.15 ? [] : [one]
        }).flat(),
      )
    })
  }

  /** What counts, each occasion as a track and its items as questions of their own. */
  function apart(answers: readonly Given[]): NaiveAnswer[] {
    return answers
      .filter(({ inTime }) => inTime)
      .map((one) => ({
        ...one,
        kind: 'lesson',
        track: `${one.track} ${one.phase}`,
        question: `${one.question} ${one.phase}`,
      }))
  }

  it.each([48_271, 700_001, 31_415_926])(
    'has every figure of a slow calculation, histories of seed %i',
    async (seed) => {
      const answers = histories(seed)
      await store(answers)
      const expected = naiveItems(apart(answers), LEAST_OTHERS_OF_FORM)
      const found = await readFormCells(database.db)
      const nameOf = (one: (typeof found)[number]): string =>
        `${one.questionId} ${one.phase} ${one.version}`
      expect(found.map(nameOf).toSorted()).toEqual([...expected.keys()].toSorted())
      // Both versions of each: before and after of 19 items, and the check's five.
      expect(expected.size).toBe(2 * (2 * 19 + 5))
      for (const item of found) {
        const naive = expected.get(nameOf(item))
        const { correlation, options, certainty, ...counts } = analyseItem(item.cells)
        expect([nameOf(item), { ...counts, ...certainty }]).toEqual([
          nameOf(item),
          {
            people: naive?.people,
            right: naive?.right,
            later: 0,
            scored: naive?.scored,
            group: naive?.group,
            asked: naive?.asked,
            sure: naive?.sure,
            sureWrong: naive?.sureWrong,
          },
        ])
        if (naive?.correlation === null) expect(correlation).toBeNull()
        else expect(correlation).toBeCloseTo(naive?.correlation ?? Number.NaN, 9)
        expect(options.map(({ key }) => key)).toEqual(Object.keys(naive?.options ?? {}).toSorted())
        for (const { key, people, upper, lower } of options) {
          expect(people).toBe(naive?.options[key]?.people)
          expect(upper).toBeCloseTo(naive?.options[key]?.upper ?? Number.NaN, 9)
          expect(lower).toBeCloseTo(naive?.options[key]?.lower ?? Number.NaN, 9)
        }
      }
      // The check of five items compares people by their other four; a form of three compares nobody.
      expect(expected.get('satu-delayed0 delayed 1')?.scored).toBeGreaterThan(0)
      expect(expected.get('dua-a0 after 1')).toMatchObject({ scored: 0, correlation: null })
    },
  )

  it('is reckoned with that of the questions, and anew in its place', async () => {
    const { db } = database
    const kept = () =>
      rowsOf<{ phase: string; people: number }>(
        db,
        sql`select phase, sum((figures ->> 'people')::int)::int as people
          from form_item_figures group by 1 order by 1`,
      )
    const answers = histories(7)
    await store(answers)
    expect(await refreshItems(db, now)).toBe(true)
    const counted = (phase: string): number =>
      answers.filter((one) => one.phase === phase && one.inTime).length
    expect(await kept()).toEqual(
      ['after', 'before', 'delayed'].map((phase) => ({ phase, people: counted(phase) })),
    )
    await db.execute(sql`delete from answers`)
    expect(await refreshItems(db, new Date(now.getTime() + 25 * 3600_000))).toBe(true)
    expect(await kept()).toEqual([])
  })
})

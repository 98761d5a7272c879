import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import {
  lessonAt,
  questionAt,
  storeVersions,
  type Catalogue,
  type Question,
} from '../../src/content/index.ts'
import {
  closePool,
  connectDatabase,
  createPool,
  rowsOf,
  type Database,
} from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { readCatalogue } from '../support/quiz.ts'

const NOW = new Date('2026-11-23T01:30:00Z')
const ID = 'fondasi-ai-alat-bantu-q1'
const LESSON = 'fondasi-ai-alat-bantu'

describe('the versions of a question', () => {
  let database: ClonedDatabase
  let connected: Database
  let shipped: Catalogue
  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    connected = connectDatabase(database.appUrl, { max: 8 })
    shipped = await readCatalogue()
  })
  afterAll(async () => {
    await connected.close()
    await database.drop()
  })
  beforeEach(async () => {
    await connected.db.execute(sql`delete from question_versions`)
    await connected.db.execute(sql`delete from lesson_versions`)
  })

  /** The catalogue with the question in another wording, or with others too. */
  function withQuestions(...questions: readonly Question[]): Catalogue {
    return {
      ...shipped,
      questions: new Map([...shipped.questions, ...questions.map((one) => [one.id, one] as const)]),
    }
  }

  /** The question with a part of its text replaced, under a hash of its own. */
  function worded(hash: string, from: string | RegExp, to: string): Question {
    const one = shipped.questions.get(ID)
    if (one === undefined) throw new Error(`there is no ${ID}`)
    const text = one.texts.id.text.replace(from, to)
    if (text === one.texts.id.text) throw new Error(`${String(from)} is not in ${ID}`)
    return { ...one, hash, texts: { ...one.texts, id: { ...one.texts.id, text } } }
  }

  const store = async (catalogue: Catalogue, now = NOW): Promise<number | undefined> =>
    (await storeVersions(connected.db, catalogue, now)).get(ID)

  const kept = (): Promise<{ hash: string; version: number; latest: boolean }[]> =>
    rowsOf(
      connected.db,
      sql`select hash, version, latest from question_versions where question_id = ${ID}
        order by version, hash`,
    )

  const slip = () => worded('slip', 'bertanggung jawab', 'bertangung jawab')
  const turned = () => worded('turned', 'yang bertanggung', 'yang tidak bertanggung')

  it('are 1 at first, for all questions, and again for the same lessons', async () => {
    const first = await storeVersions(connected.db, shipped, NOW)
    expect(first.size).toBe(shipped.questions.size)
    expect(new Set(first.values())).toEqual(new Set([1]))
    expect(await storeVersions(connected.db, shipped, NOW)).toEqual(first)
    const [count] = await rowsOf(
      connected.db,
      sql`select count(*)::int as n, count(*) filter (where latest)::int as latest
        from question_versions`,
    )
    expect(count).toEqual({ n: shipped.questions.size, latest: shipped.questions.size })
  })

  it('go on over a corrected spelling, and are the next for another meaning', async () => {
    expect(await store(withQuestions(slip()))).toBe(1)
    expect(await store(shipped)).toBe(1)
    expect(await store(withQuestions(turned()))).toBe(2)
    const turnedSlip = worded(
      'turned-slip',
      /yang bertanggung jawab/,
      'yang tidak bertangung jawab',
    )
    expect(await store(withQuestions(turnedSlip))).toBe(2)
    const other = worded('other', /Undangan/, 'Surat edaran')
    expect(await store(withQuestions(other))).toBe(3)
  })

  it('come back with a wording that comes back, and the next one is judged by that', async () => {
    const { hash } = shipped.questions.get(ID) ?? { hash: '' }
    expect(await store(shipped)).toBe(1)
    expect(await store(withQuestions(turned()), new Date(NOW.getTime() + 1000))).toBe(2)
    // At the same moment, and with a clock that was moved back: neither decides what is the latest.
    expect(await store(shipped, new Date(NOW.getTime() - 1000))).toBe(1)
    expect(await store(withQuestions(slip()))).toBe(1)
    expect(await kept()).toEqual([
      { hash, version: 1, latest: false },
      { hash: 'slip', version: 1, latest: true },
      { hash: 'turned', version: 2, latest: false },
    ])
  })

  it('outlive that the question is taken out for a while', async () => {
    await store(withQuestions(turned()))
    const without = new Map(shipped.questions)
    without.delete(ID)
    expect(await store({ ...shipped, questions: without })).toBeUndefined()
    expect(await store(shipped)).toBe(2)
  })

  it('are given once by processes that take up the same lessons at the same time', async () => {
    await store(shipped)
    const edited = withQuestions(turned())
    expect(await Promise.all([store(edited), store(edited), store(edited), store(edited)])).toEqual(
      [2, 2, 2, 2],
    )
  })

  it('of five thousand questions take a handful of statements', async () => {
    const model = turned()
    const many = Array.from({ length: 5000 }, (_, n) => ({ ...model, id: `banyak-q${n}` }))
    const before = withQuestions(...many)
    await storeVersions(connected.db, before, NOW)
    const after = withQuestions(
      ...many.map((one, n) => ({
        ...one,
        hash: `anew-${n}`,
        texts: {
          ...one.texts,
          id: { ...one.texts.id, text: n % 2 === 0 ? one.texts.id.text.toUpperCase() : 'Lain?' },
        },
      })),
    )
    let statements = 0
    const pool = createPool(database.appUrl, { max: 1, name: 'counted' })
    const counted = drizzle(pool, { logger: { logQuery: () => (statements += 1) } })
    const versions = await storeVersions(counted, after, NOW)
    await closePool(pool)
    expect(versions.get('banyak-q0')).toBe(1)
    expect(versions.get('banyak-q1')).toBe(2)
    expect(statements).toBeLessThan(40)
  })

  it('keep old wordings readable, live or not', async () => {
    const old = withQuestions(turned())
    await store(old)
    await store(shipped)
    expect(await questionAt(connected.db, shipped, ID, 'turned')).toEqual(turned())
    const { hash } = shipped.questions.get(ID) ?? { hash: '' }
    expect((await questionAt(connected.db, shipped, ID, hash)).texts).toEqual(
      shipped.questions.get(ID)?.texts,
    )
    const empty: Catalogue = { tracks: [], lessons: new Map(), questions: new Map() }
    const lesson = shipped.lessons.get(LESSON)
    expect(await lessonAt(connected.db, empty, LESSON, lesson?.hash ?? '')).toEqual(lesson)
    await expect(questionAt(connected.db, shipped, ID, 'never')).rejects.toThrow('no version never')
    await expect(lessonAt(connected.db, empty, LESSON, 'never')).rejects.toThrow('no version never')
  })
})

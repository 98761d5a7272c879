import { sql } from 'drizzle-orm'
import { default_w } from 'ts-fsrs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { storeVersions } from '../../src/content/index.ts'
import { NEEDED_REVIEWS, tuneReviews, writeSetting } from '../../src/learning/index.ts'
import { mulberry32 } from '../../bench/support/curriculum.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { UserError } from '../../src/platform/errors.ts'
import { addCrowd } from '../support/crowd.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { callInProcess, type Finished } from '../support/journey-process.ts'
import { readCatalogue } from '../support/quiz.ts'

const NOW = new Date('2026-11-24T01:00:00Z')
const BEGUN = new Date('2026-01-05T01:00:00Z')

let database: ClonedDatabase
let store: Database
let env: Record<string, string>
let questions: { id: string; hash: string; key: string }[] = []

beforeAll(async () => {
  database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  env = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl }
  store = connectDatabase(database.appUrl)
  const catalogue = await readCatalogue()
  await storeVersions(store.db, catalogue, BEGUN)
  questions = [...catalogue.questions.values()]
    .slice(0, 30)
    .map(({ id, hash, answer }) => ({ id, hash, key: answer }))
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

const tune = (...args: readonly string[]): Promise<Finished> =>
  callInProcess(['reviews', 'tune', ...args], env)

interface Json {
  readonly kind: string
  readonly reviews: number
  readonly people: number
  readonly applied: boolean
  readonly before: { readonly accuracy: { logLoss: number; rmse: number } }
  readonly after: {
    readonly weights: number[]
    readonly accuracy: { logLoss: number; rmse: number }
    readonly days: Record<string, number>
  }
}

async function json(...args: readonly string[]): Promise<Json> {
  const { stdout, stderr } = await tune(...args, '--json')
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Json
}

async function parameters(): Promise<{ value: number[]; changed_at: string } | undefined> {
  const [row] = await rowsOf<{ value: number[]; changed_at: string }>(
    store.db,
    sql`select value, changed_at from settings where name = 'review.parameters'`,
  )
  return row
}

/**
 * Answers of people who forget in another way than the defaults say: by half within three days of
 * the first answer, and every right one doubles that.
 */
async function addAnswers(firstId: number, people: number): Promise<void> {
  const random = mulberry32(firstId)
  // A test that is tried again finds them there.
  const [there] = await rowsOf(store.db, sql`select 1 from people where telegram_id = ${firstId}`)
  if (there !== undefined) return
  await addCrowd(store.db, { count: people, firstId, dueAt: BEGUN })
  const ids = await rowsOf<{ id: string }>(
    store.db,
    sql`select id from people where telegram_id between ${firstId} and ${firstId + people - 1}
      order by telegram_id`,
  )
  const rows = ids.flatMap(({ id }, n) =>
    questions.flatMap((question, q) => {
      let halfLife = 3
      let day = q
      return Array.from({ length: 6 }, (_, i) => {
        const gap = i === 0 ? 0 : 1 + Math.floor(random() * 12)
        day += gap
        const correct = i === 0 || random() < 2 ** (-gap / halfLife)
        halfLife = correct && i > 0 ? halfLife * 2 : halfLife
        const answeredAt = new Date(BEGUN.getTime() + day * 24 * 3600_000 + n * 1000)
        return { person: id, ...question, occasion: `review:${q}-${i}`, correct, at: answeredAt }
      })
    }),
  )
  await store.db.execute(sql`
    insert into answers (person_id, question_id, question_hash, occasion, option_key, correct,
      answered_at)
    select r.person, r.id, r.hash, r.occasion, r.key, r.correct, r.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(person uuid, id text, hash text, occasion text, key text, correct boolean,
        at timestamptz)`)
}

describe('reviews tune', () => {
  it('refuses below the number of answers that it names, and says how many there are', async () => {
    const none = await tune()
    expect(none.code).toBe(1)
    expect(none.stderr).toContain(`0 reviews by 0 people, and ${NEEDED_REVIEWS} by 10 are needed`)
    // 1,500 reviews, but of people whom one could count on two hands.
    await addAnswers(6000, 9)
    const few = await tune('--apply')
    expect(few.stderr).toContain('1350 reviews by 9 people')
    expect([few.code, few.stdout]).toEqual([1, ''])
    expect(await json('--apply')).toMatchObject({ kind: 'too_few', reviews: 1350, people: 9 })
    expect(await parameters()).toBeUndefined()
  })

  it('fits what the defaults do not know, lowers the loss, and changes nothing unasked', async () => {
    await addAnswers(6100, 31)
    const { kind, before, after, people, reviews, applied } = await json()
    expect([kind, people, reviews, applied]).toEqual(['fitted', 40, 6000, false])
    expect(after.accuracy.logLoss).toBeLessThan(before.accuracy.logLoss - 0.01)
    expect(after.accuracy.rmse).toBeLessThan(before.accuracy.rmse * 0.7)
    expect(await parameters()).toBeUndefined()
    const { stdout, code } = await tune()
    expect(code).toBe(0)
    expect(stdout).toMatch(/answered right for the first time +after \d+ days?/)
    expect(stdout).toContain('Nothing was changed')
  })

  it('writes the weights when told to, remembers when, and the scheduler takes them', async () => {
    const { after, applied } = await json('--apply')
    expect(applied).toBe(true)
    const set = await parameters()
    expect(set?.value).toEqual(after.weights)
    // Who looked and changed nothing, or was refused, left no trace.
    const trail = await rowsOf(store.db, sql`select action, by_id from audit`)
    expect(trail).toEqual([{ action: 'reviews.tuned', by_id: null }])
    expect(new Date(set?.changed_at ?? 0).getTime()).toBeGreaterThan(NOW.getTime() - 366 * 864e5)
    // A second run finds the same weights: nothing of it is left to chance.
    const again = await json()
    expect(again.after.weights).toEqual(after.weights)
  })

  it('is undone by the command that it names', async () => {
    // Weights that are set and that the fit surely betters: the library's, as somebody's own.
    const own = JSON.stringify(default_w)
    expect((await callInProcess(['settings', 'review.parameters', own], env)).code).toBe(0)
    const { stdout } = await tune('--apply')
    const fitted = (await parameters())?.value
    const undo = /npm run sedikit -- settings review\.parameters '(.+)'/.exec(stdout)?.[1] ?? ''
    await callInProcess(['settings', 'review.retention', '0.85'], env)
    expect((await callInProcess(['settings', 'review.parameters', 'default'], env)).code).toBe(0)
    expect(await parameters()).toBeUndefined()
    const { code } = await callInProcess(['settings', 'review.parameters', undo], env)
    expect(code).toBe(0)
    expect((await parameters())?.value).toEqual([...default_w])
    await callInProcess(['settings', 'review.retention', 'default'], env)
    await callInProcess(['settings', 'review.parameters', JSON.stringify(fitted)], env)
  })

  it('does not write weights that are worse for people whom the fit had not seen', async () => {
    const good = (await parameters())?.value
    // As if nobody ever forgot.
    const rosy = Array.from({ length: 21 }, (_, i) => (i < 4 ? 100 : (good?.[i] ?? 0)))
    const tuned = await tuneReviews(store.db, {
      now: NOW,
      apply: true,
      fit: async () => Promise.resolve(rosy),
    })
    expect(tuned).toMatchObject({ kind: 'fitted', better: false, applied: false, foldsBetter: 0 })
    expect((await parameters())?.value).toEqual(good)
  })

  it('says in words that a machine has no optimizer', async () => {
    const steps: string[] = []
    const failing = tuneReviews(store.db, {
      now: NOW,
      apply: true,
      onStep: ({ step }) => steps.push(step),
      fit: async () => Promise.reject(new UserError('The optimizer has no binary')),
    })
    await expect(failing).rejects.toThrow(UserError)
    expect(new Set(steps)).toEqual(new Set(['reading', 'fitting']))
  })

  it('reads each answer on the civil day of the person’s own zone', async () => {
    await writeSetting(store.db, 'review.parameters', undefined, NOW)
    // 22.00 and 02.00 UTC: in Makassar both on one day, in London on two.
    const reviewsIn = async (zone: string): Promise<number> => {
      await store.db.execute(sql`update people set timezone = ${zone}`)
      const read = await tuneReviews(store.db, { now: NOW, apply: false, fit: sameWeights })
      return read.reviews
    }
    await store.db.execute(sql`
      update answers set answered_at = ${BEGUN.toISOString()}::timestamptz
        + case when occasion like '%-0' then interval '-3 hours' else interval '1 hour' end`)
    expect(await reviewsIn('Asia/Makassar')).toBe(0)
    expect(await reviewsIn('Europe/London')).toBe(1200)
  })
})

const sameWeights = async (): Promise<number[]> => {
  const { defaultWeights } = await import('../../src/learning/reviews/memory.ts')
  return [...defaultWeights]
}

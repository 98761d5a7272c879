import { sql } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../platform/db/index.ts'
import type { Catalogue, Question } from './catalogue.ts'
import { goesOn, judgeEdit } from './published/judge-edit.ts'
import { vocabularyOf, type Vocabulary } from './published/vocabulary.ts'
import { questionVersions } from './schema.ts'

/** The version of each question as it is live, by its id. */
export type VersionNumbers = ReadonlyMap<string, number>

/** Rows of one insert. */
const CHUNK = 500

/**
 * Numbers the wordings that are live: one that was kept already has its old version again, a new one
 * that of the latest wording when only its spelling differs, and the next number otherwise. For all
 * questions in a handful of statements. The caller holds the lock, so that two processes that take
 * up lessons together judge one after the other.
 */
export async function storeQuestionVersions(
  tx: Db,
  catalogue: Catalogue,
  now: Date,
): Promise<VersionNumbers> {
  const questions = [...catalogue.questions.values()]
  const known = await knownWordings(tx, questions)
  const fresh = questions.filter(({ id, hash }) => known.get(id)?.versions.has(hash) !== true)
  const reworded = fresh.flatMap(({ id }) => known.get(id)?.latest ?? [])
  const before = await wordingsAt(tx, reworded)
  const vocabulary = once(() =>
    vocabularyOf({ lessons: catalogue.lessons.values(), questions: catalogue.questions.values() }),
  )
  const numbered = fresh.map((question) => ({
    question,
    version: versionOf(question, known.get(question.id), before.get(question.id), vocabulary),
  }))
  for (let start = 0; start < numbered.length; start += CHUNK) {
    await tx.insert(questionVersions).values(
      numbered.slice(start, start + CHUNK).map(({ question, version }) => ({
        questionId: question.id,
        hash: question.hash,
        lessonId: question.lessonId,
        content: question,
        version,
        firstSeenAt: now,
      })),
    )
  }
  await markLatest(tx, questions)
  return new Map([
    ...questions.map(({ id, hash }) => [id, known.get(id)?.versions.get(hash) ?? 1] as const),
    ...numbered.map(({ question, version }) => [question.id, version] as const),
  ])
}

function versionOf(
  question: Question,
  known: Known | undefined,
  before: Question | undefined,
  vocabulary: () => Vocabulary,
): number {
  if (known === undefined || before === undefined) return 1
  const { kind } = judgeEdit(before, question, vocabulary().besides(question.id))
  return goesOn(kind)
    ? (known.versions.get(known.latest.hash) ?? 1)
    : Math.max(...known.versions.values()) + 1
}

interface Place {
  readonly id: string
  readonly hash: string
}

interface Known {
  /** By hash. */
  readonly versions: Map<string, number>
  latest: Place
}

async function knownWordings(
  tx: Db,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, Known>> {
  const rows = await rowsOf<{ question_id: string; hash: string; version: number }>(
    tx,
    // The latest is the last of each question; where none is marked, the newest.
    sql`
    select question_id, hash, version from question_versions
    where question_id = any(${idsOf(questions)})
    order by question_id, latest, first_seen_at`,
  )
  const known = new Map<string, Known>()
  for (const { question_id: id, hash, version } of rows) {
    const latest = { id, hash }
    const one = known.get(id) ?? { versions: new Map<string, number>(), latest }
    one.versions.set(hash, version)
    one.latest = latest
    known.set(id, one)
  }
  return known
}

/** @returns by the question's id */
async function wordingsAt(
  tx: Db,
  places: readonly Place[],
): Promise<ReadonlyMap<string, Question>> {
  if (places.length === 0) return new Map()
  const rows = await rowsOf<{ question_id: string; content: Question }>(
    tx,
    sql`
    select v.question_id, v.content from question_versions v
    join unnest(${idsOf(places)}, ${hashesOf(places)}) as r(id, hash)
      on v.question_id = r.id and v.hash = r.hash`,
  )
  return new Map(rows.map((row) => [row.question_id, row.content]))
}

/** First off, then on: at no moment are two wordings of a question the latest. */
async function markLatest(tx: Db, questions: readonly Question[]): Promise<void> {
  const live = sql`unnest(${idsOf(questions)}, ${hashesOf(questions)}) as r(id, hash)`
  await tx.execute(sql`
    update question_versions v set latest = false from ${live}
    where v.question_id = r.id and v.latest and v.hash <> r.hash`)
  await tx.execute(sql`
    update question_versions v set latest = true from ${live}
    where v.question_id = r.id and v.hash = r.hash and not v.latest`)
}

function idsOf(places: readonly Place[]) {
  return arrayOf(
    places.map(({ id }) => id),
    'text',
  )
}

function hashesOf(places: readonly Place[]) {
  return arrayOf(
    places.map(({ hash }) => hash),
    'text',
  )
}

/** The vocabulary takes longer than all the rest, and most starts find nothing reworded. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

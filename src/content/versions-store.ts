import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import type { Catalogue, Lesson, Question } from './catalogue.ts'
import { storeQuestionVersions, type VersionNumbers } from './question-versions-store.ts'
import { lessonVersions, questionVersions } from './schema.ts'

/** Rows of one insert. */
const CHUNK = 500

/** Any number will do that no other lock has, as long as every process uses the same. */
const VERSIONS_LOCK = 7_305_468

/**
 * Keeps every wording that is live, so that what is sent and answered stays with its wording, in one
 * transaction. Processes that take up lessons at the same time do so one after the other.
 *
 * @returns the version of each question, by which its statistics are grouped
 */
export async function storeVersions(
  db: Db,
  catalogue: Catalogue,
  now: Date,
): Promise<VersionNumbers> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${VERSIONS_LOCK})`)
    const lessons = [...catalogue.lessons.values()].map((lesson) => ({
      lessonId: lesson.id,
      hash: lesson.hash,
      trackId: lesson.trackId,
      content: lesson,
      firstSeenAt: now,
    }))
    for (let start = 0; start < lessons.length; start += CHUNK) {
      await tx
        .insert(lessonVersions)
        .values(lessons.slice(start, start + CHUNK))
        .onConflictDoNothing()
    }
    return storeQuestionVersions(tx, catalogue, now)
  })
}

/** The wording of a lesson as it was kept under `hash`. */
export async function keptLesson(db: Db, id: string, hash: string): Promise<Lesson> {
  const [row] = await db
    .select({ content: lessonVersions.content })
    .from(lessonVersions)
    .where(and(eq(lessonVersions.lessonId, id), eq(lessonVersions.hash, hash)))
  if (row === undefined) throw new Error(`Lesson ${id} has no version ${hash}`)
  return row.content as Lesson
}

/** The wording of a question as it was kept under `hash`. */
export async function keptQuestion(db: Db, id: string, hash: string): Promise<Question> {
  const [row] = await db
    .select({ content: questionVersions.content })
    .from(questionVersions)
    .where(and(eq(questionVersions.questionId, id), eq(questionVersions.hash, hash)))
  if (row === undefined) throw new Error(`Question ${id} has no version ${hash}`)
  return row.content as Question
}

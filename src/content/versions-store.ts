import { and, eq } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import type { Catalogue, Lesson, Question } from './catalogue.ts'
import { lessonVersions, questionVersions } from './schema.ts'

/** Rows of one insert. */
const CHUNK = 500

/** Keeps every wording that is live, so that what is sent and answered stays with its wording. */
export async function storeVersions(db: Db, catalogue: Catalogue, now: Date): Promise<void> {
  const lessons = [...catalogue.lessons.values()].map((lesson) => ({
    lessonId: lesson.id,
    hash: lesson.hash,
    trackId: lesson.trackId,
    content: lesson,
    firstSeenAt: now,
  }))
  const questions = [...catalogue.questions.values()].map((question) => ({
    questionId: question.id,
    hash: question.hash,
    lessonId: question.lessonId,
    content: question,
    firstSeenAt: now,
  }))
  for (let start = 0; start < lessons.length; start += CHUNK) {
    await db
      .insert(lessonVersions)
      .values(lessons.slice(start, start + CHUNK))
      .onConflictDoNothing()
  }
  for (let start = 0; start < questions.length; start += CHUNK) {
    await db
      .insert(questionVersions)
      .values(questions.slice(start, start + CHUNK))
      .onConflictDoNothing()
  }
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

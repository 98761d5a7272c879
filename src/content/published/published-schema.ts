import { z } from 'zod'
import type { Expected } from '../explain-issue.ts'
import { phrase } from '../faults/lesson-fault.ts'
import { kebab } from '../question-schema.ts'

/** Beside the tracks' folders. */
export const PUBLISHED_FILE = 'published.yaml'

/** published.yaml: the ids that went out, with what each question tests. */
export const publishedSchema = z.strictObject({
  /** Who is enrolled on a track is enrolled under its id. */
  tracks: z.array(kebab).optional(),
  /** The objective of each question, by its id, by the id of its lesson. */
  lessons: z.record(kebab, z.record(kebab, z.string().trim().min(1))),
  /** What each statement, question and option of the surveys says, by its id. */
  surveys: z.record(kebab, z.string().trim().min(1)).optional(),
  /** Ids of tracks, lessons and questions that are taught no more, and are never given again. */
  retired: z.array(kebab).optional(),
})

export type PublishedFields = z.infer<typeof publishedSchema>

export const publishedExpected: Expected = {
  '': phrase('published-keys'),
  tracks: phrase('ids-in-a-list'),
  lessons: phrase('published-lessons'),
  surveys: phrase('published-surveys'),
  retired: phrase('ids-in-a-list'),
}

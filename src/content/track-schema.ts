import { z } from 'zod'
import type { Expected } from './explain-issue.ts'
import { phrase } from './faults/lesson-fault.ts'
import { ID_EXPECTED, inBoth, kebab, text } from './question-schema.ts'

/** track.yaml: what a track is called, whom it is for, and its lessons in order. */
export const trackSchema = z.strictObject({
  id: kebab,
  title: inBoth(text),
  description: inBoth(text),
  for: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['common', 'rest']) }),
    z.strictObject({ kind: z.enum(['role', 'sector']), value: kebab }),
  ]),
  lessons: z.array(kebab).min(1),
})

export type TrackFields = z.infer<typeof trackSchema>

export const trackExpected: Expected = {
  '': phrase('keys', { keys: 'id, title, description, for, lessons' }),
  id: ID_EXPECTED,
  title: phrase('track-title'),
  'title.id': phrase('track-title-id'),
  'title.en': phrase('track-title-en'),
  description: phrase('track-description'),
  'description.id': phrase('track-description-id'),
  'description.en': phrase('track-description-en'),
  for: phrase('track-for'),
  'for.kind': phrase('track-for-kind'),
  'for.value': phrase('track-for-value'),
  lessons: phrase('track-lessons'),
}

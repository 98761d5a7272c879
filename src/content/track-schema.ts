import { z } from 'zod'
import type { Expected } from './explain-issue.ts'
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
  '': 'keys with values: id, title, description, for, lessons',
  id: ID_EXPECTED,
  title: 'the title as { id: "...", en: "..." }',
  'title.id': 'the Indonesian title',
  'title.en': 'the English title',
  description: 'the description as { id: "...", en: "..." }',
  'description.id': 'the Indonesian description',
  'description.en': 'the English description',
  for: 'whom it is for, such as { kind: common } or { kind: role, value: pimpinan }',
  'for.kind': 'common, role, sector or rest',
  'for.value': 'the role or sector, in small letters, digits and hyphens',
  lessons: 'the slugs of the lessons in order: 01-ai-alat-bantu.md is ai-alat-bantu',
}

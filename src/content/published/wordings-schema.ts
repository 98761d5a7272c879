import { z } from 'zod'
import { kebab } from '../question-schema.ts'

/** Beside published.yaml; generated, so it is JSON: a line a text, which reads well in a diff. */
export const WORDINGS_FILE = 'published-wordings.json'

const text = z.strictObject({
  text: z.string(),
  /** In the order in which they were published. */
  options: z.record(z.string(), z.string()),
  explanation: z.string(),
})

const wording = z.strictObject({
  /** From 1: how often what is asked under this id has changed its meaning, and once. */
  version: z.int().min(1),
  answer: z.string(),
  id: text,
  en: text.optional(),
})

/** The wording of each question as it was published last, by its id. */
export const wordingsSchema = z.record(kebab, wording)

export type PublishedWordings = z.infer<typeof wordingsSchema>
export type PublishedWording = z.infer<typeof wording>

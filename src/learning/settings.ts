import { z } from 'zod'

/** What an organisation may set about learning; each with its default. */
export const settingsSchema = z.strictObject({
  /** The probability with which a question is to be known when it comes again. */
  'review.retention': z.number().min(0.7).max(0.97).default(0.9),
  /** Reviews of one day at the most, beside the day's lesson. */
  'review.load': z.int().min(0).max(5).default(2),
  /** FSRS-6's 21 weights, as `sedikit reviews tune` fits them; none: the library's defaults. */
  'review.parameters': z.array(z.number()).length(21).optional(),
  /** Badges are earned, told and shown. */
  'badges.shown': z.boolean().default(true),
  /** `/peringkat` compares units. */
  'ranking.shown': z.boolean().default(true),
})

export type Settings = z.infer<typeof settingsSchema>
export type SettingName = keyof Settings
export const settingNames = settingsSchema.keyof().options

import { z } from 'zod'

/** A line of a certificate. */
const line = z.string().trim().min(1).max(120)

/** What an organisation may set about learning; each with its default. */
export const settingsSchema = z.strictObject({
  /** The probability with which a question is to be known when it comes again. */
  'review.retention': z.number().min(0.7).max(0.97).default(0.9),
  /** Reviews of one day at the most, beside the day's lesson. */
  'review.load': z.int().min(0).max(5).default(2),
  /** FSRS-6's 21 weights, as `sedikit reviews tune` fits them; none: the library's defaults. */
  'review.parameters': z.array(z.number()).length(21).optional(),
  /** Whether forms, statements and the use of AI at work are asked at all. */
  'assessment.asked': z.boolean().default(true),
  /** Whether marked questions ask how sure one is, at most one a day. */
  'confidence.asked': z.boolean().default(true),
  /** At the top of certificates; without the first line, the organisation's name stands there. */
  'letterhead.line1': line.optional(),
  'letterhead.line2': line.optional(),
  'letterhead.address': line.optional(),
  /** Path of a PNG. */
  'letterhead.logo': z.string().min(1).optional(),
  /** Who signs: all three, or nobody. */
  'signatory.name': line.optional(),
  'signatory.position': line.optional(),
  'signatory.place': line.optional(),
  'signatory.nip': z
    .string()
    .regex(/^\d{18}$/, 'a NIP has 18 digits')
    .optional(),
  /** {n}: the serial number; {year}, and {month} or {roman} as one likes. */
  'certificate.number': z
    .string()
    .max(60)
    .regex(
      /^[^{}]*(\{(n|year|month|roman)\}[^{}]*)+$/,
      'only {n}, {month}, {roman}, {year} are known',
    )
    .regex(/(?<![\d}])\{n\}(?![\d{])/, '{n} has to stand in it, apart from digits')
    .regex(/\{year\}/, '{year} has to stand in it: numbers begin anew each year')
    .default('{n}/SEDIKIT/{roman}/{year}'),
  /** The share of a track's lessons to be answered, right or wrong, and not skipped. */
  'certificate.answered': z.number().min(0).max(1).default(0.8),
  /** The share of first reminders that is left out, to see what reminders do. */
  'nudge.holdout': z.number().min(0).max(0.5).default(0.1),
  /** Badges are earned, told and shown. */
  'badges.shown': z.boolean().default(true),
  /** An announcement to more people than this needs a second coordinator's or an admin's word. */
  'announcement.second': z.int().min(1).default(500),
  /** `/peringkat` compares units. */
  'ranking.shown': z.boolean().default(true),
})

export type Settings = z.infer<typeof settingsSchema>
export type SettingName = keyof Settings
export const settingNames = settingsSchema.keyof().options

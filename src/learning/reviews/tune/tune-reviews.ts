import type { Db } from '../../../platform/db/index.ts'
import { readSettings, writeSetting } from '../../settings-store.ts'
import { defaultWeights } from '../memory.ts'
import type { Accuracy } from './accuracy.ts'
import { crossValidate, FOLDS } from './cross-validate.ts'
import { fitWeights, type Fit, type Weights } from './fit-weights.ts'
import { gatherHistories } from './gather.ts'
import { readHistories } from './histories-store.ts'
import { daysInEachCase, type Case } from './meaning.ts'

/**
 * Reviews below which nothing is fitted. The authors of FSRS asked for 1,000 before the weights of
 * one person were fitted, later 400, now fewer (docs/tutorial.md of open-spaced-repetition/fsrs4anki,
 * pull request 653; ankitects/anki#3094). Ours hold for everybody at once, so the first number stays.
 */
export const NEEDED_REVIEWS = 1000

/** Two in each part of the check: the weights are to hold for people, not for one person. */
export const NEEDED_PEOPLE = 2 * FOLDS

/** Weights with what they mean and what they are worth. */
export interface Weighed {
  readonly weights: Weights
  readonly accuracy: Accuracy
  readonly days: Readonly<Record<Case, number>>
}

export type Tuned =
  | { readonly kind: 'too_few'; readonly reviews: number; readonly people: number }
  | {
      readonly kind: 'fitted'
      readonly reviews: number
      readonly people: number
      /** There were more answers than one fit takes. */
      readonly sampled: boolean
      /** The present weights. `own`: set before, so not the library's. */
      readonly before: Weighed & { readonly own: boolean }
      readonly after: Weighed
      readonly foldsBetter: number
      /** Not worse on people whom the fit had not seen. */
      readonly better: boolean
      readonly applied: boolean
    }

export type TuneStep =
  | { readonly step: 'reading'; readonly reviews: number }
  /** `share` of one fit, 0 to 1; the last fit, of all people, has no fold. */
  | { readonly step: 'fitting'; readonly fold: number | null; readonly share: number }

export interface TuneOptions {
  readonly now: Date
  /** Write the weights, if they are not worse. */
  readonly apply: boolean
  readonly onStep?: (step: TuneStep) => void
  readonly fit?: Fit
}

/**
 * Fits FSRS' weights to the recorded answers, and says what they are worth for people whom the fit
 * has not seen. Cards keep their days: new weights count from each question's next answer.
 *
 * @throws UserError where the optimizer has no binary for this machine
 */
export async function tuneReviews(db: Db, options: TuneOptions): Promise<Tuned> {
  const { now, apply, onStep, fit = fitWeights } = options
  const settings = await readSettings(db)
  const retention = settings['review.retention']
  const own = settings['review.parameters']
  const { people, reviews, sampled } = await gatherHistories(readHistories(db), {
    onPerson: (read) => onStep?.({ step: 'reading', reviews: read }),
  })
  if (reviews < NEEDED_REVIEWS || people.length < NEEDED_PEOPLE) {
    return { kind: 'too_few', reviews, people: people.length }
  }
  const present = { retention, parameters: own }
  const checked = await crossValidate(people, present, fit, (fold, share) =>
    onStep?.({ step: 'fitting', fold, share }),
  )
  const all = people.flatMap(({ histories }) => histories)
  const weights = await fit(all, (share) => onStep?.({ step: 'fitting', fold: null, share }))
  const better = checked.after.logLoss <= checked.before.logLoss
  const applied = apply && better
  if (applied) await writeSetting(db, 'review.parameters', [...weights], now)
  return {
    kind: 'fitted',
    reviews,
    people: people.length,
    sampled,
    before: {
      weights: own ?? defaultWeights,
      own: own !== undefined,
      accuracy: checked.before,
      days: daysInEachCase(present),
    },
    after: {
      weights,
      accuracy: checked.after,
      days: daysInEachCase({ retention, parameters: weights }),
    },
    foldsBetter: checked.foldsBetter,
    better,
    applied,
  }
}

import { parseArgs } from 'node:util'
import { NEEDED_PEOPLE, NEEDED_REVIEWS, tuneReviews, type Tuned } from '../learning/index.ts'
import { systemClock } from '../platform/clock.ts'
import { elapsedMs } from '../platform/elapsed.ts'
import { UserError } from '../platform/errors.ts'
import { auditShell } from './audit-shell.ts'
import type { Run } from './command.ts'
import { describeTuned, stepText } from './reviews-tune/describe-tuned.ts'
import { withStore } from './with-store.ts'

/** Elapsed milliseconds between two lines on progress. */
const SAY_EVERY_MS = 2000

/**
 * Fits FSRS' weights to the recorded answers. What it found goes to stdout, progress to stderr.
 * Exit code 1: too few answers, or `--apply` of weights that are worse.
 */
export const reviewsTune: Run = async (context) => {
  const { values } = parseArgs({
    args: [...context.args],
    options: {
      apply: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  let said = elapsedMs()
  const tuned = await withStore(context, async (db) => {
    const done = await tuneReviews(db, {
      now: systemClock.now(),
      apply: values.apply,
      onStep: (step) => {
        if (elapsedMs() - said < SAY_EVERY_MS) return
        said = elapsedMs()
        context.stderr(stepText(step))
      },
    })
    if (done.kind === 'fitted' && done.applied) await auditShell(db, 'reviews.tuned')
    return done
  })
  if (values.json) {
    context.stdout(JSON.stringify({ ...tuned, needed: NEEDED }))
  } else if (tuned.kind === 'too_few') {
    throw new UserError(tooFew(tuned), {
      hint: 'A review is an answer to a question that the same person had answered on an earlier day. Until then the library’s weights hold, which were fitted to hundreds of millions of reviews.',
    })
  } else {
    for (const line of describeTuned(tuned)) context.stdout(line)
  }
  if (tuned.kind === 'too_few') return 1
  return values.apply && !tuned.applied ? 1 : 0
}

const NEEDED = { reviews: NEEDED_REVIEWS, people: NEEDED_PEOPLE }

function tooFew({ reviews, people }: Extract<Tuned, { kind: 'too_few' }>): string {
  return (
    `There are too few answers to fit: ${reviews} reviews by ${people} people, ` +
    `and ${NEEDED_REVIEWS} by ${NEEDED_PEOPLE} are needed.`
  )
}

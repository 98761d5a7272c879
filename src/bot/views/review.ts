import { questionAt } from '../../content/index.ts'
import type { ReviewArgs } from '../../learning/index.ts'
import { questionPayload } from './poll-payload.ts'
import { personOf, pollView } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

export interface ReviewsArgs extends ViewBaseArgs {
  readonly reviews: number
  /** Asked for by the person. */
  readonly practice?: boolean
}

/** The line above questions that come again, where no lesson announces them. */
export const reviews: View<ReviewsArgs> = async (view, { reviews: count, practice = false }) => {
  // Planned, and then the person paused or went on leave before it was sent.
  if (!practice && personOf(view).paused) return { cancel: 'paused meanwhile' }
  if (!practice && view.onLeave) return { cancel: 'on leave meanwhile' }
  if (!practice && (await view.closedToday())) return { cancel: 'a day off meanwhile' }
  return textMessage({ html: view.t(practice ? 'practice' : 'reviews', { count }) })
}

/** A question that comes again: as a quiz like the first time. */
export const review: View<ReviewArgs> = async (view, args) => {
  const question = await questionAt(view.db, view.catalogue, args.questionId, args.questionHash)
  const payload = questionPayload(question, pollView(view), args.confidence)
  return { send: { method: 'sendPoll', payload } }
}

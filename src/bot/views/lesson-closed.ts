import type { Badge, EndedTrack } from '../../learning/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { earnedText } from './badges.ts'
import { nextSentence, you, type NextArgs } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

export interface LessonClosedArgs extends ViewBaseArgs {
  readonly skipped: boolean
  /** Tracks that ended with it. */
  readonly ended: readonly EndedTrack[]
  readonly next: NextArgs
  /** Badges that the answer earned. */
  readonly badges?: readonly Badge[]
}

/** A lesson was answered or skipped: what that ended, and what comes next. */
export const lessonClosed: View<LessonClosedArgs> = (view, args) => {
  const { badges = [] } = args
  const closed = closedText(view, args)
  const html = badges.length === 0 ? closed : `${closed}\n\n${earnedText(view, badges)}`
  const [track] = args.ended
  if (track === undefined) return textMessage({ html })
  const data = callbackData('certificate', track.trackId)
  return textMessage({ html, buttons: [[{ text: view.t('button-certificate'), data }]] })
}

function closedText(view: ViewContext, { skipped, ended, next }: LessonClosedArgs): string {
  const sentence = nextSentence(view, next)
  const [track] = ended
  if (track === undefined) {
    return view.t(skipped ? 'lesson-skipped' : 'first-answer', { you: you(view), next: sentence })
  }
  const title = view.catalogue.tracks.find(({ id }) => id === track.trackId)?.title[view.locale]
  return view.t('track-done', {
    you: you(view),
    track: title ?? '',
    total: track.lessons,
    next: new Html(sentence.html),
  })
}

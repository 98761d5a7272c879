import type { EndedTrack } from '../../learning/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { nextSentence, you, type NextArgs } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

export interface LessonClosedArgs extends ViewBaseArgs {
  readonly skipped: boolean
  /** Tracks that ended with it. */
  readonly ended: readonly EndedTrack[]
  readonly next: NextArgs
}

/** A lesson was answered or skipped: what that ended, and what comes next. */
export const lessonClosed: View<LessonClosedArgs> = (view, { skipped, ended, next }) => {
  const sentence = nextSentence(view, next)
  const [track] = ended
  if (track === undefined) {
    return textMessage({
      html: view.t(skipped ? 'lesson-skipped' : 'first-answer', { you: you(view), next: sentence }),
    })
  }
  const title = view.catalogue.tracks.find(({ id }) => id === track.trackId)?.title[view.locale]
  return textMessage({
    html: view.t('track-done', {
      you: you(view),
      track: title ?? '',
      total: track.lessons,
      next: new Html(sentence.html),
    }),
    buttons: [
      [{ text: view.t('button-certificate'), data: callbackData('certificate', track.trackId) }],
    ],
  })
}

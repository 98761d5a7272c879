import { readCourse, type CourseTrack } from '../../learning/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { clip } from './clip.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

/** The person's course: what was had, what comes, and what may be taken in or left out. */
export const tracks: View<ViewBaseArgs> = async (view, args) => {
  const course = await readCourse(view.db, personOf(view).id)
  const own = course.filter((track) => track.own)
  const others = course.filter((track) => !track.own)
  const lines = own.map((track) => view.t(stateOf(track), variables(view, track)))
  return textMessage(
    {
      html: view.t(others.length === 0 ? 'tracks' : 'tracks-and-others', {
        tracks: new Html(lines.join('\n')),
      }),
      buttons: [
        ...own.filter(mayBeLeft).map((track) => [button(view, track, 'leaveTrack')]),
        ...others.map((track) => [button(view, track, 'takeTrack')]),
      ],
    },
    args,
  )
}

function stateOf({ done, had }: CourseTrack): 'track-had' | 'track-begun' | 'track-coming' {
  if (done) return 'track-had'
  return had > 0 ? 'track-begun' : 'track-coming'
}

/** What has begun is gone on with: a lesson may be skipped, a track is not broken off by a slip. */
function mayBeLeft({ common, done, had }: CourseTrack): boolean {
  return !common && !done && had === 0
}

function variables(
  view: ViewContext,
  { trackId, had, lessons }: CourseTrack,
): Record<string, string | number> {
  const track = view.catalogue.tracks.find(({ id }) => id === trackId)
  return { track: track?.title[view.locale] ?? trackId, had, lessons }
}

function button(view: ViewContext, track: CourseTrack, verb: 'takeTrack' | 'leaveTrack'): Button {
  const key = verb === 'takeTrack' ? 'take-track' : 'leave-track'
  // "Guru: belajar tetap milik murid" is long for a button; what stands before the colon names it.
  const [name = ''] = String(variables(view, track)['track']).split(':')
  return {
    // A button's text is plain: what was escaped for HTML would show its signs.
    text: clip(view.t(key, { track: new Html(name) }), BUTTON_LENGTH),
    data: callbackData(verb, track.trackId),
  }
}

import type { Lesson, Track, TrackFor } from '../../content/index.ts'
import { textIn } from '../../content/index.ts'
import { jobRoles } from '../../people/index.ts'
import { newestWordingSince } from '../../reports/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { dateText } from '../when.ts'
import { clip } from './clip.ts'
import { pageOf } from './page-of.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters of a track's description; its length is bounded nowhere else. */
const DESCRIPTION = 500

/** Lessons on one page of a track. */
const PAGE = 8

/** Tracks offered as buttons; Telegram takes a hundred buttons, and nobody reads as many. */
const MOST_TRACKS = 40

/** A page that is found by one of its lessons: buttons name lessons, whose ids outlive a reload. */
export interface ContentArgs extends ViewBaseArgs {
  readonly lessonId: string
}

/** What is live, in numbers, and its tracks. */
export const content: View<ViewBaseArgs> = async (view, args) => {
  const { catalogue, t, locale } = view
  const { timezone } = personOf(view)
  const lessons = [...catalogue.lessons.values()]
  const questions = [...catalogue.questions.values()]
  const since = await newestWordingSince(view.db, { lessons, questions })
  const html = t('content', {
    tracks: catalogue.tracks.length,
    lessons: lessons.length,
    // Items of an assessment are no lesson's questions.
    questions: lessons.reduce((sum, lesson) => sum + lesson.questions.length, 0),
    since: since === undefined ? t('content-never') : dateText(since, timezone, locale),
  })
  const tracks = catalogue.tracks.slice(0, MOST_TRACKS).flatMap((track): Button[][] => {
    const [first] = track.lessons
    if (first === undefined) return []
    const text = `${track.title[locale]} (${track.lessons.length})`
    return [[{ text, data: callbackData('contentPage', first.id) }]]
  })
  const reload = [{ text: t('button-content-reload'), data: callbackData('contentReload') }]
  return textMessage({ html, buttons: [...tracks, reload] }, args)
}

/** A page of a track: that on which the lesson stands. */
export const contentTrack: View<ContentArgs> = (view, args) => {
  const { t, locale } = view
  const place = placeOf(view, args.lessonId)
  if (place === undefined) return contentGone(view, args)
  const { track, lesson } = place
  const { items, first, last, before, after } = pageOf(track.lessons, lesson.position - 1, PAGE)
  const html = t('content-track', {
    title: track.title[locale],
    whom: new Html(whomText(view, track.for)),
    description: clip(track.description[locale], DESCRIPTION),
    first,
    last,
    total: track.lessons.length,
  })
  const list = items.map((one) => [
    {
      text: `${one.position}. ${textIn(one, locale).title}`,
      data: callbackData('contentLesson', one.id),
    },
  ])
  const turns = [
    ...turn(t('button-content-previous'), 'contentPage', before),
    ...turn(t('button-content-next'), 'contentPage', after),
  ]
  return textMessage(
    { html, buttons: [...list, ...(turns.length > 0 ? [turns] : []), [toTracks(view)]] },
    args,
  )
}

/** A button of a page from before a reload, whose lesson is no longer live. */
export const contentGone: View<ViewBaseArgs> = (view, args) =>
  textMessage({ html: view.t('content-gone'), buttons: [[toTracks(view)]] }, args)

export function placeOf(
  { catalogue }: ViewContext,
  lessonId: string,
): { readonly track: Track; readonly lesson: Lesson } | undefined {
  const lesson = catalogue.lessons.get(lessonId)
  const track = catalogue.tracks.find(({ id }) => id === lesson?.trackId)
  return lesson === undefined || track === undefined ? undefined : { track, lesson }
}

/** A button to a neighbour, where there is one. */
export function turn(
  text: string,
  callback: 'contentPage' | 'contentLesson',
  lesson: Lesson | undefined,
): Button[] {
  return lesson === undefined ? [] : [{ text, data: callbackData(callback, lesson.id) }]
}

function toTracks({ t }: ViewContext): Button {
  return { text: t('button-content-tracks'), data: callbackData('contentTracks') }
}

function whomText({ t }: ViewContext, whom: TrackFor): string {
  if (!('value' in whom)) return t(whom.kind === 'rest' ? 'content-for-rest' : 'content-for-all')
  const { kind, value } = whom
  const role = jobRoles.find((known) => known === value)
  // An organisation may name roles and sectors that joining does not offer.
  const name = role === undefined ? value : new Html(t(`role-${role}`))
  return t(kind === 'role' ? 'content-for-role' : 'content-for-sector', { name })
}

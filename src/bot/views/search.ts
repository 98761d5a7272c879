import {
  renderLesson,
  textIn,
  type FoundInLessons,
  type PassagePart,
  type SearchHit,
} from '../../content/index.ts'
import { italic, joinText, tidyText } from '../../platform/telegram/formatted-text.ts'
import { callbackData } from '../callback.ts'
import { escapeHtml, Html } from '../texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

export const askSearch: View<ViewBaseArgs> = (view, args) =>
  textMessage({ html: view.t('ask-search') }, args)

/** Of what a person typed, only words of the lessons stand in the row; see searchLessons. */
export interface SearchResultsArgs extends ViewBaseArgs, FoundInLessons {
  readonly offset: number
  /** Hits on a page. */
  readonly page: number
}

/** Characters of a title: two lines of a small phone. */
const MOST_TITLE = 60

export const searchResults: View<SearchResultsArgs> = (view, args) => {
  const { hits, query, offset, page, more } = args
  const key = args.corrected ? 'search-corrected' : args.partly ? 'search-partly' : 'search-found'
  const shown = hits.flatMap((hit) => hitOf(view, hit))
  if (shown.length === 0) return textMessage({ html: view.t('search-nothing') }, args)
  const turn = (to: number): string => callbackData('searchPage', `${to}:${query}`)
  const turns: Button[] = [
    ...(offset > 0
      ? [{ text: view.t('button-search-back'), data: turn(Math.max(0, offset - page)) }]
      : []),
    ...(more ? [{ text: view.t('button-search-next'), data: turn(offset + page) }] : []),
  ]
  return textMessage(
    {
      html: [view.t(key, { words: query }), ...shown.map(({ html }) => html)].join('\n\n'),
      buttons: [...shown.map(({ button }) => [button]), ...(turns.length > 0 ? [turns] : [])],
    },
    args,
  )
}

/** One hit as text and button; none for a lesson that was withdrawn in the meantime. */
function hitOf(view: ViewContext, hit: SearchHit): { html: string; button: Button }[] {
  const lesson = view.catalogue.lessons.get(hit.lessonId)
  const track = view.catalogue.tracks.find(({ id }) => id === lesson?.trackId)
  if (lesson === undefined || track === undefined) return []
  const { title } = textIn(lesson, view.locale)
  const short = title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE - 1).trimEnd()}…` : title
  const html = view.t('search-hit', {
    title: short,
    track: track.title[view.locale],
    passage: passageHtml(hit.passage),
  })
  // The text of a button is plain: nothing in it is escaped.
  const text = view.t('search-read', { title: new Html(short) })
  return [{ html, button: { text, data: callbackData('readLesson', lesson.id) } }]
}

export function passageHtml(passage: readonly PassagePart[]): Html {
  const parts = passage.map(({ text, found }) => {
    const escaped = escapeHtml(text)
    return found ? `<b>${escaped}</b>` : escaped
  })
  return new Html(parts.join(''))
}

/** A lesson to read: without its quiz, and counted as nothing. */
export const readLesson: View<ViewBaseArgs & { lessonId: string }> = (view, args) => {
  const lesson = view.catalogue.lessons.get(args.lessonId)
  const track = view.catalogue.tracks.find(({ id }) => id === lesson?.trackId)
  if (lesson === undefined || track === undefined) return textMessage({ html: view.t('read-gone') })
  const { t, locale } = view
  const place = t('read-place', {
    // Formatted text is plain: nothing in it is escaped.
    track: new Html(track.title[locale]),
    position: lesson.position,
    total: track.lessons.length,
  })
  const labels = { task: t('lesson-task'), source: t('lesson-source') }
  return textMessage({
    formatted: tidyText(joinText([italic(place), renderLesson(lesson, locale, labels)], '\n\n')),
  })
}

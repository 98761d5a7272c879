import { barsPicture } from '../../../pictures/index.ts'
import { readLessonFigures, readSeenLessons, type LessonFigures } from '../../../reports/index.ts'
import { placeData, type Place } from '../../stats/place.ts'
import { Html } from '../../texts.ts'
import { clip } from '../clip.ts'
import { pageOf } from '../page-of.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type Button, type View, type ViewContext } from '../view.ts'
import { barOf, barsNote } from './overview.ts'
import {
  fewText,
  OUT_OF_REACH,
  placeOf,
  seenFresh,
  titleOf,
  whereText,
  type SeenPage,
} from './seen.ts'
import {
  periodButtons,
  periodFor,
  periodText,
  rateText,
  turnButtons,
  type StatsArgs,
} from './shared.ts'

const PAGE = 6
const TITLE = 40

/** Each lesson that was due in the period: whom it reached, who answered, who was right at first. */
export const statsLessons: View<StatsArgs> = async (view, args) => {
  const seen = await seenFresh(view, args)
  if (seen === undefined) return OUT_OF_REACH
  const place = placeOf(seen, args)
  const back = [backFrom(view, place)]
  const few = await fewText(view, seen, args)
  if (few !== undefined) return textMessage({ html: few, buttons: [back] })
  const dates = periodFor(view, args)
  const lessons = inOrder(
    view,
    args.role === undefined
      ? await readSeenLessons(view.db, seen, dates)
      : await readLessonFigures(view.db, dates, args.role),
  )
  const periods = periodButtons(view, 'statsLessons', place)
  const period = whereText(view, seen, args)
  if (lessons.length === 0) {
    return textMessage({
      html: view.t('stats-lessons-none', { period }),
      buttons: [periods, back],
    })
  }
  const { items, first, last } = pageOf(lessons, args.from ?? 0, PAGE)
  const said = { first, last, total: lessons.length }
  return picturedMessage(view, {
    picture: () => {
      const bars = items.map(({ title, figures }) =>
        barOf(view, title, { part: figures.answered, whole: figures.arrived }),
      )
      return barsPicture({
        title: titleOf(seen, view.t('stats-lessons-title')),
        subtitle: plainText(view.t('stats-lessons-picture', { period: periodText(view, args) })),
        bars,
        note: barsNote(view, bars, view.t('stats-lessons-note', said)),
      })
    },
    fileName: view.t('stats-file'),
    html: view.t('stats-lessons', {
      ...said,
      period,
      lessons: new Html(items.map((one) => lineOf(view, seen, one)).join('\n')),
    }),
    buttons: [...turnButtons(view, 'statsLessons', { place, ...said, size: PAGE }), periods, back],
  })
}

/** To where the page was opened from. */
function backFrom({ t }: ViewContext, place: Place): Button {
  return place.role === undefined
    ? { text: t('button-stats-whole'), data: placeData('statsOverview', place) }
    : { text: t('button-stats-tracks'), data: placeData('statsTracks', place) }
}

interface Line {
  readonly title: string
  readonly figures: LessonFigures
}

/** As they stand in the tracks; lessons that are live no more come last, by their id. */
function inOrder({ catalogue, locale }: ViewContext, all: readonly LessonFigures[]): Line[] {
  const places = new Map([...catalogue.lessons.keys()].map((id, place) => [id, place]))
  const place = ({ lessonId }: LessonFigures): number =>
    places.get(lessonId) ?? Number.POSITIVE_INFINITY
  return all
    .toSorted((a, b) => {
      const [x, y] = [place(a), place(b)]
      return x === y ? (a.lessonId < b.lessonId ? -1 : 1) : x - y
    })
    .map((figures) => {
      const texts = catalogue.lessons.get(figures.lessonId)?.texts
      const text = locale === 'en' ? (texts?.en ?? texts?.id) : texts?.id
      return { title: text?.title ?? figures.lessonId, figures }
    })
}

function lineOf(view: ViewContext, { withScores }: SeenPage, { title, figures }: Line): string {
  const { arrived, answered, right } = figures
  const said = {
    title: clip(title, TITLE),
    answered: new Html(rateText(view, { part: answered, whole: arrived })),
  }
  if (!withScores) return view.t('stats-lesson-taken', said)
  return view.t('stats-lesson', {
    ...said,
    right: new Html(rateText(view, { part: right, whole: answered })),
  })
}

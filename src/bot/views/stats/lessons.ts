import { barsPicture } from '../../../pictures/index.ts'
import { readLessonFigures, type LessonFigures } from '../../../reports/index.ts'
import { Html } from '../../texts.ts'
import { clip } from '../clip.ts'
import { pageOf } from '../page-of.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type View, type ViewContext } from '../view.ts'
import { barOf, barsNote } from './overview.ts'
import {
  freshen,
  periodButtons,
  periodFor,
  periodText,
  placeData,
  rateText,
  turnButtons,
  type StatsArgs,
} from './shared.ts'

export interface LessonsArgs extends StatsArgs {
  readonly from: number
}

const PAGE = 6
const TITLE = 40

/** Each lesson that was due in the period: whom it reached, who answered, who was right at first. */
export const statsLessons: View<LessonsArgs> = async (view, args) => {
  await freshen(view)
  const lessons = inOrder(view, await readLessonFigures(view.db, periodFor(view, args)))
  const { period } = args
  const back = [
    { text: view.t('button-stats-whole'), data: placeData('statsOverview', { period }) },
  ]
  const periods = periodButtons(view, 'statsLessons', { period })
  if (lessons.length === 0) {
    const html = view.t('stats-lessons-none', { period: periodText(view, args) })
    return textMessage({ html, buttons: [periods, back] })
  }
  const { items, first, last } = pageOf(
    lessons,
    Number.isSafeInteger(args.from) ? args.from : 0,
    PAGE,
  )
  const said = { first, last, total: lessons.length }
  return picturedMessage(view, {
    picture: () => {
      const bars = items.map(({ title, figures }) =>
        barOf(view, title, { part: figures.answered, whole: figures.arrived }),
      )
      return barsPicture({
        title: plainText(view.t('stats-lessons-title')),
        subtitle: plainText(view.t('stats-lessons-picture', { period: periodText(view, args) })),
        bars,
        note: barsNote(view, bars, view.t('stats-lessons-note', said)),
      })
    },
    fileName: view.t('stats-file'),
    html: view.t('stats-lessons', {
      ...said,
      period: periodText(view, args),
      lessons: new Html(items.map((one) => lineOf(view, one)).join('\n')),
    }),
    buttons: [
      ...turnButtons(view, 'statsLessons', { place: { period }, ...said, size: PAGE }),
      periods,
      back,
    ],
  })
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

function lineOf(view: ViewContext, { title, figures }: Line): string {
  const { arrived, answered, right } = figures
  return view.t('stats-lesson', {
    title: clip(title, TITLE),
    answered: new Html(rateText(view, { part: answered, whole: arrived })),
    right: new Html(rateText(view, { part: right, whole: answered })),
  })
}

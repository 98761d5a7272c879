import type { Surveys } from '../../content/index.ts'
import { reportLearning, type LearningReport, type WorkAsked } from '../../reports/index.ts'
import { callbackData } from '../callback.ts'
import { placeData } from '../stats/place.ts'
import { escapeHtml, Html } from '../texts.ts'
import { shareText } from './share-text.ts'
import { OUT_OF_REACH, placeOf, seenBy, unitOf } from './stats/seen.ts'
import { periodButtons, periodFor, periodText, type StatsArgs } from './stats/shared.ts'
import { textMessage, type View, type ViewContext } from './view.ts'

/** Figures of fewer people would say what somebody answered. */
const LEAST_PEOPLE = 5

/** What was learned: forms before and after, what has stayed, attitude, use at work, certainty. */
export const learningStats: View<StatsArgs> = async (view, args) => {
  const seen = await seenBy(view, unitOf(args))
  if (seen === undefined || !seen.withScores) return OUT_OF_REACH
  const { surveys } = view.catalogue
  const isEver = args.period === 'a'
  const period = isEver ? undefined : periodFor(view, args)
  const report = await reportLearning(view.db, surveys, seen.unit?.id, period)
  const parts = [
    ...report.tracks.map((track) => trackText(view, track)),
    ...attitudeText(view, report),
    ...report.work.map((asked) => workText(view, surveys, asked)),
    ...calibrationText(view, report),
  ]
  const head = view.t('learning-head', { unit: seen.name, period: periodText(view, args) })
  const none = view.t(isEver ? 'learning-empty' : 'learning-empty-then')
  const body = parts.length === 0 ? none : parts.join('\n\n')
  const place = placeOf(seen, { period: args.period })
  return textMessage(
    {
      html: `${head}\n\n${body}`,
      buttons: [
        periodButtons(view, 'learning', place),
        [
          { text: view.t('button-learning-units'), data: placeData('learningUnits', place) },
          { text: view.t('button-stats'), data: callbackData('stats') },
        ],
      ],
    },
    args,
  )
}

function trackText(view: ViewContext, track: LearningReport['tracks'][number]): string {
  const { trackId, people, asked, before, after, normalised, interval, band, delayed } = track
  const title = view.catalogue.tracks.find(({ id }) => id === trackId)?.title[view.locale]
  const lines = [view.t('learning-track', { track: title ?? trackId, people, asked })]
  if (people >= LEAST_PEOPLE) {
    const number = (value: number, digits: number): string =>
      new Intl.NumberFormat(view.locale === 'id' ? 'id-ID' : 'en-GB', {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value)
    lines.push(
      view.t('learning-scores', { before: number(before, 0), after: number(after, 0) }),
      normalised === null || band === null
        ? view.t('learning-gain-none')
        : view.t(`learning-gain-${band}`, {
            gain: number(normalised, 2),
            low: number(interval?.[0] ?? normalised, 2),
            high: number(interval?.[1] ?? normalised, 2),
          }),
    )
    if (delayed !== null && delayed.people >= LEAST_PEOPLE) {
      lines.push(
        view.t('learning-delayed', { people: delayed.people, score: number(delayed.score, 0) }),
      )
    }
  } else lines.push(view.t('learning-few', { least: LEAST_PEOPLE }))
  return lines.join('\n')
}

function attitudeText(view: ViewContext, { attitude }: LearningReport): string[] {
  if (attitude === null || attitude.people < LEAST_PEOPLE) return []
  const number = (value: number): string =>
    new Intl.NumberFormat(view.locale === 'id' ? 'id-ID' : 'en-GB', {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(value)
  return [
    view.t('learning-attitude', {
      people: attitude.people,
      before: number(attitude.before),
      after: number(attitude.after),
    }),
  ]
}

function workText(view: ViewContext, surveys: Surveys | undefined, work: WorkAsked): string {
  const { day, asked, answered, said } = work
  const head = view.t('learning-work', {
    day,
    answered,
    asked,
    share: shareText(view.t, view.locale, answered, asked),
  })
  if (answered < LEAST_PEOPLE) return `${head}\n${view.t('learning-few', { least: LEAST_PEOPLE })}`
  const lines = (surveys?.aiAtWork.frequency.options ?? []).map(({ key, text }) => {
    const people = said[key] ?? 0
    return view.t('learning-work-option', {
      option: new Html(escapeHtml(text[view.locale])),
      people,
      share: shareText(view.t, view.locale, people, answered),
    })
  })
  return [head, ...lines].join('\n')
}

function calibrationText(view: ViewContext, { calibration }: LearningReport): string[] {
  const { asked, sure, sureWrong } = calibration
  if (asked < LEAST_PEOPLE) return []
  return [
    view.t('learning-calibration', {
      asked,
      sure,
      sureWrong,
      share: shareText(view.t, view.locale, sureWrong, sure),
    }),
  ]
}

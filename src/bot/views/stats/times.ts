import { gridPicture, numberText } from '../../../pictures/index.ts'
import { readFigures } from '../../../reports/index.ts'
import { placeData } from '../../stats/place.ts'
import { hourText } from '../../when.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type View, type ViewContext } from '../view.ts'
import { fewText, OUT_OF_REACH, placeOf, seenFresh, titleOf, unitOf, whereText } from './seen.ts'
import {
  periodButtons,
  periodFor,
  periodText,
  rateText,
  waitText,
  type StatsArgs,
} from './shared.ts'
import { Html } from '../../texts.ts'

/** When people answer, by weekday and hour of their own clocks. */
export const statsTimes: View<StatsArgs> = async (view, args) => {
  const seen = await seenFresh(view, unitOf(args))
  if (seen === undefined) return OUT_OF_REACH
  const { id } = seen.group
  const figures = await readFigures(view.db, [seen.group], periodFor(view, args))
  const { answersAt, medianWait } = figures.get(id) ?? { answersAt: [], medianWait: null }
  const place = placeOf(seen, { period: args.period })
  const back = [{ text: view.t('button-stats-whole'), data: placeData('statsOverview', place) }]
  const few = await fewText(view, seen, args)
  if (few !== undefined) return textMessage({ html: few, buttons: [back] })
  const buttons = [periodButtons(view, 'statsTimes', place), back]
  const all = sum(answersAt.map(sum))
  const said = { period: whereText(view, seen, args) }
  if (all === 0) return textMessage({ html: view.t('stats-times-none', said), buttons })
  const most = Math.max(...answersAt.flat())
  const hours = Array.from({ length: 24 }, (_, hour) => sum(answersAt.map((day) => day[hour] ?? 0)))
  const days = answersAt.map(sum)
  const [hour, day] = [hours.indexOf(Math.max(...hours)), days.indexOf(Math.max(...days))]
  return picturedMessage(view, {
    picture: () =>
      gridPicture({
        title: titleOf(seen, view.t('stats-times-title')),
        subtitle: seen.everybody
          ? said.period
          : plainText(view.t('stats-times-picture', { period: periodText(view, args) })),
        columns: hours.map((_, i) => (i % 6 === 0 ? hourText(i * 60, view.locale) : '')),
        rows: answersAt.map((row, i) => ({
          name: dayName(view, i, view.locale === 'id' ? 'long' : 'short'),
          cells: row.map((n) => ({ share: n / most })),
        })),
        note: plainText(
          view.t('stats-times-note', {
            most: numberText(most, view.locale),
            answers: numberText(all, view.locale),
          }),
        ),
      }),
    fileName: view.t('stats-file'),
    html: view.t('stats-times', {
      ...said,
      answers: numberText(all, view.locale),
      hour: hourText(hour * 60, view.locale),
      atHour: new Html(rateText(view, { part: hours[hour] ?? 0, whole: all })),
      day: dayName(view, day, 'long'),
      onDay: new Html(rateText(view, { part: days[day] ?? 0, whole: all })),
      wait: waitText(view, medianWait),
    }),
    buttons,
  })
}

/** @param place 0 Monday … 6 Sunday */
function dayName({ locale }: ViewContext, place: number, weekday: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'UTC',
    weekday,
  }).format(new Date(Date.UTC(2026, 0, 5 + place)))
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

import { addCivilDays } from '../../../learning/index.ts'
import { gridPicture, numberText, percentText } from '../../../pictures/index.ts'
import { mondayOf, readContinuity, readRetention, type Cohort } from '../../../reports/index.ts'
import { placeData } from '../../stats/place.ts'
import { shortDaysText } from '../../when.ts'
import { Html } from '../../texts.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type View, type ViewContext } from '../view.ts'
import { fewText, OUT_OF_REACH, placeOf, seenFresh, titleOf, unitOf, unitText } from './seen.ts'
import { rateText, todayOf, type StatsArgs } from './shared.ts'

/** Weeks of joining that are shown, and how long each is followed. */
const COHORTS = 8
const WEEKS = 8

/** Who stays: people by their week of joining, and in which weeks from then on they answered. */
export const statsRetention: View<StatsArgs> = async (view, args) => {
  const seen = await seenFresh(view, unitOf(args))
  if (seen === undefined) return OUT_OF_REACH
  const { group } = seen
  const buttons = [
    [
      {
        text: view.t('button-stats-whole'),
        data: placeData('statsOverview', placeOf(seen, { period: args.period })),
      },
    ],
  ]
  const few = await fewText(view, seen, args)
  if (few !== undefined) return textMessage({ html: few, buttons })
  const today = todayOf(view)
  const thisWeek = mondayOf(today)
  const from = addCivilDays(thisWeek, -7 * (COHORTS - 1))
  const cohorts = await readRetention(view.db, group, { from, to: today, weeks: WEEKS })
  const kept = await readContinuity(view.db, group, addCivilDays(thisWeek, -7))
  const unit = unitText(seen)
  if (cohorts.length === 0) {
    return textMessage({ html: view.t('stats-retention-none', { unit }), buttons })
  }
  const rows = cohorts.map((cohort) => ({ cohort, seen: seenOf(cohort, thisWeek) }))
  return picturedMessage(view, {
    picture: () =>
      gridPicture({
        title: titleOf(seen, view.t('stats-retention-title')),
        subtitle: plainText(view.t('stats-retention-picture')),
        columns: Array.from({ length: WEEKS }, (_, i) => String(i)),
        rows: rows.map(({ cohort, seen }) => ({
          name: plainText(cohortName(view, cohort)),
          cells: Array.from({ length: WEEKS }, (_, i) => {
            const n = seen[i]
            if (n === undefined) return null
            const share = n / cohort.joined
            return { share, text: percentText(share, view.locale) }
          }),
        })),
        note: plainText(view.t('stats-retention-note')),
      }),
    fileName: view.t('stats-file'),
    html: view.t('stats-retention', {
      unit,
      kept: new Html(rateText(view, kept)),
      weeks: new Html(rows.map(({ cohort, seen }) => lineOf(view, cohort, seen)).join('\n')),
    }),
    buttons,
  })
}

/** Weeks that are over: one that still runs would look like people leaving. */
function seenOf({ week, active }: Cohort, thisWeek: string): readonly number[] {
  return active.filter((_, i) => addCivilDays(week, 7 * i) < thisWeek)
}

function cohortName({ t, locale }: ViewContext, { week, joined }: Cohort): string {
  const day = shortDaysText(week, week, locale)
  return t('stats-cohort', { day, people: numberText(joined, locale) })
}

/** The last week that is over, with both its numbers; the others stand in the picture. */
function lineOf(view: ViewContext, cohort: Cohort, seen: readonly number[]): string {
  const name = new Html(cohortName(view, cohort))
  const last = seen.length - 1
  if (last < 0) return view.t('stats-cohort-new', { name })
  const rate = { part: seen[last] ?? 0, whole: cohort.joined }
  return view.t('stats-cohort-line', { name, week: last, active: new Html(rateText(view, rate)) })
}

import { readCalendars } from '../../learning/index.ts'
import { listUnits } from '../../people/index.ts'
import { readOverview } from '../../reports/index.ts'
import { callbackData } from '../callback.ts'
import { dateText, hourText } from '../when.ts'
import { civilMinute } from '../../learning/index.ts'
import { personOf, you } from './person-texts.ts'
import { shareText } from './share-text.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

export const stats: View<ViewBaseArgs> = async (view, args) => {
  const { timezone } = personOf(view)
  const overview = await readOverview(view.db, {
    calendars: await readCalendars(view.db),
    now: view.now,
  })
  if (overview.joined === 0) return textMessage({ html: view.t('stats-empty') }, args)
  const { joined, active, delivered, answered, correct } = overview
  const day = dateText(view.now, timezone, view.locale)
  return textMessage(
    {
      html: view.t('stats', {
        ...overview,
        when: `${day}, ${hourText(civilMinute(timezone, view.now), view.locale)}`,
        activeShare: shareText(view.t, view.locale, active, joined),
        answeredShare: shareText(view.t, view.locale, answered, delivered),
        correctShare: shareText(view.t, view.locale, correct, answered),
      }),
      buttons: [
        [{ text: view.t('button-learning'), data: callbackData('learning') }],
        [{ text: view.t('button-nudge-stats'), data: callbackData('nudgeStats') }],
        [{ text: view.t('button-item-stats'), data: callbackData('itemStats') }],
        [{ text: view.t('button-briefing'), data: callbackData('briefing') }],
      ],
    },
    args,
  )
}

/** Units offered as buttons; more are reached from the shell. */
const MOST_UNITS = 40

/** The units, of which one wants to know what was learned. */
export const askLearningUnit: View<ViewBaseArgs> = async (view, args) => {
  const units = await listUnits(view.db)
  return textMessage(
    {
      html: view.t('ask-learning-unit'),
      buttons: [
        [{ text: view.t('button-all-units'), data: callbackData('learning') }],
        ...units
          .slice(0, MOST_UNITS)
          .map((unit) => [{ text: unit.name, data: callbackData('learning', unit.id) }]),
      ],
    },
    args,
  )
}

export const setupWelcome: View<ViewBaseArgs> = (view, args) =>
  textMessage({ html: view.t('setup-welcome', { you: you(view) }) }, args)

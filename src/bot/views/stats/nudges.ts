import { barsPicture } from '../../../pictures/index.ts'
import { readFigures } from '../../../reports/index.ts'
import { callbackData } from '../../callback.ts'
import { placeData } from '../../stats/place.ts'
import { Html } from '../../texts.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type View } from '../view.ts'
import { barOf, barsNote } from './overview.ts'
import { fewText, OUT_OF_REACH, placeOf, seenFresh, titleOf, unitOf, whereText } from './seen.ts'
import { periodButtons, periodFor, periodText, rateText, type StatsArgs } from './shared.ts'

/** What the reminders of a period were followed by, the first apart from the later ones. */
export const statsNudges: View<StatsArgs> = async (view, args) => {
  const seen = await seenFresh(view, unitOf(args))
  if (seen === undefined) return OUT_OF_REACH
  const figures = await readFigures(view.db, [seen.group], periodFor(view, args))
  const nudges = figures.get(seen.group.id)?.nudges ?? []
  const place = placeOf(seen, { period: args.period })
  const buttons = [
    periodButtons(view, 'statsNudges', place),
    [
      ...(seen.reach.everybody
        ? [{ text: view.t('button-nudge-stats'), data: callbackData('nudgeStats') }]
        : []),
      { text: view.t('button-stats-whole'), data: placeData('statsOverview', place) },
    ],
  ]
  const few = await fewText(view, seen, args)
  if (few !== undefined) return textMessage({ html: few, buttons: buttons.slice(1) })
  const said = { period: whereText(view, seen, args) }
  const note = view.t(seen.reach.everybody ? 'stats-nudges-note' : 'stats-nudges-note-short')
  if (nudges.length === 0) {
    return textMessage({ html: view.t('stats-nudges-none', said), buttons })
  }
  const steps = nudges.map(({ step, sent, followed }) => ({
    name: view.t('stats-nudge-step', { step }),
    rate: { part: followed, whole: sent },
  }))
  const lines = steps.map(({ name, rate }) =>
    view.t('stats-nudge', { name: new Html(name), followed: new Html(rateText(view, rate)) }),
  )
  return picturedMessage(view, {
    picture: () => {
      const bars = steps.map(({ name, rate }) => barOf(view, plainText(name), rate))
      return barsPicture({
        title: titleOf(seen, view.t('stats-nudges-title')),
        subtitle: plainText(view.t('stats-nudges-picture', { period: periodText(view, args) })),
        bars,
        note: barsNote(view, bars, note),
      })
    },
    fileName: view.t('stats-file'),
    html: view.t('stats-nudges', {
      ...said,
      steps: new Html(lines.join('\n')),
      note: new Html(note),
    }),
    buttons,
  })
}

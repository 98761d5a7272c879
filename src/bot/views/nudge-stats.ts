import { reportNudges, type NudgeReport, type WordingReport } from '../../reports/index.ts'
import { callbackData } from '../callback.ts'
import { DEFAULT_PERIOD } from '../stats/period-code.ts'
import { placeData } from '../stats/place.ts'
import { Html } from '../texts.ts'
import { clip } from './clip.ts'
import { shareText } from './share-text.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters of a wording by which it is known again. */
const WORDS = 48

/** What reminders did: for each wording how often it was used and answered, and what it adds. */
export const nudgeStats: View<ViewBaseArgs> = async (view, args) => {
  const { t } = view
  const report = await reportNudges(view.db, view.now)
  const { people, learningFrom, holdOut, steps } = report
  const how =
    people < learningFrom
      ? t('nudge-stats-few', { people, least: learningFrom })
      : t('nudge-stats-learned', { share: shareText(t, view.locale, holdOut * 100, 100) })
  const body =
    steps.length === 0
      ? [t('nudge-stats-none')]
      : [...steps.map((step) => stepText(view, step)), t('nudge-stats-end')]
  return textMessage(
    {
      html: [`${t('nudge-stats-head')}\n${how}`, ...body].join('\n\n'),
      buttons: [
        [
          {
            text: t('button-stats-nudges'),
            data: placeData('statsNudges', { period: DEFAULT_PERIOD }),
          },
          { text: t('button-stats'), data: callbackData('stats') },
        ],
      ],
    },
    args,
  )
}

function stepText(view: ViewContext, step: NudgeReport['steps'][number]): string {
  const { t, locale } = view
  const { tone, heldOut } = step
  const none =
    heldOut === null
      ? []
      : [
          t('nudge-stats-held-out', {
            answered: heldOut.answered,
            used: heldOut.used,
            share: shareText(t, locale, heldOut.answered, heldOut.used),
          }),
        ]
  return [
    `<b>${t(`nudge-stats-tone-${tone}`)}</b>`,
    ...none,
    ...step.wordings.map((wording) => wordingText(view, wording)),
  ].join('\n')
}

function wordingText(view: ViewContext, wording: WordingReport): string {
  const { t, locale } = view
  const { id, used, answered } = wording
  return t('nudge-stats-wording', {
    text: beginningOf(view, id),
    answered,
    used,
    share: shareText(t, locale, answered, used),
    lift: new Html(liftText(view, wording)),
  })
}

/** The beginning of a wording, with dots for what is said of each person. */
function beginningOf({ t }: ViewContext, id: string): string {
  const blank = { you: '…', lesson: '…', since: '…', day: 'today' }
  return clip(t(`nudge-${id}`, blank).replaceAll(/<[^>]*>/g, ''), WORDS)
}

function liftText({ t, locale }: ViewContext, { lift }: WordingReport): string {
  if (lift === null) return t('nudge-stats-too-few')
  const points = (value: number): string =>
    new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
      maximumFractionDigits: 1,
      signDisplay: 'exceptZero',
    }).format(value * 100)
  const unclear = lift.low <= 0 && lift.high >= 0
  return t(unclear ? 'nudge-stats-unclear' : 'nudge-stats-lift', {
    points: points(lift.by),
    low: points(lift.low),
    high: points(lift.high),
  })
}

import { barsPicture, percentText, type Bar } from '../../pictures/index.ts'
import { civilDay } from '../../learning/index.ts'
import {
  pointsSince,
  readDigest,
  wantsDigest,
  type Days,
  type Digest,
} from '../../reports/index.ts'
import { callbackData, callbacks, type Callback } from '../callback.ts'
import { dayText, shortDaysText } from '../when.ts'
import { bothEnds } from './both-ends.ts'
import { clip } from './clip.ts'
import { personOf, you } from './person-texts.ts'
import { picturedMessage } from './pictured-message.ts'
import { plainText } from './plain-text.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Opens the list of who needs a word; without such a list the count stands alone. */
const IN_NEED = Object.keys(callbacks).find((name): name is Callback => name === 'lagging')

/** Bars in a picture: with more units, those at both ends are shown. */
const MOST_BARS = 8

/** Characters of a name in the words. */
const NAME = 60

export interface DigestArgs extends ViewBaseArgs {
  /** She wished to see it now; otherwise it comes by itself on Mondays. */
  readonly asked?: boolean
}

/** What her units did in the seven days before: counts alone, in a picture and a few lines. */
export const digest: View<DigestArgs> = async (view, { asked = false }) => {
  const person = personOf(view)
  const { admin, coordinates } = await view.rolesOf(person.id)
  const coordinator = coordinates.length > 0
  if (!asked && !coordinator) return { cancel: 'she coordinates nothing any more' }
  const wanted = coordinator && (await wantsDigest(view.db, person.id))
  if (!asked && !wanted) return { cancel: 'she has switched it off' }
  if (!asked && view.onLeave) return { cancel: 'she is on leave' }
  const told = coordinator || admin ? await readDigest(view.db, person, view.now) : undefined
  if (told === undefined) return textMessage({ html: view.t('coordinators-only') })
  const buttons = [...buttonsTo(view, told), ...(coordinator ? [[switchButton(view, wanted)]] : [])]
  const html = wordsOf(view, told, asked)
  if (!told.weeks.some(({ days }) => days > 0)) return textMessage({ html, buttons })
  return picturedMessage(view, {
    picture: () =>
      barsPicture({
        title: plainText(view.t('digest-title')),
        subtitle: `${scopeText(view, told)} · ${spanText(view, told)}`,
        bars: barsOf(view, told),
        note: plainText(view.t('digest-note')),
      }),
    fileName: view.t('digest-file'),
    html,
    buttons,
  })
}

function buttonsTo({ t }: ViewContext, { people, waiting, inNeed }: Digest): Button[][] {
  return [
    ...(people === 0 ? [[{ text: t('button-digest-invite'), data: callbackData('invite') }]] : []),
    ...(inNeed > 0 && IN_NEED !== undefined
      ? [[{ text: t('button-digest-in-need'), data: callbackData(IN_NEED) }]]
      : []),
    ...(waiting > 0
      ? [[{ text: t('button-open-questions'), data: callbackData('openQuestions') }]]
      : []),
  ]
}

function switchButton({ t }: ViewContext, wanted: boolean): Button {
  return wanted
    ? { text: t('button-digest-off'), data: callbackData('digestOff') }
    : { text: t('button-digest-on'), data: callbackData('digestOn') }
}

/** "SD Contoh", or how many units there are. */
function scopeText({ t }: ViewContext, { unitNames }: Digest): string {
  const [only] = unitNames
  return only !== undefined && unitNames.length === 1
    ? clip(only, NAME)
    : plainText(t('digest-units', { count: unitNames.length }))
}

/** "16–22 Nov". */
function spanText({ locale }: ViewContext, { week }: Pick<Digest, 'week'>): string {
  return shortDaysText(week.first, week.last, locale)
}

function wordsOf(view: ViewContext, told: Digest, asked: boolean): string {
  const { t, locale } = view
  const today = civilDay(personOf(view).timezone, view.now)
  const { people, week } = told
  const head = t(asked ? 'digest-head-asked' : 'digest-head', {
    you: you(view),
    units: scopeText(view, told),
    first: dayText(week.first, today, locale),
    last: dayText(week.last, today, locale),
  })
  if (people === 0) return `${head}\n\n${t('digest-nobody')}`
  const lines = linesOf(view, told).map((line) => `• ${line}`)
  return [head, lines.join('\n'), closing(view, told)].join('\n\n')
}

function linesOf(view: ViewContext, told: Digest): string[] {
  const { t } = view
  const { people, learners, days, joined, waiting, inNeed } = told
  return [
    ...(days.days === 0
      ? [t('digest-quiet', { people })]
      : [
          t('digest-learned', {
            learners,
            people,
            learned: days.learned,
            of: days.days,
            share: shareOf(view, days),
          }),
          changeLine(view, told),
        ]),
    joined === 0 ? t('digest-joined-none') : t('digest-joined', { count: joined }),
    waiting === 0 ? t('digest-waiting-none') : t('digest-waiting', { count: waiting }),
    inNeed === 0 ? t('digest-in-need-none') : t('digest-in-need', { count: inNeed }),
  ]
}

function changeLine(view: ViewContext, { before, days }: Digest): string {
  const points = pointsSince(before, days)
  if (points === undefined) return view.t('digest-first')
  const key = points > 0 ? 'digest-up' : points < 0 ? 'digest-down' : 'digest-same'
  return view.t(key, { points: Math.abs(points), share: shareOf(view, before) })
}

function closing({ t }: ViewContext, { waiting, inNeed }: Digest): string {
  if (inNeed > 0) return t('digest-closing-word')
  return t(waiting > 0 ? 'digest-closing-questions' : 'digest-closing-calm')
}

function shareOf({ locale }: ViewContext, { learned, days }: Days): string {
  return percentText(learned / days, locale)
}

/** Her units where there are several, else the weeks, the latest marked. */
function barsOf(view: ViewContext, told: Digest): Bar[] {
  const units = told.units.filter(({ days }) => days > 0)
  return units.length > 1 ? unitBars(view, units) : weekBars(view, told)
}

function unitBars(view: ViewContext, units: Digest['units']): Bar[] {
  const ordered = units
    .map((unit) => ({ ...unit, share: unit.learned / unit.days }))
    .toSorted((a, b) => b.share - a.share || a.name.localeCompare(b.name, 'id'))
  const bars = ordered.map((unit) => ({ place: '', name: unit.name, ...valueOf(view, unit) }))
  const { shown, gap } = bothEnds(bars, MOST_BARS)
  return shown.map((bar, i) => (i === gap ? { ...bar, apart: true } : bar))
}

function weekBars(view: ViewContext, { weeks }: Digest): Bar[] {
  const latest = weeks[0]
  return weeks
    .filter(({ days }) => days > 0)
    .toReversed()
    .map((week) => ({
      place: '',
      name: spanText(view, { week }),
      ...valueOf(view, week),
      ...(week === latest ? { mark: plainText(view.t('digest-latest')) } : {}),
    }))
}

function valueOf(view: ViewContext, figures: Days): Pick<Bar, 'share' | 'value'> {
  const { learned, days } = figures
  return {
    share: learned / days,
    value: plainText(view.t('digest-value', { share: shareOf(view, figures), learned, of: days })),
  }
}

import {
  civilDay,
  laggingReasons,
  readCalendars,
  type LaggingReason,
} from '../../learning/index.ts'
import {
  isRemindable,
  readLagging,
  type LaggingPerson,
  type LaggingReport,
  type Reminding,
} from '../../nudges/index.ts'
import { findRootUnit, findUnit } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { dayText } from '../when.ts'
import { clip } from './clip.ts'
import { personOf, you } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** People on one page: a button for each still fits on a phone. */
export const LAGGING_PAGE = 8

/** Characters of a name on a button. */
const NAME = 24

export interface LaggingArgs extends ViewBaseArgs {
  /** Left out: the reasons, each with its number. */
  readonly reason?: LaggingReason
  /** From 0. */
  readonly page?: number
  /** What became of a wish to remind, said above the list. */
  readonly reminding?: Reminding
}

/** Who lags within the reach of whoever asks, by reason; leaders are counted and not named. */
export const lagging: View<LaggingArgs> = async (view, args) => {
  const { id } = personOf(view)
  const calendars = await readCalendars(view.db)
  const report = await readLagging(view.db, id, { calendars, now: view.now })
  const result = args.reminding === undefined ? [] : [remindingText(view, args.reminding)]
  const page = args.reason === undefined ? overview(view, report) : pageOfReason(view, report, args)
  return textMessage({ html: [...result, page.html].join('\n\n'), buttons: page.buttons }, args)
}

interface Page {
  readonly html: string
  readonly buttons: readonly (readonly Button[])[]
}

function overview(view: ViewContext, { total, people }: LaggingReport): Page {
  const { t } = view
  if (total === 0) return { html: t('lagging-nobody'), buttons: [] }
  const group = { text: t('button-lagging-text'), data: callbackData('laggingText') }
  if (people.length === 0) return { html: t('lagging-none', { total }), buttons: [[group]] }
  const counted = laggingReasons
    .map((reason) => ({ reason, count: people.filter((one) => isOf(one, reason)).length }))
    .filter(({ count }) => count > 0)
  const able = people.filter(isRemindable).length
  const lines = counted.map(({ reason, count }) => `• ${reasonText(view, reason)}: ${count}`)
  return {
    html: [
      `${t('lagging-head', { lagging: people.length, total })}\n${lines.join('\n')}`,
      ...leadersText(view, people),
      t('lagging-privacy'),
    ].join('\n\n'),
    buttons: [
      ...counted.map(({ reason, count }) => [
        {
          text: `${reasonText(view, reason)} (${count})`,
          data: callbackData('laggingPage', reason),
        },
      ]),
      ...(able > 0
        ? [[{ text: t('remind-all', { count: able }), data: callbackData('remindReason') }]]
        : []),
      [group],
    ],
  }
}

function pageOfReason(view: ViewContext, report: LaggingReport, args: LaggingArgs): Page {
  const { t } = view
  const { reason = 'unanswered' } = args
  const found = report.people.filter((one) => isOf(one, reason))
  const named = namedOf(report, reason)
  const last = Math.max(0, Math.ceil(named.length / LAGGING_PAGE) - 1)
  const page = Math.min(args.page ?? 0, last)
  const shown = named.slice(page * LAGGING_PAGE, (page + 1) * LAGGING_PAGE)
  const units = new Set(report.people.map(({ unit }) => unit)).size
  const able = found.filter(isRemindable).length
  const here = shown.filter(isRemindable)
  const place = `${reason}.${page}`
  const turn = (to: number, key: string): Button => ({
    text: t(key),
    data: callbackData('laggingPage', `${reason}.${to}`),
  })
  return {
    html: [
      t('lagging-reason-head', { reason: reasonText(view, reason), count: found.length }),
      ...(shown.length === 0 ? [] : [shown.map((one) => lineOf(view, one, units > 1)).join('\n')]),
      ...leadersText(view, found),
    ].join('\n\n'),
    buttons: [
      ...here.map((one) => [
        {
          text: t('remind-one', { name: clip(one.name, NAME) }),
          data: callbackData('remindOne', `${place}.${one.personId}`),
        },
      ]),
      ...(here.length > 1
        ? [[{ text: t('button-remind-page'), data: callbackData('remindPage', place) }]]
        : []),
      ...(able > here.length
        ? [[{ text: t('remind-all', { count: able }), data: callbackData('remindReason', reason) }]]
        : []),
      [
        ...(page > 0 ? [turn(page - 1, 'button-lagging-before')] : []),
        ...(page < last ? [turn(page + 1, 'button-lagging-after')] : []),
      ],
      [{ text: t('button-lagging-reasons'), data: callbackData('lagging', 'all') }],
    ].filter((row) => row.length > 0),
  }
}

/** Those of a reason who may be named, in the order of their pages. */
export function namedOf({ people }: LaggingReport, reason: LaggingReason): LaggingPerson[] {
  return people.filter((one) => isOf(one, reason) && !one.leader)
}

function isOf({ lagging: { reason } }: LaggingPerson, wanted: LaggingReason): boolean {
  return reason === wanted
}

function reasonText(view: ViewContext, reason: LaggingReason): string {
  return view.t(`lagging-reason-${reason}`)
}

function leadersText(view: ViewContext, people: readonly LaggingPerson[]): string[] {
  const leaders = people.filter(({ leader }) => leader).length
  return leaders === 0 ? [] : [view.t('lagging-leaders', { leaders })]
}

function lineOf(view: ViewContext, one: LaggingPerson, withUnit: boolean): string {
  const { lagging: is, name, unit, unreminded } = one
  const today = civilDay(personOf(view).timezone, view.now)
  const why = view.t(`lagging-why-${is.reason}`, {
    days: 'days' in is ? is.days : 0,
    until: 'last' in is ? dayText(is.last, today, view.locale) : '',
  })
  return view.t(withUnit && unit !== null ? 'lagging-line-unit' : 'lagging-line', {
    name,
    unit: unit ?? '',
    why: new Html(unreminded ? `${why}; ${view.t('lagging-unreminded')}` : why),
  })
}

/** What became of a wish to remind, in words that name each number that is not zero. */
export function remindingText(view: ViewContext, reminding: Reminding): string {
  const said = (['sent', 'waiting', 'already', 'unreminded', 'left'] as const).flatMap((what) =>
    reminding[what] === 0 ? [] : [view.t(`reminded-${what}`, { count: reminding[what] })],
  )
  return said.length === 0 ? view.t('reminded-nobody') : said.join(' ')
}

/** Of fewer people a number would tell who it is. */
const LEAST_PEOPLE = 5

/** A text for the unit's group elsewhere: how many of how many, thanks, and no names. */
export const laggingText: View<ViewBaseArgs> = async (view, args) => {
  const person = personOf(view)
  const calendars = await readCalendars(view.db)
  const { total, people } = await readLagging(view.db, person.id, { calendars, now: view.now })
  const { coordinates } = await view.rolesOf(person.id)
  const [only] = coordinates
  const unit =
    only === undefined || coordinates.length > 1
      ? await findRootUnit(view.db)
      : await findUnit(view.db, only)
  const done = total - people.length
  const key = total < LEAST_PEOPLE || done === 0 ? 'lagging-group-few' : 'lagging-group'
  const text = view.t(key, { unit: unit?.name ?? '', done, total })
  const bare = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return textMessage(
    {
      html: `${view.t('lagging-group-intro', { you: you(view) })}\n\n<pre>${text}</pre>`,
      buttons: [
        [
          {
            text: view.t('button-whatsapp'),
            url: `https://wa.me/?text=${encodeURIComponent(bare)}`,
          },
        ],
      ],
    },
    args,
  )
}

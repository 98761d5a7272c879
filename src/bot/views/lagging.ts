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
import { findRootUnit, findUnit, unitsInReach } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { shortId } from '../short-id.ts'
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
  /** Only this unit with those below it; left out: all within reach. */
  readonly unitId?: string
  /** What became of a wish to remind, said above the list. */
  readonly reminding?: Reminding
}

/** Who lags within the reach of whoever asks, by reason; leaders are counted and not named. */
export const lagging: View<LaggingArgs> = async (view, args) => {
  const { id } = personOf(view)
  const calendars = await readCalendars(view.db)
  const { unitId } = args
  const unit = unitId === undefined ? undefined : await findUnit(view.db, unitId)
  const query = { calendars, now: view.now, unitId: unitId ?? null }
  const report = await readLagging(view.db, id, query)
  const units = await unitsInReach(view.db, id, { offset: 0, limit: 1 })
  const said = [
    ...(args.reminding === undefined ? [] : [remindingText(view, args.reminding)]),
    ...(unit === undefined ? [] : [view.t('lagging-of-unit', { unit: unit.name })]),
  ]
  const page =
    args.reason === undefined
      ? overview(view, report, { ...args, manyUnits: units.total > 1 })
      : pageOfReason(view, report, args)
  return textMessage({ html: [...said, page.html].join('\n\n'), buttons: page.buttons }, args)
}

interface Page {
  readonly html: string
  readonly buttons: readonly (readonly Button[])[]
}

/** The words of a button, and behind them the unit to which the list is narrowed. */
function narrowed(
  words: readonly (string | number)[],
  { unitId }: LaggingArgs,
): string | undefined {
  const all = unitId === undefined ? words : [...words, shortId(unitId)]
  return all.length === 0 ? undefined : all.join('.')
}

/** To one unit, and back to all. */
function unitButtons(
  { t }: ViewContext,
  { unitId, manyUnits }: LaggingArgs & { readonly manyUnits: boolean },
): Button[][] {
  return [
    ...(manyUnits
      ? [[{ text: t('button-lagging-units'), data: callbackData('laggingUnits') }]]
      : []),
    ...(unitId === undefined
      ? []
      : [[{ text: t('button-lagging-everybody'), data: callbackData('lagging', 'all') }]]),
  ]
}

function overview(
  view: ViewContext,
  { total, people }: LaggingReport,
  args: LaggingArgs & { readonly manyUnits: boolean },
): Page {
  const { t } = view
  const group = {
    text: t('button-lagging-text'),
    data: callbackData('laggingText', narrowed([], args)),
  }
  const units = unitButtons(view, args)
  if (total === 0) {
    const key = args.unitId === undefined ? 'lagging-nobody' : 'lagging-nobody-unit'
    return { html: t(key), buttons: units }
  }
  if (people.length === 0) {
    return { html: t('lagging-none', { total }), buttons: [[group], ...units] }
  }
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
          data: callbackData('laggingPage', narrowed([reason, 0], args)),
        },
      ]),
      ...(able > 0 ? [[remindAll(view, able, narrowed(['all'], args))]] : []),
      [group],
      ...units,
    ],
  }
}

function remindAll({ t }: ViewContext, count: number, whom: string | undefined): Button {
  return { text: t('remind-all', { count }), data: callbackData('remindReason', whom) }
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
  const turn = (to: number, key: string): Button => ({
    text: t(key),
    data: callbackData('laggingPage', narrowed([reason, to], args)),
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
          // The reason as a number: the ids of a person and of a unit leave little room.
          data: callbackData(
            'remindOne',
            narrowed([laggingReasons.indexOf(reason), page, shortId(one.personId)], args),
          ),
        },
      ]),
      ...(here.length > 1
        ? [
            [
              {
                text: t('button-remind-page'),
                data: callbackData('remindPage', narrowed([reason, page], args)),
              },
            ],
          ]
        : []),
      ...(able > here.length ? [[remindAll(view, able, narrowed([reason], args))]] : []),
      [
        ...(page > 0 ? [turn(page - 1, 'button-lagging-before')] : []),
        ...(page < last ? [turn(page + 1, 'button-lagging-after')] : []),
      ],
      [
        {
          text: t('button-lagging-reasons'),
          data: callbackData('lagging', narrowed([], args) ?? 'all'),
        },
      ],
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
export const laggingText: View<Pick<LaggingArgs, 'unitId'> & ViewBaseArgs> = async (view, args) => {
  const person = personOf(view)
  const calendars = await readCalendars(view.db)
  const query = { calendars, now: view.now, unitId: args.unitId ?? null }
  const { total, people } = await readLagging(view.db, person.id, query)
  const { coordinates } = await view.rolesOf(person.id)
  const only = args.unitId ?? (coordinates.length > 1 ? undefined : coordinates[0])
  const unit = only === undefined ? await findRootUnit(view.db) : await findUnit(view.db, only)
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

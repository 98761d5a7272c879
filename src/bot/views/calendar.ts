import {
  addCivilDays,
  calendarIn,
  countConcerned,
  findDay,
  isWorkingDay,
  listCalendars,
  listDays,
  listRamadans,
  OFFICE,
  readCalendars,
  weekdayOf,
  type CalendarSettings,
  type DayHours,
} from '../../learning/index.ts'
import { findUnit, type PageOfUnits } from '../../people/index.ts'
import { calendarArgument, type CalendarPlace, type DayScope } from '../calendar-wish.ts'
import { callbackData } from '../callback.ts'
import { shortId } from '../short-id.ts'
import { Html } from '../texts.ts'
import { markOf } from '../unit-wish.ts'
import { dayText, hourText, monthText, shortDaysText } from '../when.ts'
import { clip } from './clip.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

export interface CalendarArgs extends CalendarPlace {
  /** The calendar whose month it is, where it is known by its name. */
  readonly calendarId?: string | null
  /** What was done to it just now, a text of the locales. */
  readonly note?: string
}

/** A month: which days are worked, which are off and why, and the hours of messages. */
export const calendar: View<CalendarArgs> = async (view, args) => {
  const { t, db, locale } = view
  const { month, note } = args
  const all = await listCalendars(db)
  const settings = settingsOf(all, args)
  const mark = settings.id === OFFICE.id ? null : markOf(settings.id)
  const place = { month, calendarMark: mark }
  const days = await offIn(view, place, settings)
  const html = [
    ...(note === undefined ? [] : [t(note)]),
    t('calendar-head', { month: monthName(month, locale), calendar: settings.name }),
    `<pre>${await grid(view, month, settings.id)}</pre>`,
    ...(days.length === 0 ? [t('calendar-none')] : [days.map(({ line }) => line).join('\n')]),
    await hoursText(view, month, settings),
  ].join('\n\n')
  const to = (key: string, at: CalendarPlace): Button => ({
    text: t(key),
    data: callbackData('calendar', calendarArgument(at)),
  })
  return textMessage(
    {
      html,
      buttons: [
        [
          to('button-content-previous', { ...place, month: monthFrom(month, -1) }),
          to('button-content-next', { ...place, month: monthFrom(month, 1) }),
        ],
        ...(all.length > 1 ? [[act(view, 'calendarChoose', 'button-calendar-choose', place)]] : []),
        [
          { text: t('button-calendar-add'), data: callbackData('calendarAdd') },
          ...(days.length > 0
            ? [act(view, 'calendarRemove', 'button-calendar-remove', place)]
            : []),
        ],
        [{ text: t('button-calendar-import'), data: callbackData('calendarImport') }],
      ],
    },
    args,
  )
}

function act(
  { t }: ViewContext,
  callback: 'calendarChoose' | 'calendarRemove',
  key: string,
  place: CalendarPlace,
): Button {
  return { text: t(key), data: callbackData(callback, calendarArgument(place)) }
}

function settingsOf(
  all: readonly CalendarSettings[],
  { calendarId, calendarMark }: CalendarArgs,
): CalendarSettings {
  return (
    all.find(({ id }) => id === calendarId) ??
    all.find(({ id }) => markOf(id) === calendarMark) ??
    all.find(({ id }) => id === OFFICE.id) ??
    OFFICE
  )
}

function monthFrom(month: string, by: 1 | -1): string {
  return by === 1
    ? addCivilDays(`${month}-01`, 31).slice(0, 7)
    : addCivilDays(`${month}-01`, -1).slice(0, 7)
}

function monthName(month: string, locale: 'id' | 'en'): string {
  return `${monthText(Number(month.slice(5)), locale)} ${month.slice(0, 4)}`
}

function daysOf(month: string): string[] {
  const first = `${month}-01`
  const days = Array.from({ length: 31 }, (_, i) => addCivilDays(first, i))
  return days.filter((day) => day.startsWith(month))
}

/** Weeks from Monday on, four characters a day; a day off stands in brackets. */
async function grid({ t, db }: ViewContext, month: string, calendarId: string): Promise<string> {
  const calendars = calendarIn(await readCalendars(db), calendarId)
  const days = daysOf(month)
  const before = (weekdayOf(`${month}-01`) + 6) % 7
  const cells = [
    ...Array.from({ length: before }, () => '    '),
    ...days.map((day) => {
      const date = String(Number(day.slice(8))).padStart(2)
      return isWorkingDay(calendars, day) ? ` ${date} ` : `[${date}]`
    }),
  ]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) =>
    cells
      .slice(i * 7, i * 7 + 7)
      .join('')
      .trimEnd(),
  )
  return [t('calendar-weekdays'), ...weeks].join('\n')
}

interface Off {
  readonly id: number
  readonly day: string
  readonly name: string
  readonly line: string
}

/** The days of lists that are off in this calendar; weekends are seen above. */
async function offIn(
  { t, db, locale }: ViewContext,
  { month }: CalendarPlace,
  settings: CalendarSettings,
): Promise<Off[]> {
  const { daysOff } = calendarIn(await readCalendars(db), settings.id)
  const stored = await listDays(db, Number(month.slice(0, 4)))
  return stored
    .filter(
      ({ day, calendarId }) =>
        day.startsWith(month) && daysOff.has(day) && isOf(calendarId, settings),
    )
    .map(({ id, day, name, kind, calendarId }) => {
      const about = { day: shortDaysText(day, day, locale), name }
      const line =
        calendarId === null
          ? t('calendar-day', { ...about, kind: t(`calendar-kind-${kind.replaceAll('_', '-')}`) })
          : t('calendar-own-day', { ...about, calendar: settings.name })
      return { id, day, name, line }
    })
}

function isOf(calendarId: string | null, { id }: CalendarSettings): boolean {
  return calendarId === null || calendarId === id
}

async function hoursText(
  { t, db, locale }: ViewContext,
  month: string,
  { hours, ramadanHours }: CalendarSettings,
): Promise<string> {
  const span = ({ begins, ends }: DayHours): string =>
    `${hourText(begins, locale)}–${hourText(ends, locale)}`
  const days = daysOf(month)
  const last = days.at(-1) ?? month
  const ramadan = (await listRamadans(db)).find(
    (one) => one.first <= last && one.last >= `${month}-01`,
  )
  return [
    t('calendar-hours', { span: span(hours) }),
    ...(ramadan === undefined
      ? []
      : [
          t('calendar-ramadan', {
            year: String(ramadan.hijriYear),
            days: shortDaysText(ramadan.first, ramadan.last, locale),
            span: span(ramadanHours),
          }),
        ]),
  ].join('\n')
}

/** Which calendar's month? */
export const calendarChoose: View<CalendarPlace> = async ({ t, db }, args) => {
  const all = await listCalendars(db)
  return textMessage(
    {
      html: t('calendar-which'),
      buttons: all.map(({ id, name }) => [
        {
          text: clip(name, BUTTON_LENGTH),
          data: callbackData('calendar', calendarArgument({ ...args, calendarMark: markOf(id) })),
        },
      ]),
    },
    args,
  )
}

/** Which day of the month is no day off any more? */
export const calendarRemove: View<CalendarPlace> = async (view, args) => {
  const { t, db, locale } = view
  const settings = settingsOf(await listCalendars(db), args)
  const days = await offIn(view, args, settings)
  return textMessage(
    {
      html: t('calendar-which-day'),
      buttons: [
        ...days.map(({ id, day, name }) => [
          {
            text: clip(`${shortDaysText(day, day, locale)} · ${name}`, BUTTON_LENGTH),
            data: callbackData('calendarRemoveAsk', id),
          },
        ]),
        [
          {
            text: t('button-status-back'),
            data: callbackData('calendar', calendarArgument(args)),
          },
        ],
      ],
    },
    args,
  )
}

export const calendarRemoveConfirm: View<ViewBaseArgs & { readonly dayId: number }> = async (
  view,
  args,
) => {
  const { t, db } = view
  const found = await findDay(db, args.dayId)
  if (found === undefined) return textMessage({ html: t('calendar-known') }, args)
  const { day, name, calendarId } = found
  const people = await countConcerned(
    db,
    calendarId === null ? { everybody: true } : { calendarIds: [calendarId] },
  )
  return textMessage(
    {
      html: t('calendar-confirm-remove', { day: inFull(view, day), name, people }),
      buttons: yesOrNo(view, callbackData('calendarRemoveYes', args.dayId), day),
    },
    args,
  )
}

function inFull({ locale }: ViewContext, day: string): string {
  // With its year, whatever today is.
  return dayText(day, '', locale)
}

function yesOrNo({ t }: ViewContext, yes: string, day: string): Button[][] {
  const back = calendarArgument({ month: day.slice(0, 7), calendarMark: null })
  return [
    [{ text: t('button-role-yes'), data: yes }],
    [{ text: t('button-role-no'), data: callbackData('calendar', back) }],
  ]
}

interface NewDayArgs extends ViewBaseArgs {
  readonly day: string
  readonly name: string
}

/** For whom is the day off? */
export const calendarScope: View<NewDayArgs> = async (view, args) => {
  const { t, db } = view
  const all = await listCalendars(db)
  return textMessage({
    html: t('calendar-for-whom', { day: inFull(view, args.day), name: args.name }),
    buttons: [
      [{ text: t('button-calendar-all'), data: callbackData('calendarScope', 'a') }],
      ...(all.length > 1
        ? all.map(({ id, name }) => [
            {
              text: clip(t('calendar-one', { calendar: new Html(name) }), BUTTON_LENGTH),
              data: callbackData('calendarScope', `c${markOf(id)}`),
            },
          ])
        : []),
      [{ text: t('button-calendar-unit'), data: callbackData('calendarUnit') }],
    ],
  })
}

/** Units of a name, of which one is meant. */
export const calendarUnits: View<ViewBaseArgs & PageOfUnits> = ({ t }, { units, total }) =>
  textMessage({
    html: units.length === 0 ? t('roles-no-unit') : t('unit-choose', { total }),
    buttons: units.map(({ id, name }) => [
      { text: clip(name, BUTTON_LENGTH), data: callbackData('calendarScope', `u${shortId(id)}`) },
    ]),
  })

export interface CalendarConfirmArgs extends NewDayArgs {
  readonly scope: DayScope
}

export const calendarConfirm: View<CalendarConfirmArgs> = async (view, args) => {
  const { t, db } = view
  const { day, name, scope } = args
  const about = { day: inFull(view, day), name }
  if (scope.kind === 'unit') {
    const unit = await findUnit(db, scope.unitId)
    const html = t('calendar-confirm-unit', { ...about, unit: unit?.name ?? '' })
    const yes = callbackData('calendarAddYes', `u${shortId(scope.unitId)}`)
    return textMessage({ html, buttons: yesOrNo(view, yes, day) }, args)
  }
  const all = scope.kind === 'all'
  const people = await countConcerned(
    db,
    all ? { everybody: true } : { calendarIds: [scope.calendarId] },
  )
  const calendars = await listCalendars(db)
  const named = all ? undefined : calendars.find(({ id }) => id === scope.calendarId)
  const html = all
    ? t('calendar-confirm-all', { ...about, people })
    : t('calendar-confirm-calendar', { ...about, people, calendar: named?.name ?? '' })
  const yes = callbackData('calendarAddYes', all ? 'a' : `c${markOf(scope.calendarId)}`)
  return textMessage({ html, buttons: yesOrNo(view, yes, day) }, args)
}

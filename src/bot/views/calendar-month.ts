import {
  addCivilDays,
  calendarIn,
  isWorkingDay,
  listCalendars,
  listDays,
  listRamadans,
  OFFICE,
  readCalendars,
  weekdayOf,
  type CalendarSettings,
  type DayHours,
  type WorkCalendar,
} from '../../learning/index.ts'
import { monthPicture, type Markup, type MonthDay } from '../../pictures/index.ts'
import { calendarArgument, type CalendarPlace } from '../calendar-wish.ts'
import { callbackData } from '../callback.ts'
import { markOf } from '../unit-wish.ts'
import { hourText, monthText, shortDaysText } from '../when.ts'
import { picturedMessage } from './pictured-message.ts'
import { plainText } from './plain-text.ts'
import { textMessage, type Button, type View, type ViewContext } from './view.ts'

export interface CalendarArgs extends CalendarPlace {
  /** The calendar whose month it is, where it is known by its name. */
  readonly calendarId?: string | null
  /** What was done to it just now, a text of the locales. */
  readonly note?: string
}

/** A month, as a picture and in words: which days are worked, which are off and why, and the hours. */
export const calendar: View<CalendarArgs> = async (view, args) => {
  const { t, db, locale } = view
  const { month, note } = args
  const all = await listCalendars(db)
  const settings = settingsOf(all, args)
  const mark = settings.id === OFFICE.id ? null : markOf(settings.id)
  const place = { month, calendarMark: mark }
  const days = await offIn(view, place, settings)
  const worked = calendarIn(await readCalendars(db), settings.id)
  const working = daysOf(month).filter((day) => isWorkingDay(worked, day)).length
  const html = [
    ...(note === undefined ? [] : [t(note)]),
    t('calendar-head', { month: monthName(month, locale), calendar: settings.name }),
    `<pre>${grid(view, month, worked)}</pre>`,
    t('calendar-working', { working }),
    ...(days.length === 0 ? [t('calendar-none')] : [days.map(({ line }) => line).join('\n')]),
    await hoursText(view, month, settings),
  ].join('\n\n')
  const to = (key: string, at: CalendarPlace): Button => ({
    text: t(key),
    data: callbackData('calendar', calendarArgument(at)),
  })
  const buttons = [
    [
      to('button-content-previous', { ...place, month: monthFrom(month, -1) }),
      to('button-content-next', { ...place, month: monthFrom(month, 1) }),
    ],
    ...(all.length > 1 ? [[act(view, 'calendarChoose', 'button-calendar-choose', place)]] : []),
    [
      { text: t('button-calendar-add'), data: callbackData('calendarAdd') },
      ...(days.length > 0 ? [act(view, 'calendarRemove', 'button-calendar-remove', place)] : []),
    ],
    [{ text: t('button-calendar-import'), data: callbackData('calendarImport') }],
  ]
  // A message of words is edited in its place; a picture cannot take it.
  if (args.replaces !== undefined) return textMessage({ html, buttons }, args)
  return picturedMessage(view, {
    picture: () => drawMonth(view, { month, settings, worked, working, days }),
    fileName: plainText(t('calendar-file')),
    html,
    buttons,
  })
}

/** What a day looks like where several lists have it: one's own day says more than everybody's. */
const INK: readonly MonthDay[] = [
  'own',
  'holiday',
  'regional_holiday',
  'collective_leave',
  'school_holiday',
]

function drawMonth(
  { t, locale }: ViewContext,
  given: {
    readonly month: string
    readonly settings: CalendarSettings
    readonly worked: WorkCalendar
    readonly working: number
    readonly days: readonly Off[]
  },
): Markup {
  const { month, settings, worked, working, days } = given
  const looks = daysOf(month).map((day): MonthDay => {
    const listed = new Set(days.filter((off) => off.day === day).map(({ look }) => look))
    const look = INK.find((one) => listed.has(one))
    return look ?? (isWorkingDay(worked, day) ? 'working' : 'weekend')
  })
  const legend = (['working', 'weekend', ...INK.toReversed()] as const).filter((look) =>
    looks.includes(look),
  )
  return monthPicture({
    title: monthName(month, locale),
    subtitle: settings.name,
    weekdays: plainText(t('calendar-weekdays')).split(' '),
    before: (weekdayOf(`${month}-01`) + 6) % 7,
    days: looks,
    legend: legend.map((look) => ({
      day: look,
      text: plainText(t(`calendar-look-${look.replaceAll('_', '-')}`)),
    })),
    note: plainText(t('calendar-working', { working })),
  })
}

function act(
  { t }: ViewContext,
  callback: 'calendarChoose' | 'calendarRemove',
  key: string,
  place: CalendarPlace,
): Button {
  return { text: t(key), data: callbackData(callback, calendarArgument(place)) }
}

export function settingsOf(
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
function grid({ t }: ViewContext, month: string, worked: WorkCalendar): string {
  const days = daysOf(month)
  const before = (weekdayOf(`${month}-01`) + 6) % 7
  const cells = [
    ...Array.from({ length: before }, () => '    '),
    ...days.map((day) => {
      const date = String(Number(day.slice(8))).padStart(2)
      return isWorkingDay(worked, day) ? ` ${date} ` : `[${date}]`
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

export interface Off {
  readonly id: number
  readonly day: string
  readonly name: string
  readonly line: string
  readonly look: MonthDay
}

/** The days of lists that are off in this calendar; weekends are seen above. */
export async function offIn(
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
      return { id, day, name, line, look: calendarId === null ? kind : 'own' }
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

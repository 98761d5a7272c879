import { countConcerned, findDay, listCalendars } from '../../learning/index.ts'
import { findUnit, type PageOfUnits } from '../../people/index.ts'
import { calendarArgument, type CalendarPlace, type DayScope } from '../calendar-wish.ts'
import { callbackData } from '../callback.ts'
import { shortId } from '../short-id.ts'
import { Html } from '../texts.ts'
import { markOf } from '../unit-wish.ts'
import { dayText, shortDaysText } from '../when.ts'
import { offIn, settingsOf } from './calendar-month.ts'
import { clip } from './clip.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

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
            data: callbackData('calendar', calendarArgument({ ...args, inPlace: true })),
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
  const back = calendarArgument({
    month: day.slice(0, 7),
    calendarMark: null,
    inPlace: true,
  })
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

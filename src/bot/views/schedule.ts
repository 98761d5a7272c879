import { civilMinute, readHours, type DayHours } from '../../learning/index.ts'
import { callbackData } from '../callback.ts'
import { quietBeside } from '../clock-text.ts'
import { hourText } from '../when.ts'
import { rhythmButton } from './rhythm.ts'
import { nextSentence, personOf, type NextArgs } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Hours offered as buttons; any other can be typed. */
const HOURS = [7, 8, 9, 10, 13, 14, 15, 16] as const
const ROW = 4

/** Open hours offered as the quiet ones beside them. */
const OPEN: readonly DayHours[] = [
  { begins: 6 * 60, ends: 20 * 60 },
  { begins: 8 * 60, ends: 17 * 60 },
  { begins: 7 * 60, ends: 12 * 60 },
  { begins: 12 * 60, ends: 21 * 60 },
]

const ZONES = ['WIB', 'WITA', 'WIT'] as const

const shortZones: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

const zoneText = (timezone: string): string => shortZones[timezone] ?? timezone

function quietText(view: ViewContext, open: DayHours): string {
  const { from, until } = quietBeside(open)
  if (from === until) return view.t('quiet-none')
  return `${hourText(from, view.locale)}–${hourText(until, view.locale)}`
}

/** Whoever wished no reminders can have them again, and the other way round. */
function reminderButton(view: ViewContext): Button {
  return personOf(view).unremindedSince === null
    ? { text: view.t('button-unremind'), data: callbackData('unremind') }
    : { text: view.t('button-remind-again'), data: callbackData('remindAgain') }
}

export const askHour: View<ViewBaseArgs & { unclear?: boolean }> = async (view, args) => {
  const { id, lessonMinute, timezone } = personOf(view)
  const { open } = await readHours(view.db, id, view.now)
  const buttons = HOURS.filter((hour) => hour * 60 >= open.begins && hour * 60 < open.ends).map(
    (hour) => ({
      text: hourText(hour * 60, view.locale),
      data: callbackData('setHour', hour * 60),
    }),
  )
  return textMessage(
    {
      html: view.t(args.unclear === true ? 'hour-unclear' : 'ask-hour', {
        hour: hourText(lessonMinute, view.locale),
        quiet: quietText(view, open),
        zone: zoneText(timezone),
      }),
      buttons: [
        buttons.slice(0, ROW),
        buttons.slice(ROW),
        [
          { text: view.t('button-quiet'), data: callbackData('askQuiet') },
          { text: view.t('button-zone'), data: callbackData('askZone') },
        ],
        [rhythmButton(view)],
        [reminderButton(view)],
      ].filter((row) => row.length > 0),
    },
    args,
  )
}

const quietFaults = {
  unclear: 'quiet-unclear',
  within_a_day: 'quiet-within-a-day',
  too_little_open: 'quiet-too-long',
} as const

export const askQuiet: View<ViewBaseArgs & { fault?: keyof typeof quietFaults }> = async (
  view,
  args,
) => {
  const { open } = await readHours(view.db, personOf(view).id, view.now)
  const buttons = OPEN.map((hours) => ({
    text: quietText(view, hours),
    data: callbackData('setQuiet', `${hours.begins}.${hours.ends}`),
  }))
  return textMessage(
    {
      html: view.t(args.fault === undefined ? 'ask-quiet' : quietFaults[args.fault], {
        quiet: quietText(view, open),
      }),
      buttons: [
        buttons.slice(0, 2),
        buttons.slice(2),
        [{ text: view.t('button-quiet-office'), data: callbackData('setQuiet', 'office') }],
        [{ text: view.t('button-write-hours'), data: callbackData('scheduleOther') }],
      ],
    },
    args,
  )
}

export const askZone: View<ViewBaseArgs & { unclear?: boolean }> = (view, args) =>
  textMessage(
    {
      html: view.t(args.unclear === true ? 'zone-unclear' : 'ask-zone', {
        zone: zoneText(personOf(view).timezone),
      }),
      buttons: [
        ZONES.map((zone) => ({ text: zone, data: callbackData('setZone', zone) })),
        [{ text: view.t('button-write-zone'), data: callbackData('scheduleOther', 'zone') }],
      ],
    },
    args,
  )

interface RefusedArgs extends ViewBaseArgs, DayHours {
  /** What was asked for: an hour within quiet hours, or quiet hours around the lesson's hour. */
  readonly wished: 'hour' | 'quiet'
  /** The lesson's hour, as it would be. */
  readonly minute: number
  /** The quiet hours would be the calendar's. */
  readonly office?: boolean
}

/** An hour that lies in quiet hours, either way round, with what would mend it. */
export const hoursRefused: View<RefusedArgs> = (view, args) => {
  const { wished, minute, office = false, begins, ends } = args
  const open = { begins, ends }
  const nearest = minute < begins ? begins : Math.max(begins, ends - 60)
  const hour = hourText(nearest, view.locale)
  const hours = office ? 'office' : `${begins}.${ends}`
  const mend: Button =
    wished === 'hour'
      ? { text: view.t('hour-instead', { hour }), data: callbackData('setHour', nearest) }
      : {
          text: view.t('quiet-and-hour', { hour }),
          data: callbackData('setQuiet', `${hours}.${nearest}`),
        }
  return textMessage({
    html: view.t(wished === 'hour' ? 'hour-in-quiet' : 'quiet-around-hour', {
      hour: hourText(minute, view.locale),
      quiet: quietText(view, open),
    }),
    buttons: [[mend], [{ text: view.t('button-quiet'), data: callbackData('askQuiet') }]],
  })
}

export interface ScheduleSetArgs extends ViewBaseArgs {
  readonly what: 'hour' | 'quiet' | 'zone'
  readonly next: NextArgs
}

const setKeys = { quiet: 'quiet-set', zone: 'zone-set' } as const

export const scheduleSet: View<ScheduleSetArgs> = async (view, args) => {
  const { id, lessonMinute, timezone } = personOf(view)
  const { what, next } = args
  const { open } = await readHours(view.db, id, view.now)
  const key = what === 'hour' ? (next.kind === 'rest' ? 'hour-noted' : 'hour-set') : setKeys[what]
  return textMessage(
    {
      html: view.t(key, {
        hour: hourText(lessonMinute, view.locale),
        quiet: quietText(view, open),
        zone: zoneText(timezone),
        clock: hourText(civilMinute(timezone, view.now), view.locale),
        next: nextSentence(view, next),
      }),
    },
    args,
  )
}

import {
  addCivilDays,
  civilDay,
  leavesOf,
  MOST_LEAVES,
  type CivilDay,
  type Leave,
  type LeaveKind,
} from '../../learning/index.ts'
import { callbackData } from '../callback.ts'
import { LEAVE_AHEAD_DAYS, MOST_LEAVE_DAYS } from '../leave-text/check-leave.ts'
import type { LeaveTextFault, TypedDate } from '../leave-text/reading.ts'
import { Html } from '../texts.ts'
import { dayText, monthText, shortDaysText, whenText } from '../when.ts'
import { kindText, leaveDays } from './leave-days.ts'
import { nextSentence, personOf, you, type NextArgs } from './person-texts.ts'
import { standingText } from './standing.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** What a typed leave came to where it is not noted yet; nothing: it is only looked at. */
export interface AskPauseArgs extends ViewBaseArgs {
  readonly kind?: LeaveKind
  readonly readings?: readonly Leave[]
  readonly fault?: LeaveTextFault | 'too_many'
  readonly day?: CivilDay | null
  readonly date?: TypedDate | null
}

const faultKeys = {
  unclear: 'leave-unclear',
  no_such_day: 'leave-no-such-day',
  ends_before_it_begins: 'leave-ends-before',
  past: 'leave-past',
  too_far: 'leave-too-far',
  too_long: 'leave-too-long',
  no_end: 'leave-no-end',
  working_days: 'leave-working-days',
  too_many: 'leave-too-many',
} as const satisfies Record<NonNullable<AskPauseArgs['fault']>, string>

/** What stands, with a way to take each back, and how to be away. */
export const askPause: View<AskPauseArgs> = async (view, args) => {
  const { kind = 'leave', readings = [] } = args
  const standing = await listStanding(view)
  const asked = readings.length > 0 ? 'leave-which' : askedKey(args)
  return textMessage(
    {
      html: [
        ...(args.fault === undefined ? [] : [faultText(view, args)]),
        ...(standing.lines.length === 0
          ? []
          : [view.t('leave-standing', { list: new Html(standing.lines.join('\n')) })]),
        view.t(asked, { kind: kindText(view, kind) }),
      ].join('\n\n'),
      buttons: [
        ...readings.map((days) => [
          {
            text: leaveDays(view, days),
            data: callbackData('pauseRange', `${days.first}.${days.last}.${kind}`),
          },
        ]),
        ...(readings.length > 0 ? [] : lengthButtons(view, kind)),
        [{ text: view.t('button-pause-other'), data: callbackData('pauseOther') }],
        ...standing.buttons,
      ],
    },
    args,
  )
}

function askedKey({ kind, fault }: AskPauseArgs): string {
  if (fault !== undefined) return 'leave-choose'
  return kind === undefined ? 'ask-pause' : 'leave-how-long'
}

function faultText(view: ViewContext, { fault = 'unclear', day, date }: AskPauseArgs): string {
  const today = civilDay(personOf(view).timezone, view.now)
  const typed =
    date === null || date === undefined
      ? ''
      : [date.day, monthText(date.month, view.locale), date.year ?? ''].join(' ').trim()
  return view.t(faultKeys[fault], {
    day: day === null || day === undefined ? typed : dayText(day, today, view.locale),
    days: fault === 'too_far' ? LEAVE_AHEAD_DAYS : MOST_LEAVE_DAYS,
    leaves: MOST_LEAVES,
  })
}

function lengthButtons(view: ViewContext, kind: LeaveKind): Button[][] {
  const days = (count: number): Button => ({
    text: view.t(`button-pause-${count}`),
    data: callbackData('pauseDays', kind === 'leave' ? count : `${count}.${kind}`),
  })
  return [
    [days(1), days(3)],
    [days(7), days(14)],
    [{ text: view.t('button-pause-open'), data: callbackData('pauseDays', 0) }],
  ]
}

async function listStanding(view: ViewContext): Promise<{ lines: string[]; buttons: Button[][] }> {
  const person = personOf(view)
  const rows = await leavesOf(view.db, person.id, civilDay(person.timezone, view.now))
  const leaves = rows.toReversed()
  const paused = person.paused
  return {
    lines: [
      ...(paused ? [view.t('pause-line')] : []),
      ...leaves.map(({ kind, firstDay: first, lastDay: last }) =>
        view.t('leave-line', {
          kind: kindText(view, kind),
          days: leaveDays(view, { first, last }),
        }),
      ),
    ],
    buttons: [
      ...(paused ? [[{ text: view.t('button-resume'), data: callbackData('resume') }]] : []),
      ...leaves.map(({ id, firstDay, lastDay }) => [
        {
          text: view.t('cancel-leave', {
            days: shortDaysText(firstDay, lastDay, view.locale),
          }),
          data: callbackData('leaveCancel', id),
        },
      ]),
    ],
  }
}

export interface LeaveButtons {
  readonly id: number
  readonly kind: LeaveKind
  /** A pause without an end gave way to it, and comes back when it is undone. */
  readonly wasPaused: boolean
}

interface LeaveSetArgs extends ViewBaseArgs, Leave, LeaveButtons {
  readonly begun: boolean
  readonly next: NextArgs
  /** The first teaching moment after it. */
  readonly after: string
}

/** A leave as it was understood, with ways to mend it. */
export const leaveSet: View<LeaveSetArgs> = (view, args) => {
  const { id, first, last, begun, next, wasPaused } = args
  const { timezone } = personOf(view)
  const today = civilDay(timezone, view.now)
  const when = whenText(view.t, new Date(args.after), {
    now: view.now,
    timezone,
    locale: view.locale,
  })
  const shorter = addCivilDays(last, -1)
  const end = (key: string, day: CivilDay): Button => ({
    text: view.t(key),
    data: callbackData('leaveEnd', `${id}.${day}`),
  })
  return textMessage(
    {
      html: view.t(begun ? 'leave-set' : 'leave-set-ahead', {
        you: you(view),
        kind: kindText(view, args.kind),
        days: leaveDays(view, { first, last }),
        next:
          next.kind === 'due'
            ? new Html(view.t('leave-next', { when: new Html(when) }))
            : nextSentence(view, next),
      }),
      buttons: [
        [
          ...(shorter >= first && shorter >= today ? [end('button-leave-shorter', shorter)] : []),
          end('button-leave-longer', addCivilDays(last, 1)),
        ],
        [
          { text: view.t('button-leave-fix'), data: callbackData('leaveFix', id) },
          {
            text: view.t('button-undo'),
            data: callbackData('leaveUndo', wasPaused ? `${id}.1` : id),
          },
        ],
      ],
    },
    args,
  )
}

/** Silent until the person returns. */
export const paused: View<ViewBaseArgs> = (view, args) =>
  textMessage(
    {
      html: view.t('paused-open', { you: you(view) }),
      buttons: [[{ text: view.t('button-resume'), data: callbackData('resume') }]],
    },
    args,
  )

/** Back early, or from a pause: where one stands, and the lesson at hand. */
export const resumed: View<ViewBaseArgs & { next: NextArgs; back: string }> = async (
  view,
  args,
) => {
  const standing = await standingText(view)
  return textMessage(
    {
      html: view.t('resumed', {
        you: you(view),
        standing: standing === undefined ? '' : ` ${standing}`,
        next:
          args.next.kind === 'open'
            ? new Html(view.t('next-open-below'))
            : nextSentence(view, args.next),
      }),
      buttons: [
        [
          { text: view.t('button-lesson-now'), data: callbackData('today') },
          { text: view.t('button-undo'), data: callbackData('resumeUndo', args.back) },
        ],
      ],
    },
    args,
  )
}

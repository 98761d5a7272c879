import {
  addCivilDays,
  weekdayOf,
  type CivilDay,
  type Leave,
  type LeaveKind,
} from '../../learning/index.ts'
import { faultOfDays } from './check-leave.ts'
import {
  civil,
  findDay,
  findRange,
  lastOf,
  mondayOf,
  weekdayFrom,
  type NoSuchDay,
} from './find-days.ts'
import { intentOf, type Intent, type Length, type Point } from './grammar.ts'
import type { LeaveReading, LeaveTextFault } from './reading.ts'
import { normalise, OPEN_END, tokensIn } from './tokens.ts'

/** More of any unit is no leave, and arithmetic with it leaves the calendar. */
const MOST_UNITS = 400

/**
 * Reads what somebody typed after /jeda, in Indonesian or English: "3 hari", "sampai Senin",
 * "2-6 Maret", "besok sampai Jumat", "sakit 2 hari". Lengths are calendar days and count from today
 * or from the day that is named; both ends belong to the leave.
 *
 * @param today the person's civil day
 */
export function readLeave(text: string, today: CivilDay): LeaveReading {
  const normalised = normalise(text)
  if (OPEN_END.test(normalised)) return { is: 'open' }
  const tokens = tokensIn(normalised)
  if (tokens === undefined) return fault('unclear', null)
  const kind = tokens.find((token) => token.t === 'kind')?.kind ?? null
  const rest = tokens.filter(({ t }) => t !== 'kind')
  if (rest.length === 0) return kind === null ? fault('unclear', null) : { is: 'kind', kind }
  if (rest.some(({ t }) => t === 'working')) return fault('working_days', kind)
  const intent = intentOf(rest)
  return intent === undefined ? fault('unclear', kind) : understand(intent, kind, today)
}

function fault(
  which: LeaveTextFault,
  kind: LeaveKind | null,
  at: { readonly day?: CivilDay; readonly missing?: NoSuchDay['missing'] } = {},
): LeaveReading {
  return { is: 'fault', fault: which, kind, date: at.missing ?? null, day: at.day ?? null }
}

function understand(intent: Intent, kind: LeaveKind | null, today: CivilDay): LeaveReading {
  const ready = (found: Leave | NoSuchDay): LeaveReading => judge([found], kind, today)
  switch (intent.is) {
    case 'start':
      return fault('no_end', kind)
    case 'length':
      return ofLength(intent.length, intent.from, kind, today)
    case 'lengths': {
      if (intent.lengths.some(isNoLength)) return fault('unclear', kind)
      return judge(
        intent.lengths.map((length) => ({ first: today, last: lastOf(today, length) })),
        kind,
        today,
      )
    }
    case 'day': {
      const day = findDay(intent.at, today)
      if (typeof day !== 'string') return ready(day)
      return judge([named({ first: day, last: day }, [[intent.at, day]])], kind, today)
    }
    case 'range': {
      const found = findRange(intent.from, intent.to, today)
      if ('missing' in found) return ready(found)
      const ends = [
        [intent.from, found.first],
        [intent.to, found.last],
      ] as const
      return judge([named(found, ends)], kind, today)
    }
    case 'span':
      return judge(ofSpan(intent, today), kind, today)
    case 'week_or_sunday': {
      const sunday = weekdayFrom(addCivilDays(today, 1), 0)
      const week = { first: today, last: addCivilDays(today, 6) }
      return judge([week, { first: sunday, last: sunday }], kind, today)
    }
    case 'numbers':
      return ofNumbers(intent.a, intent.b, kind, today)
  }
}

const isNoLength = ({ n }: Length): boolean => n < 1 || n > MOST_UNITS

function ofLength(
  length: Length,
  from: Point | null,
  kind: LeaveKind | null,
  today: CivilDay,
): LeaveReading {
  if (length.n < 1) return fault('unclear', kind)
  if (length.n > MOST_UNITS) return fault('too_long', kind)
  const first = from === null ? today : findDay(from, today)
  if (typeof first !== 'string') return judge([first], kind, today)
  const days = { first, last: lastOf(first, length) }
  return judge([named(days, [[from, first]])], kind, today)
}

/** Where a weekday stands beside a date that falls on another, the date is asked about first. */
function named(days: Leave, ends: readonly (readonly [Point | null, CivilDay])[]): Leave | Doubt {
  const differs = ends.some(
    ([point, day]) =>
      point?.is === 'date' && point.weekday !== null && weekdayOf(day) !== point.weekday,
  )
  return differs ? { doubtful: days } : days
}

/** Understood, and yet to be confirmed. */
interface Doubt {
  readonly doubtful: Leave
}

function ofSpan({ unit, which, until }: Extract<Intent, { is: 'span' }>, today: CivilDay): Leave[] {
  if (unit === 'month') {
    const first = `${today.slice(0, 8)}01`
    const next = addCivilDays(lastOf(first, { n: 1, unit }), 1)
    const begins = which === 'next' ? next : today
    const last = lastOf(which === 'next' ? next : first, { n: 1, unit })
    return until && which === 'next'
      ? [
          { first: today, last: addCivilDays(next, -1) },
          { first: today, last },
        ]
      : [{ first: until ? today : begins, last }]
  }
  const monday = addCivilDays(mondayOf(today), which === 'next' ? 7 : 0)
  const sunday = addCivilDays(monday, 6)
  if (which === 'this') return [{ first: today, last: sunday }]
  if (!until) return [{ first: monday, last: sunday }]
  return [
    { first: today, last: addCivilDays(monday, -1) },
    { first: today, last: sunday },
  ]
}

/** "2-6": days of a month, or the 2nd of June; "28-30" can only be days. */
function ofNumbers(a: number, b: number, kind: LeaveKind | null, today: CivilDay): LeaveReading {
  const days = (day: number): Point => ({ is: 'day_of_month', day })
  const date: Point = { is: 'date', day: a, month: b, year: null, weekday: null }
  const asDate = civil(2000, b, a) === undefined ? undefined : findDay(date, today)
  return judge(
    [
      findRange(days(a), days(b), today),
      ...(typeof asDate === 'string' ? [{ first: asDate, last: asDate }] : []),
    ],
    kind,
    today,
  )
}

/** What can be had of the readings: one of them, a choice, or what is wrong with the first. */
function judge(
  found: readonly (Leave | NoSuchDay | Doubt)[],
  kind: LeaveKind | null,
  today: CivilDay,
): LeaveReading {
  const readings: Leave[] = []
  let wrong: LeaveReading | undefined
  for (const reading of found) {
    if ('missing' in reading) {
      wrong ??= fault('no_such_day', kind, { missing: reading.missing })
      continue
    }
    const days = 'doubtful' in reading ? reading.doubtful : reading
    const of = faultOfDays(days, today)
    if (of === undefined) readings.push(days)
    else wrong ??= fault(of, kind, { day: of === 'too_far' ? days.first : days.last })
  }
  const [days, ...others] = readings
  if (days === undefined) return wrong ?? fault('unclear', kind)
  const doubtful = found.some((reading) => 'doubtful' in reading)
  return others.length === 0 && !doubtful
    ? { is: 'days', days, kind }
    : { is: 'ambiguous', readings, kind }
}

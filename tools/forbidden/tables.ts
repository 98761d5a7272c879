import type { RuleName } from './rules.ts'

/** Members of global objects, read in whatever way: `Date.now`, `globalThis.Date['now']`. */
export const members: ReadonlyMap<string, RuleName> = new Map([
  ['Date.now', 'system-time'],
  ['Temporal.Now', 'system-time'],
  ['performance.now', 'elapsed-time'],
  ['performance.timeOrigin', 'elapsed-time'],
  ['process.hrtime', 'elapsed-time'],
  ['process.uptime', 'elapsed-time'],
  ['process.env', 'environment'],
])

/** Classes that become the present moment when they are made of nothing. */
export const momentClasses: ReadonlySet<string> = new Set(['Date', 'TZDate', 'UTCDate'])

export const timers: ReadonlySet<string> = new Set(['setTimeout', 'setInterval'])

/** What may not be imported from a module of Node; `*` and `default` hold all of it. */
export const nodeImports: ReadonlyMap<string, ReadonlyMap<string, RuleName>> = new Map([
  ['timers', all('timer', 'setTimeout', 'setInterval', '*', 'default')],
  ['timers/promises', all('timer', 'setTimeout', 'setInterval', 'scheduler', '*', 'default')],
  ['process', new Map([['env', 'environment'], ...all('elapsed-time', 'hrtime', 'uptime')])],
])

/** Functions of date-fns that read the system's clock without being asked to. */
export const dateFnsNow: ReadonlySet<string> = new Set(
  (
    'isToday isTomorrow isYesterday isFuture isPast isThisHour isThisISOWeek isThisMinute ' +
    'isThisMonth isThisQuarter isThisSecond isThisWeek isThisYear startOfToday startOfTomorrow ' +
    'startOfYesterday endOfToday endOfTomorrow endOfYesterday formatDistanceToNow ' +
    'formatDistanceToNowStrict constructNow'
  ).split(' '),
)

function all(rule: RuleName, ...names: string[]): Map<string, RuleName> {
  return new Map(names.map((name) => [name, rule]))
}

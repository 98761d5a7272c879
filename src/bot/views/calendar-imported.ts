import type { DayFault } from '../../learning/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { clip } from './clip.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

/** Days, or mistakes, that one message names; the rest is counted. */
const MOST_NAMED = 15

/** What came of a file of days that was sent to the chat. */
type SaidFault = Pick<DayFault, 'line' | 'key' | 'values'>

/** Characters of one value of a fault: a cell of somebody's file may hold anything. */
const MOST_VALUE = 60

/** Of the names that would be right: those are our own. */
const MOST_KNOWN = 150

export interface CalendarImportedArgs extends ViewBaseArgs {
  readonly outcome: 'dry' | 'done' | 'faults' | 'closes' | 'too_large' | 'not_given'
  readonly year?: number
  readonly added?: number
  readonly changed?: number
  readonly removed?: number
  readonly unchanged?: number
  /** "+ 2027-01-01 Tahun Baru" */
  readonly lines?: readonly string[]
  readonly faults?: readonly SaidFault[]
  /** Lines, or faults, that are not named. */
  readonly more?: number
  readonly calendar?: string
  readonly from?: string
}

export const calendarImported: View<CalendarImportedArgs> = ({ t }, args) => {
  const { outcome, lines = [], faults = [], more = 0 } = args
  const counts = {
    year: String(args.year ?? ''),
    added: args.added ?? 0,
    changed: args.changed ?? 0,
    removed: args.removed ?? 0,
    unchanged: args.unchanged ?? 0,
  }
  const list = [
    ...lines.map((line) => t('calendar-import-line', { line: clip(line, 160) })),
    ...faults.map(({ line, key, values }) =>
      t('calendar-fault', { line, what: new Html(t(`calendar-fault-${key}`, values)) }),
    ),
    ...(more > 0 ? [t('calendar-import-more', { count: more })] : []),
  ].join('\n')
  const head = {
    dry: () => t('calendar-import-dry', counts),
    done: () => t('calendar-import-done', counts),
    faults: () => t('calendar-import-faults'),
    closes: () => t('calendar-closes', { calendar: args.calendar ?? '', from: args.from ?? '' }),
    too_large: () => t('calendar-import-too-large'),
    not_given: () => t('calendar-import-not-given'),
  }[outcome]()
  return textMessage({
    html: list === '' ? head : `${head}\n\n${list}`,
    ...(outcome === 'dry'
      ? {
          buttons: [
            [{ text: t('button-calendar-import-yes'), data: callbackData('calendarImportYes') }],
            [{ text: t('button-role-no'), data: callbackData('calendar') }],
          ],
        }
      : {}),
  })
}

export type DaysTaken =
  | { readonly kind: 'faults'; readonly faults: readonly SaidFault[] }
  | ({ readonly kind: 'imported'; readonly year: number; readonly dry: boolean } & Readonly<
      Record<
        'added' | 'changed' | 'removed',
        readonly { readonly day: string; readonly name: string }[]
      >
    > & { readonly unchanged: number })

export function calendarImportedArgs(taken: DaysTaken): CalendarImportedArgs {
  if (taken.kind === 'faults') {
    const { items, more } = named(taken.faults)
    return { outcome: 'faults', faults: items.map(shortened), more }
  }
  const { year, dry, added, changed, removed, unchanged } = taken
  const of = (sign: string, days: typeof added): string[] =>
    days.map(({ day, name }) => `${sign} ${day} ${name}`)
  const lines = named([...of('−', removed), ...of('~', changed), ...of('+', added)])
  return {
    outcome: dry ? 'dry' : 'done',
    year,
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    unchanged,
    lines: lines.items,
    more: lines.more,
  }
}

function shortened({ line, key, values }: SaidFault): SaidFault {
  const short: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(values)) {
    const most = name === 'known' ? MOST_KNOWN : MOST_VALUE
    short[name] = typeof value === 'string' ? clip(value, most) : value
  }
  return { line, key, values: short }
}

function named<T>(all: readonly T[]): { readonly items: readonly T[]; readonly more: number } {
  return { items: all.slice(0, MOST_NAMED), more: Math.max(0, all.length - MOST_NAMED) }
}

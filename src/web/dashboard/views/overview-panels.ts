import { addCivilDays } from '../../../learning/index.ts'
import { numberText } from '../../../pictures/index.ts'
import {
  FEWEST_PEOPLE,
  groupTogether,
  mondayOf,
  readRetention,
  readSeries,
  type Cohort,
  type Figures,
  type Grain,
  type GroupReport,
  type Period,
} from '../../../reports/index.ts'
import { rateCell } from '../cells.ts'
import type { Cell, Panel, Row } from '../contract.ts'
import type { Look } from '../look.ts'
import { daysOf } from '../read-asked.ts'

/** A row that leads nowhere and does not stand out. */
export function plainRow(cells: readonly Cell[]): Row {
  return { cells, to: null, mark: null }
}

/** Steps of a period: so many that a picture shows them, and none so long that it hides a week. */
function grainOf(period: Period): Grain {
  const days = daysOf(period)
  if (days <= 62) return 'day'
  return days <= 400 ? 'week' : 'month'
}

/** People active and lessons answered, from step to step. */
export async function seriesPanel(look: Look): Promise<Panel> {
  const { db, words, allUnits, unitIds, period, locale } = look
  const { series } = words
  const group = groupTogether(allUnits, unitIds)
  const points = await readSeries(db, { group, period, grain: grainOf(period) })
  // What lies before the first of all, e.g. years without a bot, is no news.
  const first = points.findIndex(({ active, arrived }) => active > 0 || arrived > 0)
  const shown = first < 0 ? [] : points.slice(first)
  const top = shown.toSorted((a, b) => b.active - a.active)[0]
  return {
    id: 'series',
    title: series.title,
    summary:
      top === undefined
        ? series.empty
        : series.summary(numberText(top.active, locale), dayText(top.from, locale)),
    chart: 'line',
    drawn: 1,
    columns: [
      { id: 'from', label: series.from, unit: 'day' },
      { id: 'active', label: series.active, unit: 'count' },
      { id: 'arrived', label: series.arrived, unit: 'count' },
      { id: 'answered', label: series.answered, unit: 'count' },
    ],
    rows: shown.map(({ from, active, arrived, answered }) =>
      plainRow([from, active, arrived, answered]),
    ),
    pages: null,
    empty: series.empty,
  }
}

/** Answers by weekday and hour of each person's own clock. */
export function hoursPanel({ words, locale }: Look, { answersAt }: Figures): Panel {
  const { hours } = words
  const all = sum(answersAt.map(sum))
  const byHour = Array.from({ length: 24 }, (_, hour) =>
    sum(answersAt.map((day) => day[hour] ?? 0)),
  )
  const byDay = answersAt.map(sum)
  const busiest = (counts: readonly number[]): number => counts.indexOf(Math.max(...counts))
  return {
    id: 'hours',
    title: hours.title,
    summary:
      all === 0
        ? hours.empty
        : hours.summary(
            numberText(all, locale),
            weekdayText(busiest(byDay), locale),
            hourText(busiest(byHour), locale),
          ),
    chart: 'heat',
    drawn: 1,
    columns: [
      { id: 'day', label: hours.day, unit: 'text' },
      ...byHour.map((_, hour) => ({
        id: `h${hour}`,
        label: hourText(hour, locale),
        unit: 'count' as const,
      })),
    ],
    rows: all === 0 ? [] : answersAt.map((row, i) => plainRow([weekdayText(i, locale), ...row])),
    pages: null,
    empty: hours.empty,
  }
}

/** Of those who joined, who began each track and who is done with it. */
export function tracksPanel(look: Look, { tracks: found, heads }: GroupReport): Panel {
  const { words, catalogue, locale } = look
  const { tracks } = words
  const places = catalogue.tracks.map(({ id }) => id)
  const place = (id: string): number => (places.includes(id) ? places.indexOf(id) : places.length)
  const title = (id: string): string =>
    catalogue.tracks.find((track) => track.id === id)?.title[locale] ?? id
  return {
    id: 'tracks',
    title: tracks.title,
    summary: found.length === 0 ? tracks.empty : tracks.summary,
    chart: 'bars',
    drawn: 2,
    columns: [
      { id: 'track', label: tracks.track, unit: 'text' },
      { id: 'begun', label: tracks.begun, unit: 'rate' },
      { id: 'done', label: tracks.done, unit: 'rate' },
    ],
    rows: found
      .toSorted((a, b) => place(a.trackId) - place(b.trackId))
      .map(({ trackId, begun, done }) =>
        plainRow([
          title(trackId),
          rateCell({ part: begun, whole: heads.joined }),
          rateCell({ part: done, whole: heads.joined }),
        ]),
      ),
    pages: null,
    empty: tracks.empty,
  }
}

/** What the reminders of the period were followed by. */
export function remindersPanel({ words }: Look, { nudges }: Figures): Panel {
  const { reminders } = words
  return {
    id: 'reminders',
    title: reminders.title,
    summary: nudges.length === 0 ? reminders.empty : reminders.summary,
    chart: 'bars',
    drawn: 1,
    columns: [
      { id: 'step', label: reminders.step, unit: 'text' },
      { id: 'followed', label: reminders.followed, unit: 'rate' },
    ],
    rows: nudges.map(({ step, sent, followed }) =>
      plainRow([reminders.nth(step), rateCell({ part: followed, whole: sent })]),
    ),
    pages: null,
    empty: reminders.empty,
  }
}

/** Weeks of joining that are shown, and how long each is followed; as in `/statistik retensi`. */
const COHORTS = 8
const WEEKS = 8

/** Who stays, by week of joining; whatever the period. */
export async function retentionPanel(look: Look): Promise<Panel> {
  const { db, words, allUnits, unitIds, today } = look
  const { retention } = words
  const thisWeek = mondayOf(today)
  const cohorts = await readRetention(db, groupTogether(allUnits, unitIds), {
    from: addCivilDays(thisWeek, -7 * (COHORTS - 1)),
    to: today,
    weeks: WEEKS,
  })
  return {
    id: 'retention',
    title: retention.title,
    summary: cohorts.length === 0 ? retention.empty : retention.summary,
    chart: 'none',
    drawn: 0,
    columns: [
      { id: 'week', label: retention.week, unit: 'day' },
      { id: 'people', label: retention.people, unit: 'count' },
      ...Array.from({ length: WEEKS }, (_, week) => ({
        id: `w${week}`,
        label: retention.nth(week),
        unit: 'rate' as const,
      })),
    ],
    rows: cohorts.map((cohort) =>
      plainRow([cohort.week, cohort.joined, ...weeksOf(look, cohort, thisWeek)]),
    ),
    pages: null,
    empty: retention.empty,
  }
}

/** A week that still runs would look like people leaving; of a few it would say who left. */
function weeksOf({ unitIds }: Look, { week, joined, active }: Cohort, thisWeek: string): Cell[] {
  const hidden = unitIds !== undefined && joined < FEWEST_PEOPLE
  return active.map((part, i) =>
    hidden || addCivilDays(week, 7 * i) >= thisWeek ? null : rateCell({ part, whole: joined }),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

const tags = { id: 'id-ID', en: 'en-GB' } as const

function dayText(day: string, locale: 'id' | 'en'): string {
  return new Intl.DateTimeFormat(tags[locale], {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`))
}

/** @param place 0 Monday … 6 Sunday */
function weekdayText(place: number, locale: 'id' | 'en'): string {
  return new Intl.DateTimeFormat(tags[locale], { timeZone: 'UTC', weekday: 'long' }).format(
    new Date(Date.UTC(2026, 0, 5 + place)),
  )
}

function hourText(hour: number, locale: 'id' | 'en'): string {
  return `${String(hour).padStart(2, '0')}${locale === 'id' ? '.' : ':'}00`
}

/**
 * What the dashboard's server says and its page shows; both are checked against this file. Words come
 * from the server, in the language of whoever looks: the page knows how to draw, not what it means.
 *
 * `GET /dasbor/` is the page; `GET /dasbor/data/start` says who looks; `GET /dasbor/data/<view>` one
 * view, with the query of `Asked`; `GET /dasbor/csv/<view>/<panel>` one of its tables with the same
 * query, all rows of it. Each answer has an ETag: asked again with `If-None-Match`, what has not
 * changed costs a 304.
 */

export const VIEWS = [
  'overview',
  'units',
  'lessons',
  'questions',
  'announcements',
  'people',
] as const

export type ViewName = (typeof VIEWS)[number]

/** Who looks, and what there is to look at. */
export interface Start {
  readonly name: string
  readonly locale: 'id' | 'en'
  readonly organisation: string
  /** In the order of the tabs, each with its name; people only for those who may see persons. */
  readonly views: readonly { readonly name: ViewName; readonly title: string }[]
  /** The units within reach, parents before children; a parent out of reach is null. */
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly parentId: string | null
  }[]
  /** The civil day in the organisation's zone: YYYY-MM-DD. */
  readonly today: string
}

/** The query of a view; what is left out is the widest that one may see. */
export interface Asked {
  /** A unit with all below it; left out: all that is within reach. */
  readonly unit?: string
  /** Civil days, both included; they come together. Left out: the last 28 days. */
  readonly from?: string
  readonly to?: string
  /** A track's id: lessons and questions of it alone. */
  readonly track?: string
  /** A state of the roster: people in it alone. */
  readonly state?: string
  /** Words that names or titles hold. */
  readonly search?: string
  /** From 1; of the panel that has pages. */
  readonly page?: string
}

export interface View {
  readonly name: ViewName
  readonly title: string
  /** What it is about, as words: "Dinas Pendidikan dan di bawahnya". */
  readonly scope: string
  readonly period: { readonly from: string; readonly to: string; readonly words: string }
  /** The numbers that come first. */
  readonly facts: readonly Fact[]
  readonly panels: readonly Panel[]
  /** What may be chosen besides unit and period. */
  readonly filters: readonly Filter[]
  /** Anything that whoever reads the numbers has to know, in a sentence each. */
  readonly notes: readonly string[]
}

export interface Fact {
  readonly id: string
  readonly label: string
  readonly value: Cell
  readonly unit: CellUnit
  /** In words, with numerator and denominator where it is a rate: "412 dari 530 orang". */
  readonly detail: string | null
  /** Against the period of the same length before it, in points or in count; null: not comparable. */
  readonly change: number | null
}

export interface Filter {
  readonly id: 'track' | 'state' | 'search'
  readonly label: string
  /** Empty: free text. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** A table, and how it is drawn. What is drawn and what stands in the table are the same rows. */
export interface Panel {
  readonly id: string
  readonly title: string
  /** What the picture says, for those who do not see it. */
  readonly summary: string
  /**
   * `bars`: one bar a row, of the column `drawn`; `line`: the rows are days or weeks in order;
   * `heat`: rows are weekdays, columns after the first hours; `none`: the table alone.
   */
  readonly chart: 'bars' | 'line' | 'heat' | 'none'
  /** Index of the column that is drawn; heat draws all after the first. */
  readonly drawn: number
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly pages: { readonly page: number; readonly of: number; readonly rows: number } | null
  /** Shown where there is no row. */
  readonly empty: string
}

export interface Column {
  readonly id: string
  readonly label: string
  readonly unit: CellUnit
}

export type CellUnit = 'text' | 'count' | 'rate' | 'minutes' | 'number' | 'day' | 'moment'

export interface Row {
  readonly cells: readonly Cell[]
  /** Leads on: the same view for the unit, or the view of people of it. */
  readonly to: { readonly view: ViewName; readonly asked: Asked } | null
  /** Stands out, and why, in a word: "perlu ditinjau". */
  readonly mark: string | null
}

/**
 * text: string; count, minutes, number: number; day: YYYY-MM-DD; moment: ISO 8601; rate: both numbers
 * of it, with the interval of 95 % as shares where the sample is small. Null: there is none, or it is
 * not shown because the group is too small.
 */
export type Cell =
  | string
  | number
  | {
      readonly n: number
      readonly of: number
      readonly interval: { readonly from: number; readonly to: number } | null
    }
  | null

/** Answers other than 200: a word that says what to do, and for a query what was wrong with it. */
export interface Refusal {
  readonly error: 'no-session' | 'not-allowed' | 'bad-request' | 'not-found' | 'not-now'
  readonly words: string
}

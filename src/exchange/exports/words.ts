/** A workbook of all tables; the same as CSV in an archive; learning records, one a line. */
export const exportFormats = ['xlsx', 'csv', 'xapi'] as const
export type ExportFormat = (typeof exportFormats)[number]

export type ExportState = 'asked' | 'running' | 'done' | 'failed' | 'expired'

/** Why there is no file, for the person who asked. */
export type ExportFailure =
  /** The role went away meanwhile. */
  | 'not_allowed'
  /** Larger than Telegram takes, and no address is set under which it could be fetched. */
  | 'no_address'
  /** Larger than is kept here. */
  | 'too_large'
  /** Something broke, three times. */
  | 'broken'

/** What an admin narrows an export to; nothing: everything. */
export interface ExportFilter {
  /** Of this unit and all below it. */
  readonly unitId?: string
  /** Civil days of the organisation, the first and the last included. */
  readonly period?: { readonly from: string; readonly to: string }
}

/** What an export reaches; undefined of somebody who may export nothing. */
export interface ExportReach {
  readonly viewerId: string
  readonly scope: 'all' | 'units'
}

import type { ExportedTable, ExportFilter } from '../../exchange/index.ts'
import { findUnit } from '../../people/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Texts } from '../texts.ts'
import { daysText } from '../when.ts'
import { plainText } from './plain-text.ts'

export type MeaningOf = (locale: 'id' | 'en', table: ExportedTable, column: string) => string

/** What each column of an export means; from the locales, like every other text that people read. */
export function createMeanings(texts: Texts): MeaningOf {
  return (locale, table, column) =>
    plainText(texts.in(locale)(`export-${table}-${column.replaceAll('_', '-')}`))
}

export type NarrowedTo = (
  db: Db,
  locale: 'id' | 'en',
  filter: ExportFilter,
) => Promise<readonly (readonly [name: string, meaning: string])[]>

/** To what an export is narrowed, for its definitions; nothing where it is whole. */
export function createNarrowings(texts: Texts): NarrowedTo {
  return async (db, locale, { unitId, period }) => {
    const t = texts.in(locale)
    const unit = unitId === undefined ? undefined : await findUnit(db, unitId)
    const rows: (readonly [string, string])[] = []
    if (unitId !== undefined) {
      rows.push(['unit', plainText(t('export-filter-unit', { unit: unit?.name ?? unitId }))])
    }
    if (period !== undefined) {
      const days = daysText(period.from, period.to, locale)
      rows.push(['period', plainText(t('export-filter-period', { period: days }))])
    }
    return rows
  }
}

import type { ExportedTable } from '../../exchange/index.ts'
import type { Texts } from '../texts.ts'
import { plainText } from './plain-text.ts'

export type MeaningOf = (locale: 'id' | 'en', table: ExportedTable, column: string) => string

/** What each column of an export means; from the locales, like every other text that people read. */
export function createMeanings(texts: Texts): MeaningOf {
  return (locale, table, column) =>
    plainText(texts.in(locale)(`export-${table}-${column.replaceAll('_', '-')}`))
}

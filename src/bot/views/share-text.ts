import type { Locale } from '../../people/index.ts'
import type { Translate } from '../texts.ts'

/** A share in whole percent. Its numerator and denominator stand beside it in the text. */
export function shareText(t: Translate, locale: Locale, part: number, whole: number): string {
  if (whole === 0) return t('share-none')
  return new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(part / whole)
}

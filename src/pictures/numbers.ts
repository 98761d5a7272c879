const tags = { id: 'id-ID', en: 'en-GB' } as const

export type PictureLocale = keyof typeof tags

/** 1.234,5 in Indonesian, 1,234.5 in English; at most one decimal. */
export function numberText(value: number, locale: PictureLocale): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 1 }).format(value)
}

/** A share of 0 to 1 in whole per cent: 86%. */
export function percentText(share: number, locale: PictureLocale): string {
  return new Intl.NumberFormat(tags[locale], {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share)
}

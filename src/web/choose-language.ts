/**
 * The language of a page: as it was asked for, or else the first of the browser's that there is.
 *
 * @param asked the query's `lang`, whatever it is
 * @param accepted Accept-Language (RFC 9110, 12.5.4)
 */
export function chooseLanguage(
  asked: unknown,
  accepted: string | undefined,
  fallback: 'id' | 'en',
): 'id' | 'en' {
  if (asked === 'id' || asked === 'en') return asked
  const wished = (accepted ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  for (const { language } of wished) {
    if (language === 'en') return 'en'
    // Old browsers still say "in".
    if (language === 'id' || language === 'in') return 'id'
  }
  return fallback
}

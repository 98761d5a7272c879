export type Locale = 'id' | 'en'

/** Who reads one of these reads Indonesian sooner than English. */
const INDONESIAN = /^(?:id|ms|jv|su|bug|mak|ban|min)\b/iu

/** The first of the browser's languages that we have decides, until a person chooses. */
export function localeFor(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (INDONESIAN.test(language)) return 'id'
    if (/^en\b/iu.test(language)) return 'en'
  }
  return 'en'
}

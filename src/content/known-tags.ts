/**
 * What a question may be tagged with, and the only place that says so: the golden rule that it
 * tests, where it tests one. `data`: protect data; `validitas`: check the result. A tag that nobody
 * listed is a slip of the pen, and would drop its question from every count by tag.
 */
export const KNOWN_TAGS = ['data', 'validitas'] as const

export function isKnownTag(tag: string): boolean {
  return KNOWN_TAGS.some((known) => known === tag)
}

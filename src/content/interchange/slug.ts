/** Ids and slugs have room for so many characters (`kebab` in lesson-schema.ts). */
const LIMIT = 60

/** Small letters, digits and hyphens of `text`, at most `limit`; empty where it has none of them. */
export function slugOf(text: string, limit = LIMIT): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, limit)
    .replace(/-$/, '')
}

/** Names that are taken, each with the number that its next double gets. */
export type TakenSlugs = Map<string, number>

/** `wanted`, or with the first number after it that makes it new; it is taken from then on. */
export function takeSlug(wanted: string, taken: TakenSlugs): string {
  let slug = wanted
  let number = taken.get(wanted) ?? 2
  for (; taken.has(slug); number += 1) {
    const suffix = `-${number}`
    slug = `${slugOf(wanted, LIMIT - suffix.length)}${suffix}`
  }
  if (slug !== wanted) taken.set(wanted, number)
  taken.set(slug, 2)
  return slug
}

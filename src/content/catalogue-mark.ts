import { createHash } from 'node:crypto'
import type { Catalogue } from './catalogue.ts'

/** Tells one catalogue from another at a glance: eight hex digits over all wordings, in their order. */
export function catalogueMark({ lessons, questions }: Catalogue): string {
  const wordings = [...lessons.values(), ...questions.values()].map(({ id, hash }) => [id, hash])
  return createHash('sha256').update(JSON.stringify(wordings)).digest('hex').slice(0, 8)
}

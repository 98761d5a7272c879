import type { Localised } from '../catalogue.ts'
import type { DraftTrack } from './draft.ts'
import { MARK } from './mark.ts'
import { quoteName, quoteText } from './quote-text.ts'

/** track.yaml; what the source did not say is left empty and marked (mark.ts). */
export function writeTrackFile(draft: DraftTrack, id: string): string {
  return [
    `id: ${quoteName(id)}`,
    ...localised('title', draft.title, 'what the track is called'),
    ...localised('description', draft.description, 'one sentence on what it holds'),
    audience(draft.for),
    'lessons:',
    ...draft.lessons.map(({ slug }) => `  - ${quoteName(slug)}`),
    '',
  ].join('\n')
}

function localised(key: string, { id, en }: Localised<string>, wanted: string): string[] {
  const mark = (text: string) => (text === '' ? ` # ${MARK}: ${wanted}` : '')
  return [`${key}:`, `  id: ${quoteText(id)}${mark(id)}`, `  en: ${quoteText(en)}${mark(en)}`]
}

function audience(whom: DraftTrack['for']): string {
  if (whom === undefined) {
    return `for: {} # ${MARK}: { kind: common }, or { kind: role, value: pimpinan }, or a sector`
  }
  if (!('value' in whom)) return `for: { kind: ${whom.kind} }`
  return `for: { kind: ${whom.kind}, value: ${quoteName(whom.value)} }`
}

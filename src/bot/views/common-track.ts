import type { Catalogue } from '../../content/index.ts'

/** The track that everybody takes. */
export function commonTrackId({
  catalogue,
}: {
  readonly catalogue: Catalogue
}): string | undefined {
  return catalogue.tracks.find((track) => track.for.kind === 'common')?.id
}

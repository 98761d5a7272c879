/** Questions on one page: as many as fit below a picture. */
export const ITEMS_ON_PAGE = 5

/** What a button to a page carries; the handler takes it apart again. */
export function itemStatsArgument(from: number, trackId: string | undefined): string {
  return trackId === undefined ? String(from) : `${from}.${trackId}`
}

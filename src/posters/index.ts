import type { BriefingSheet } from './briefing.ts'
import type { Poster } from './poster.ts'

export type { BriefingTexts } from './briefing.ts'
export type { BriefingBar } from './briefing-chart.ts'
export type { PosterTexts } from './poster.ts'
export { qrPicture } from './qr-picture.ts'

/** See poster.ts; what draws is loaded by the first poster. */
export async function renderPoster(poster: Poster): Promise<Buffer> {
  const drawing = await import('./poster.ts')
  return drawing.renderPoster(poster)
}

/** See briefing.ts; loaded as late. */
export async function renderBriefing(sheet: BriefingSheet): Promise<Buffer> {
  const drawing = await import('./briefing.ts')
  return drawing.renderBriefing(sheet)
}

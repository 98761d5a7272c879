import { element, type Markup } from './markup.ts'
import { palette } from './palette.ts'

export interface Scenery {
  readonly width: number
  readonly height: number
  /** Where the ground begins. */
  readonly horizon: number
}

/** Morning sky, hills far away, and the ground on which something stands. */
export function drawScenery({ width: w, height, horizon: h }: Scenery): Markup {
  return element(
    'g',
    {},
    element(
      'defs',
      {},
      element(
        'linearGradient',
        { id: 'sky', x1: 0, y1: 0, x2: 0, y2: 1 },
        element('stop', { offset: 0, 'stop-color': palette.skyAbove }),
        element('stop', { offset: 1, 'stop-color': palette.skyBelow }),
      ),
    ),
    element('rect', { width: w, height, fill: 'url(#sky)' }),
    element('circle', { cx: w * 0.84, cy: h * 0.4, r: 84, fill: palette.sun, opacity: 0.75 }),
    // Two ranges of hills that meet the ground on both sides.
    element('path', {
      d: `M0 ${h - 150} C ${w * 0.16} ${h - 330}, ${w * 0.34} ${h - 250}, ${w * 0.52} ${h - 180} S ${w * 0.84} ${h - 330}, ${w} ${h - 210} V ${h + 4} H 0 Z`,
      fill: palette.far,
    }),
    element('path', {
      d: `M0 ${h - 60} C ${w * 0.2} ${h - 160}, ${w * 0.42} ${h - 90}, ${w * 0.6} ${h - 70} S ${w * 0.88} ${h - 150}, ${w} ${h - 110} V ${h + 4} H 0 Z`,
      fill: palette.near,
    }),
    element('path', {
      d: `M0 ${h + 4} C ${w * 0.3} ${h - 22}, ${w * 0.7} ${h - 22}, ${w} ${h + 4} V ${h + 46} C ${w * 0.7} ${h + 20}, ${w * 0.3} ${h + 20}, 0 ${h + 46} Z`,
      fill: palette.ground,
    }),
  )
}

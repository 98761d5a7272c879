import type { PolicyName, SeedYear } from './run-year.ts'
import { overSeeds, policyTitles } from './summary.ts'

const WIDTH = 960
const HEIGHT = 430
const PANEL = { left: 56, top: 78, width: 272, height: 268, gap: 32 }
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Drawn from the last to the first, so that the product's own line lies on top. */
const LINES: readonly PolicyName[] = ['fsrs', 'fsrsByDay', 'fixed', 'none']

/**
 * Colours that stand apart for people who see few of them (Okabe and Ito), a shade lighter in the
 * dark; the lines differ in their dashes too.
 */
const STYLE = `
  .ground { fill: #ffffff } text { font-family: 'Noto Sans', 'DejaVu Sans', Arial, sans-serif; fill: #24292f }
  .small { font-size: 12px } .head { font-size: 14px; font-weight: 600 } .title { font-size: 17px; font-weight: 600 }
  .grid { stroke: #d0d7de; stroke-width: 1 } .faint { fill: #57606a }
  .line { fill: none; stroke-width: 2.5; stroke-linejoin: round } .band { stroke: none; opacity: 0.18 }
  .fsrs { stroke: #0072b2; fill: #0072b2 } .fsrsByDay { stroke: #009e73; fill: #009e73; stroke-dasharray: 8 4 }
  .fixed { stroke: #d55e00; fill: #d55e00; stroke-dasharray: 2 4; stroke-linecap: round } .none { stroke: #6e7781; fill: #6e7781; stroke-width: 1.5 }
  .line.fsrs, .line.fsrsByDay, .line.fixed, .line.none { fill: none }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117 } text { fill: #e6edf3 } .faint { fill: #9198a1 } .grid { stroke: #30363d }
    .fsrs { stroke: #56b4e9; fill: #56b4e9 } .fsrsByDay { stroke: #2dd4a7; fill: #2dd4a7 }
    .fixed { stroke: #f59e4b; fill: #f59e4b } .none { stroke: #9198a1; fill: #9198a1 }
  }`

/** Retention over the year as an SVG: one panel a model, the spread of the seeds as a band. */
export function drawYear(
  years: readonly SeedYear[],
  models: readonly { readonly name: string; readonly title: string }[],
  note: string,
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="What is remembered over a simulated year">`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>`,
    text(
      'title',
      PANEL.left,
      28,
      'What is remembered of all questions met so far, at each month’s end',
    ),
    ...models.flatMap((model, i) => panel(years, model, i)),
    ...legend(),
    text('small faint', PANEL.left, HEIGHT - 14, note),
    '</svg>',
    '',
  ].join('\n')
}

function panel(
  years: readonly SeedYear[],
  model: { readonly name: string; readonly title: string },
  index: number,
): string[] {
  const left = PANEL.left + index * (PANEL.width + PANEL.gap)
  const x = (month: number): number => left + (month / 11) * PANEL.width
  const y = (share: number): number => PANEL.top + (1 - share) * PANEL.height
  const [name = '', source = ''] = model.title.split(' (')
  const grid = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
    `<line class="grid" x1="${left}" x2="${left + PANEL.width}" y1="${y(share)}" y2="${y(share)}"/>`,
    ...(index === 0
      ? [text('small faint', left - 8, y(share) + 4, `${Math.round(share * 100)}%`, 'end')]
      : []),
  ])
  const months = MONTHS.flatMap((month, m) =>
    m % 2 === 0 ? [] : [text('small faint', x(m), y(0) + 18, month, 'middle')],
  )
  const lines = LINES.toReversed().flatMap((policy) => {
    const points = MONTHS.map((_, m) =>
      overSeeds(years, model.name, policy, (year) => year.retention[m] ?? Number.NaN),
    )
    const at = (m: number, share: number): string => `${x(m).toFixed(1)},${y(share).toFixed(1)}`
    const upper = points.map(({ max }, m) => at(m, max))
    const lower = points.map(({ min }, m) => at(m, min)).toReversed()
    return [
      `<polygon class="band ${policy}" points="${[...upper, ...lower].join(' ')}"/>`,
      `<polyline class="line ${policy}" points="${points.map(({ median }, m) => at(m, median)).join(' ')}"/>`,
    ]
  })
  return [
    text('head', left, PANEL.top - 26, name),
    text('small faint', left, PANEL.top - 9, source.replace(')', '')),
    ...grid,
    ...months,
    ...lines,
  ]
}

function legend(): string[] {
  const top = HEIGHT - 42
  let left = PANEL.left
  return LINES.flatMap((policy) => {
    const title = policyTitles[policy]
    const at = left
    // About the width of the letters: the next entry begins behind them.
    left += 52 + title.length * 6.9
    return [
      `<line class="line ${policy}" x1="${at}" x2="${at + 28}" y1="${top - 4}" y2="${top - 4}"/>`,
      text('small', at + 36, top, title),
    ]
  })
}

function text(name: string, x: number, y: number, words: string, anchor = 'start'): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<text class="${name}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${safe}</text>`
}

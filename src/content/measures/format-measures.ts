import type { TrackMeasures } from './measure-track.ts'

const COLUMNS: readonly (readonly [string, (of: TrackMeasures) => string])[] = [
  ['track', ({ track }) => track],
  ['lessons', ({ lessons }) => `${lessons}`],
  ['words', ({ words }) => `${words}`],
  ['words/sentence', ({ wordsPerSentence }) => wordsPerSentence.toFixed(1)],
  ['questions', ({ questions }) => `${questions}`],
  ['sources', ({ sources }) => `${sources}`],
  ['key a/b/c', ({ keys }) => keys.join('/')],
  ['right longest', ({ rightLongestPercent }) => `${rightLongestPercent.toFixed(1)}%`],
]

/** A table for a terminal, one line a track, names to the left and numbers to the right. */
export function formatMeasures(measures: readonly TrackMeasures[]): string {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...measures.map((of) => COLUMNS.map(([, show]) => show(of))),
  ]
  const widths = COLUMNS.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return column === 0 ? cell.padEnd(width) : cell.padStart(width)
        })
        .join('  '),
    )
    .join('\n')
}

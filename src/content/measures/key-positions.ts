import type { Question } from '../catalogue.ts'

/** How many right options stand first, second, third … in the file; at least three places. */
export function keyPositions(questions: readonly Question[]): number[] {
  const counts = [0, 0, 0]
  for (const { answer, texts } of questions) {
    const place = texts.id.options.findIndex(({ key }) => key === answer)
    while (counts.length <= place) counts.push(0)
    if (place !== -1) counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

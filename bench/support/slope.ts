export interface Slope {
  /** What comes with each unit of x. */
  readonly perUnit: number
  /** Standard error of that: how far chance alone may have moved it. */
  readonly error: number
}

/** The straight line that lies closest to the points (least squares). */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): Slope {
  const n = points.length
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  const together = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  const perUnit = together / spread
  const rest = points.reduce((sum, [x, y]) => sum + (y - meanY - perUnit * (x - meanX)) ** 2, 0)
  return { perUnit, error: Math.sqrt(rest / (n - 2) / spread) }
}

/**
 * Whether a thing that was looked at again and again stays as it is: over `span` it grows by no more
 * than `tolerated` in all, or by no more than chance explains (twice the standard error). Shrinking is
 * no leak.
 */
export function isFlat({ perUnit, error }: Slope, span: number, tolerated: number): boolean {
  return perUnit * span <= tolerated || perUnit - 2 * error <= 0
}

/** What is judged: the first third is left out. */
export function lastTwoThirds<T>(samples: readonly T[]): T[] {
  return samples.slice(Math.floor(samples.length / 3))
}

/** A part of a whole, as every rate is shown: with both its numbers. */
export interface Rate {
  readonly part: number
  readonly whole: number
}

/** Two-sided, 95 of 100. */
const Z = 1.959964

/**
 * The shares with which what was seen is compatible: Wilson's interval (1927, "Probable inference,
 * the law of succession, and statistical inference", JASA 22:209-212). Unlike the plain one it does
 * not shrink to nothing at 0 and 100%, and holds for a handful.
 *
 * @returns undefined of nothing, and of what is no share
 */
export function wilsonInterval({ part, whole }: Rate): readonly [number, number] | undefined {
  if (whole <= 0 || part > whole) return undefined
  const share = part / whole
  const scale = 1 + (Z * Z) / whole
  const centre = (share + (Z * Z) / (2 * whole)) / scale
  const half =
    (Z / scale) * Math.sqrt((share * (1 - share)) / whole + (Z * Z) / (4 * whole * whole))
  return [
    part === 0 ? 0 : Math.max(0, centre - half),
    part === whole ? 1 : Math.min(1, centre + half),
  ]
}

/** From so many on, chance moves a share by less than ten in a hundred: no interval is shown. */
export const SMALL_SAMPLE = 100

/** Of fewer people than this no rate is shown: it would say who it was. */
export const FEWEST_PEOPLE = 5

/**
 * The lanes of the outbox, most urgent first. A reply answers what a person just did; the others
 * are bulk and share the pace.
 */
export const lanes = ['reply', 'lesson', 'review', 'announcement', 'nudge'] as const

export type Lane = (typeof lanes)[number]

/** Every lane that has something waiting gets at least one part in `GUARANTEE` of the room. */
const GUARANTEE = 16

/**
 * How many rows to take from each lane when `room` rows fit: higher lanes go first, but each that
 * has something waiting gets a small share, so that none starves.
 *
 * @param waiting rows that wait, by lane; a missing lane has none
 * @param room    rows that fit, a whole number
 * @returns       rows to take, by lane, together at most `room`
 */
export function shareRoom(
  waiting: Readonly<Partial<Record<Lane, number>>>,
  room: number,
): Record<Lane, number> {
  const take: Record<Lane, number> = { reply: 0, lesson: 0, review: 0, announcement: 0, nudge: 0 }
  const guaranteed = Math.max(1, Math.floor(room / GUARANTEE))
  let left = Math.max(0, room)
  for (const lane of lanes) {
    take[lane] = Math.min(waiting[lane] ?? 0, guaranteed, left)
    left -= take[lane]
  }
  for (const lane of lanes) {
    const more = Math.min((waiting[lane] ?? 0) - take[lane], left)
    take[lane] += more
    left -= more
  }
  return take
}

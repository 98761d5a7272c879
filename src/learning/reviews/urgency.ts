/** A card that may be asked, as the order needs it. Days are counted from any one day. */
export interface WaitingCard {
  readonly questionId: string
  /** The last answer was wrong. */
  readonly lapsed: boolean
  /** Null before the first answer. */
  readonly stability: number | null
  readonly lastDay: number | null
  readonly dueDay: number
}

/**
 * The order in which due cards of one person are asked, the most urgent first: what was answered
 * wrong; then what is most likely forgotten, reckoned as days since the last answer over stability;
 * what was never asked comes last. The planner asks in this order in SQL (`urgentCards` of
 * cards-store.ts), for everybody at once; a test holds the two to each other.
 */
export function byUrgency(day: number): (a: WaitingCard, b: WaitingCard) => number {
  const fading = ({ stability, lastDay }: WaitingCard): number =>
    stability === null || lastDay === null ? -1 : (day - lastDay) / stability
  return (a, b) =>
    Number(b.lapsed) - Number(a.lapsed) ||
    fading(b) - fading(a) ||
    a.dueDay - b.dueDay ||
    (a.questionId < b.questionId ? -1 : 1)
}

/** The cards that a day brings: `load` at the most, of which `open` stand in the chat already. */
export function mostUrgent<C extends WaitingCard>(
  cards: readonly C[],
  { day, load, open }: { readonly day: number; readonly load: number; readonly open: number },
): C[] {
  const due = cards.filter((card) => card.dueDay <= day)
  return due.toSorted(byUrgency(day)).slice(0, Math.max(0, load - open))
}

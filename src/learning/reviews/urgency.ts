/** A card that may be asked, as the order needs it. Days are counted from any one day. */
export interface WaitingCard {
  readonly questionId: string
  /** The last answer was wrong. */
  readonly lapsed: boolean
  /** And the person had been sure of it. */
  readonly misled?: boolean
  readonly dueDay: number
}

/**
 * The order in which due cards of one person are asked, the most urgent first: what somebody was sure
 * of and had wrong; what was answered wrong, since that was promised for the next working day; then
 * what has been due longest, whether it was ever asked or not. The planner asks in this order in SQL
 * (`urgentCards` of cards-store.ts), for everybody at once; a test holds the two to each other. Why not
 * what is most likely forgotten: docs/decisions/what-comes-again-and-when.md.
 */
export function byUrgency(a: WaitingCard, b: WaitingCard): number {
  return (
    Number(b.misled ?? false) - Number(a.misled ?? false) ||
    Number(b.lapsed) - Number(a.lapsed) ||
    a.dueDay - b.dueDay ||
    (a.questionId < b.questionId ? -1 : 1)
  )
}

/** The cards that a day brings: `load` at the most, of which `open` stand in the chat already. */
export function mostUrgent<C extends WaitingCard>(
  cards: readonly C[],
  { day, load, open }: { readonly day: number; readonly load: number; readonly open: number },
): C[] {
  const due = cards.filter((card) => card.dueDay <= day)
  return due.toSorted(byUrgency).slice(0, Math.max(0, load - open))
}

/** The outbox row of a reminder. */
export function nudgeKey(deliveryId: number, step: number): string {
  return `nudge:${deliveryId}:${step}`
}

/** The question of old that comes with a reminder. */
export function nudgeReviewKey(deliveryId: number, step: number): string {
  return `nudge-review:${deliveryId}:${step}`
}

/** The outbox row that takes a reminder out of the chat before it is too old for that. */
export function fadingKey(deliveryId: number, step: number): string {
  return `nudge-fading:${deliveryId}:${step}`
}

/** The outbox row that takes a reminder out of the chat again. */
export function removalKey(deliveryId: number, step: number): string {
  return `nudge-removal:${deliveryId}:${step}`
}

/**
 * One part tells another that there is something to do, and need not know whether the other is in the
 * same process: where nobody listens, whoever is responsible finds it at its next look.
 */
export interface Bell {
  ring(): void
  /** Heard by the one that listened last. */
  listen(act: () => void): void
}

export function createBell(): Bell {
  let heard = (): void => undefined
  return {
    ring: () => {
      heard()
    },
    listen(act) {
      heard = act
    },
  }
}

export interface WhenQuiet {
  /** Something happened: the wait for quiet begins anew. */
  stir(): void
  /** Ends the wait, and resolves when what was begun is done. */
  stop(): Promise<void>
}

/**
 * Calls `act` once after any number of stirs, when it has been quiet for as long as `wait` takes;
 * never twice at a time, and again for what stirs while it runs.
 *
 * @param wait resolves after the quiet time, or when its signal aborts
 * @param act  deals with its own failures
 */
export function whenQuiet(
  wait: (signal: AbortSignal) => Promise<void>,
  act: () => Promise<void>,
): WhenQuiet {
  let stopped = false
  let waiting = new AbortController()
  let running: Promise<void> | undefined
  let stirred = false

  async function run(): Promise<void> {
    while (stirred && !stopped) {
      waiting = new AbortController()
      await wait(waiting.signal)
      if (waiting.signal.aborted) continue
      stirred = false
      await act()
    }
    running = undefined
  }

  return {
    stir() {
      if (stopped) return
      stirred = true
      waiting.abort()
      running ??= run()
    },
    async stop() {
      stopped = true
      waiting.abort()
      await running
    },
  }
}

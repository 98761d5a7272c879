/**
 * Asks at most once in so many milliseconds, and once at a time, however many ask: whoever watches
 * must not become a load by watching often.
 *
 * @param now elapsed milliseconds
 */
export function remembered<T>(
  ask: () => Promise<T>,
  forMs: number,
  now: () => number,
): () => Promise<T> {
  let last: { readonly at: number; readonly answer: Promise<T> } | undefined
  let asking: Promise<T> | undefined
  return () => {
    if (asking !== undefined) return asking
    if (last !== undefined && now() - last.at < forMs) return last.answer
    const answer = ask()
    asking = answer
    const over = (): void => {
      asking = undefined
      last = { at: now(), answer }
    }
    answer.then(over, over)
    return answer
  }
}

import { messageOf } from '../platform/errors.ts'

/**
 * Does one after the other, also where one before it failed: what always fails must not stop all that
 * stands behind it. Where a failure means that nothing can work, the rest is left for the next time.
 *
 * @param isThere whether what all of them need is there; asked after a failure
 * @throws what failed, after the last
 */
export async function eachInTurn(
  parts: readonly (() => Promise<unknown>)[],
  isThere: () => Promise<boolean>,
): Promise<void> {
  const failed: unknown[] = []
  for (const part of parts) {
    try {
      await part()
    } catch (error) {
      failed.push(error)
      if (!(await isThere())) break
    }
  }
  if (failed.length === 1) throw failed[0]
  if (failed.length > 1) throw new AggregateError(failed, failed.map(messageOf).join('; '))
}

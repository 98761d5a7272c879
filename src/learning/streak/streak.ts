/**
 * Teaching days in a row that were answered, up to now. Days off are no days here, so they break
 * nothing; the newest lesson may still stand open without breaking it either.
 *
 * @param days newest first
 */
export function streak(
  days: readonly { readonly day: string; readonly answered: boolean }[],
): number {
  const [newest, ...older] = days
  if (newest === undefined) return 0
  const settled = newest.answered ? days : older
  const firstMissed = settled.findIndex((day) => !day.answered)
  const run = firstMissed === -1 ? settled : settled.slice(0, firstMissed)
  return new Set(run.map((day) => day.day)).size
}

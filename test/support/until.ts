import { setTimeout as pause } from 'node:timers/promises'

/** Waits for a condition, looking often; fails with its name when it does not come true. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  name: string,
  timeoutMs = 60_000,
): Promise<void> {
  const started = performance.now()
  while (!(await condition())) {
    if (performance.now() - started > timeoutMs) throw new Error(`Waited in vain for: ${name}`)
    await pause(10)
  }
}

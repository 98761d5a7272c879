import { signal } from '@preact/signals'

/** Of the page with the simulator; the phones' own signal is another matter. */
export const connection = signal<'opening' | 'live' | 'lost'>('opening')

/** The last thing that went wrong in words; null once it was read. */
export const problem = signal<string | null>(null)

export function report(error: unknown): void {
  // A fetch that reached nobody; the notice of the connection says it better.
  if (error instanceof TypeError && /fetch|network/iu.test(error.message)) {
    connection.value = 'lost'
    return
  }
  problem.value = error instanceof Error ? error.message : String(error)
}

/** Lets something run by itself; what goes wrong in it is shown. */
export function go(work: Promise<unknown>): void {
  work.catch(report)
}

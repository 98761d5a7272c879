import { pause } from '../platform/elapsed.ts'

/** Elapsed time between two looks. */
const LOOK_MS = 15_000

/** A process that used more of the processor than this between two looks is at work. */
const IDLE_SHARE = 0.05

/** Heap that has to have come since the last time, in bytes: less is not worth a collection. */
const WORTH = 2 * 1024 * 1024

/**
 * Gives back memory that nobody uses: what reading the lessons and starting left behind, and later
 * what gathers while a process has little to do; V8 collects by what is allocated, and would keep it
 * for hours. Needs `--expose-gc`, as in `npm start`; without, it does nothing. Never while there is
 * work: a full collection holds everything up for some hundredths of a second.
 */
export async function keepSmall(ending: AbortSignal): Promise<void> {
  const { gc } = globalThis
  if (gc === undefined) return
  let kept = 0
  let idle = true
  while (!ending.aborted) {
    if (idle && process.memoryUsage().heapUsed > kept + WORTH) {
      await gc({ execution: 'async', flavor: 'last-resort', type: 'major' })
      kept = process.memoryUsage().heapUsed
    }
    const before = process.cpuUsage()
    await pause(LOOK_MS, ending)
    idle = isIdle(process.cpuUsage(before))
  }
}

/** @param used microseconds of the processor since the last look */
function isIdle({ user, system }: NodeJS.CpuUsage): boolean {
  return (user + system) / 1000 < LOOK_MS * IDLE_SHARE
}

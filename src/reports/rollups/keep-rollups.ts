import type { Db } from '../../platform/db/index.ts'
import { pause } from '../../platform/elapsed.ts'
import { forgetRollups, keepBatch, lockRollups, waitForRollups } from './keep-store.ts'

/** Marks of one transaction: enough to share its cost, few enough to be done in a blink. */
const BATCH = 1000

/** People of one transaction while everything is reckoned anew: most of its sums are shared. */
const REBUILD_BATCH = 1000

/**
 * Brings the roll-ups up to date with what has changed, a transaction a batch. Nothing happens while
 * somebody else does it; whatever was taken twice, came late or was deleted leads to the same rows,
 * since each is reckoned anew from the facts.
 *
 * @param most batches at the most; left out: until nothing is left
 * @returns changes that were taken up
 */
export async function keepRollups(db: Db, most = Number.POSITIVE_INFINITY): Promise<number> {
  let all = 0
  for (let batch = 0; batch < most; batch++) {
    const taken = await db.transaction(async (tx) =>
      (await lockRollups(tx)) === 'mine' ? keepBatch(tx, BATCH) : 0,
    )
    all += taken
    if (taken < BATCH) break
  }
  return all
}

/** Elapsed milliseconds for which a look at the figures waits for whoever keeps them, at the most. */
const PATIENCE_MS = 1000
const LOOK_MS = 50

/**
 * What changed a moment ago is in the figures that somebody is about to look at, where it is little:
 * one batch, by this process or by whoever is at it. Where more is left, they are those of moments ago.
 */
export async function freshenRollups(db: Db): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const turn = await db.transaction(async (tx) => {
      const found = await lockRollups(tx)
      if (found === 'mine') await keepBatch(tx, BATCH)
      return found
    })
    if (turn !== 'others') return
    await pause(LOOK_MS)
  }
}

/**
 * Reckons all roll-ups anew from the facts. While it runs, figures are those of the people who have
 * been reckoned so far.
 *
 * @param onStep told of how many people are done
 */
export async function rebuildRollups(db: Db, onStep?: (people: number) => void): Promise<number> {
  await db.transaction(async (tx) => {
    await waitForRollups(tx)
    await forgetRollups(tx)
  })
  let people = 0
  for (;;) {
    const taken = await db.transaction(async (tx) => {
      await waitForRollups(tx)
      return keepBatch(tx, REBUILD_BATCH)
    })
    people += taken
    onStep?.(people)
    if (taken < REBUILD_BATCH) return people
  }
}

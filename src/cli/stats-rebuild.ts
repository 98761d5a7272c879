import { parseArgs } from 'node:util'
import { elapsedMs } from '../platform/elapsed.ts'
import { rebuildRollups } from '../reports/index.ts'
import type { Run } from './command.ts'
import { withStore } from './with-store.ts'

/** Elapsed milliseconds between two lines on progress. */
const SAY_EVERY_MS = 2000

/** Reckons the roll-ups of the statistics anew from the recorded answers; the bot may run meanwhile. */
export const statsRebuild: Run = async (context) => {
  const { values } = parseArgs({
    args: [...context.args],
    options: { json: { type: 'boolean', default: false } },
  })
  let said = elapsedMs()
  const people = await withStore(context, (db) =>
    rebuildRollups(db, (done) => {
      if (elapsedMs() - said < SAY_EVERY_MS) return
      said = elapsedMs()
      context.stderr(`${done} people`)
    }),
  )
  context.stdout(
    values.json ? JSON.stringify({ people }) : `The statistics of ${people} people are rebuilt.`,
  )
  return 0
}

import { catalogueMark } from '../content/index.ts'
import { limitsOf } from '../messaging/index.ts'
import type { Queues } from '../platform/queue/index.ts'
import { readSystemStatus, type SystemStatus } from '../reports/index.ts'
import { readProgram } from './program.ts'
import type { Shared } from './wire-shared.ts'

/** Says how the system is at that moment, for the chat and for the page alike. */
export async function createSystemStatus(
  { db, botId, clock, config, live }: Shared,
  queues: Queues,
): Promise<() => Promise<SystemStatus>> {
  const program = await readProgram()
  const sendRate = limitsOf(config.sendRate).bulkPerSecond
  const content = () => ({
    mark: catalogueMark(live()),
    tracks: live().tracks.length,
    lessons: live().lessons.size,
  })
  return () => readSystemStatus({ db, botId, queues, sendRate, program, content }, clock.now())
}

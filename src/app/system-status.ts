import { readNights } from '../backups/index.ts'
import { catalogueMark } from '../content/index.ts'
import { limitsOf } from '../messaging/index.ts'
import type { Queues } from '../platform/queue/index.ts'
import type { Db } from '../platform/db/index.ts'
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
  const backup = (now: Date) => backupState(db, config.backupFolder !== undefined, now)
  const dependencies = { db, botId, queues, sendRate, program, content, backup }
  return () => readSystemStatus(dependencies, clock.now())
}

async function backupState(db: Db, isOn: boolean, now: Date): Promise<SystemStatus['backup']> {
  if (!isOn) return null
  const { last, missed } = await readNights(db)
  const ageMs = now.getTime() - (last?.endedAt.getTime() ?? 0)
  return { last: last === undefined ? null : { ageMs, bytes: last.bytes }, missed }
}

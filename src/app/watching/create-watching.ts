import { limitsOf } from '../../messaging/index.ts'
import { civilDay } from '../../learning/index.ts'
import { elapsedMs } from '../../platform/elapsed.ts'
import {
  createProcessMetrics,
  gauge,
  writeExposition,
  type Family,
} from '../../platform/metrics/index.ts'
import type { Queues } from '../../platform/queue/index.ts'
import { readGauges } from '../../reports/index.ts'
import type { Health } from '../../web/index.ts'
import { readProgram } from '../program.ts'
import { roles, type Role } from '../roles.ts'
import type { Shared } from '../wire-shared.ts'
import { describeGauges, describeQueues } from './gauges.ts'
import { createReadiness } from './readiness.ts'
import { remembered } from './remembered.ts'
import { within } from './within.ts'

/** What is read from the database and the queues is read at most this often: elapsed milliseconds. */
const FRESH_MS = 5000

/** A scrape that waits for longer is given without what it waits for: elapsed milliseconds. */
const PATIENCE_MS = 5000

/** Whoever asks how this process is, is answered from here; whichever roles it has. */
export async function createWatching(
  shared: Shared,
  queues: Queues,
  does: ReadonlySet<Role>,
): Promise<Health> {
  const { db, botId, clock, config, options, counts, closing } = shared
  const program = await readProgram()
  const sendRate = limitsOf(config.sendRate).bulkPerSecond
  const ready = createReadiness({
    db,
    botId,
    queues,
    needsQueues: does.has('worker'),
    migrations: program.migrations,
  })
  const ofProcess = createProcessMetrics(options.dataDir)
  closing.add('measuring', () => {
    ofProcess.stop()
    return Promise.resolve()
  })
  const about = gauge('sedikit_info', 'Version and roles of this process; always 1.', [
    {
      labels: {
        version: program.version,
        node: process.versions.node,
        roles: roles.filter((role) => does.has(role)).join(','),
      },
      value: 1,
    },
  ])
  const today = (now: Date): string => civilDay(config.timezone, now)
  const fromDatabase = remembered(
    async () => {
      const now = clock.now()
      return describeGauges(await readGauges(db, { botId, now, today: today(now) }), sendRate)
    },
    FRESH_MS,
    elapsedMs,
  )
  const fromQueues = remembered(
    async () => [describeQueues(await queues.counts())],
    FRESH_MS,
    elapsedMs,
  )

  return {
    ready,
    async metrics() {
      const [readiness, stored, queued, measured] = await Promise.all([
        ready(),
        within(fromDatabase(), PATIENCE_MS),
        within(fromQueues(), PATIENCE_MS),
        ofProcess.read(clock.now()),
      ])
      return writeExposition([
        about,
        readyGauge(readiness.missing.length === 0),
        ...(stored ?? []),
        ...(queued ?? []),
        ...counts.read(),
        ...measured,
      ])
    },
  }
}

function readyGauge(isReady: boolean): Family {
  return gauge('sedikit_ready', '1: this process has all that it needs.', [{ value: +isReady }])
}

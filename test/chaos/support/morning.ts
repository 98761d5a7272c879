import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { inject } from 'vitest'
import { writeSetting } from '../../../src/learning/index.ts'
import { addUnit } from '../../../src/people/index.ts'
import { movableClock } from '../../../src/platform/clock.ts'
import { connectDatabase, type Db } from '../../../src/platform/db/index.ts'
import { startSimulator, type Simulator } from '../../../src/simulator/index.ts'
import { addCrowd, openPhones } from '../../support/crowd.ts'
import { cloneDatabase, type ClonedDatabase } from '../../support/database.ts'
import { spawnApp } from '../../support/spawn-app.ts'
import { tcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts'
import type { Backend } from '../../support/world.ts'
import { seed } from './length.ts'
import { WEBHOOK_SECRET } from './rig.ts'
import { freePort } from './servers.ts'

export interface MorningOptions {
  readonly backend: Backend
  /** Civil time at which everybody's lesson is due; the morning begins `minutesBefore` it. */
  readonly dueAt: string
  readonly minutesBefore: number
  readonly people: number
}

/** A working morning: people who are due, and processes of the app whose civil time jumps together. */
export interface Morning {
  readonly simulator: Simulator
  readonly db: Db
  readonly ids: readonly number[]
  /** Between the app and Telegram. */
  readonly telegram: TcpProxy
  readonly processes: readonly ChildProcess[]
  /** Where updates are pushed to. */
  readonly webPort: number
  /** A process that begins where civil time is now. Updates are pushed to the first that lives. */
  start(): Promise<ChildProcess>
  /** Civil time jumps, for Telegram and for every process that lives. */
  jumpTo(moment: string): void
  kill(child: ChildProcess): Promise<void>
  close(): Promise<void>
}

const isAlive = (child: ChildProcess): boolean =>
  child.exitCode === null && child.signalCode === null

export async function openMorning(options: MorningOptions): Promise<Morning> {
  const dueAt = new Date(options.dueAt)
  const clock = movableClock(new Date(dueAt.getTime() - options.minutesBefore * 60_000))
  const database: ClonedDatabase = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  const own = connectDatabase(database.appUrl, { max: 3 })
  const simulator = await startSimulator({
    clock,
    seed,
    limits: { globalPerSecond: null, chatPerSecond: null },
  })
  const telegram = await tcpProxy(simulator.url)
  await addUnit(own.db, { name: 'Kabupaten Contoh', now: clock.now() })
  await writeSetting(own.db, 'assessment.asked', false, clock.now())
  await writeSetting(own.db, 'confidence.asked', false, clock.now())
  const ids = await addCrowd(own.db, { count: options.people, dueAt })
  openPhones(simulator, ids)
  const processes: ChildProcess[] = []
  const webPort = await freePort()
  /** Who listens where updates are pushed to; it is taken as soon as somebody starts. */
  let receiver: ChildProcess | 'starting' | undefined

  return {
    simulator,
    db: own.db,
    ids,
    telegram,
    processes,
    webPort,
    async start() {
      const receives = receiver === undefined || (receiver !== 'starting' && !isAlive(receiver))
      if (receives) receiver = 'starting'
      const child = await spawnApp({
        backend: options.backend,
        civilStart: clock.now().toISOString(),
        simulatorUrl: telegram.urlThrough(simulator.url).replace(/\/$/, ''),
        ownerUrl: database.ownerUrl,
        appUrl: database.appUrl,
        sendRate: 200,
        env: {
          PUBLIC_URL: `http://127.0.0.1:${webPort}`,
          WEBHOOK_SECRET,
          PORT: String(receives ? webPort : 0),
        },
      })
      processes.push(child)
      if (receives) receiver = child
      return child
    },
    jumpTo(moment) {
      clock.moveTo(new Date(moment))
      for (const child of processes) if (isAlive(child)) child.stdin?.write(moment)
    },
    async kill(child) {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    async close() {
      await Promise.all(
        processes.filter(isAlive).map(async (child) => {
          const gone = once(child, 'exit')
          child.kill('SIGKILL')
          await gone
        }),
      )
      await own.close()
      await telegram.close()
      await simulator.close()
      await database.drop()
    },
  }
}

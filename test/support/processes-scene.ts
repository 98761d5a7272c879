import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { inject } from 'vitest'
import type { Role } from '../../src/app.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { connectDatabase, type Database } from '../../src/platform/db/index.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import type { ClonedDatabase } from './database.ts'
import { spawnApp } from './spawn-app.ts'
import type { Backend } from './world.ts'

/** Tuesday, nine in Makassar. */
export const NINE = '2026-11-24T01:00:00.000Z'

/** Parts of the app as processes of their own, on one database and one Telegram without limits. */
export interface ProcessesScene {
  readonly database: ClonedDatabase
  /** As the owner of its tables. */
  readonly own: Database
  readonly simulator: Simulator
  readonly start: (backend: Backend, only: readonly Role[]) => Promise<ChildProcess>
  /** Kills what still runs. */
  close(): Promise<void>
}

export async function openProcesses(
  opening: (ownerUrl: string, appUrl: string) => Promise<ClonedDatabase>,
): Promise<ProcessesScene> {
  const children: ChildProcess[] = []
  const database = await opening(inject('ownerUrl'), inject('appUrl'))
  const own = connectDatabase(database.ownerUrl, { max: 2 })
  const simulator = await startSimulator({
    clock: movableClock(new Date(NINE)),
    limits: { globalPerSecond: null, chatPerSecond: null },
  })
  return {
    database,
    own,
    simulator,
    async start(backend, only) {
      const child = await spawnApp({
        backend,
        civilStart: NINE,
        simulatorUrl: simulator.url,
        ownerUrl: database.ownerUrl,
        appUrl: database.appUrl,
        sendRate: 100,
        only,
      })
      children.push(child)
      return child
    },
    async close() {
      for (const child of children) child.kill('SIGKILL')
      await Promise.all(children.map(ended))
      await simulator.close()
      await own.close()
      await database.drop()
    },
  }
}

/** @returns the code with which it ended; null: it was killed */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { addCrowd } from '../support/crowd.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { end, startCommand } from '../support/journey-process.ts'
import { copyLessons, type LessonFolder } from '../support/lesson-folder.ts'
import { spawnApp } from '../support/spawn-app.ts'
import { until } from '../support/until.ts'

const FIRST = 'fondasi/01-ai-alat-bantu.md'
const ADMIN = 5000

describe('SIGHUP', () => {
  let database: ClonedDatabase
  let connected: Database
  let simulator: Simulator
  let folder: LessonFolder
  let processes: ChildProcess[]
  beforeEach(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    connected = connectDatabase(database.appUrl, { max: 2 })
    simulator = await startSimulator({ clock: systemClock })
    folder = await copyLessons()
    processes = []
  })
  afterEach(async () => {
    for (const one of processes) {
      if (one.exitCode === null && one.signalCode === null) {
        const gone = once(one, 'exit')
        one.kill('SIGKILL')
        await gone
      }
    }
    await simulator.close()
    await connected.close()
    await database.drop()
    await folder.remove()
  })

  async function spawn(lessonsDir = folder.path): Promise<ChildProcess> {
    const child = await spawnApp({
      backend: 'postgres',
      civilStart: '2026-11-23T01:30:00Z',
      simulatorUrl: simulator.url,
      ownerUrl: database.ownerUrl,
      appUrl: database.appUrl,
      sendRate: 1000,
      lessonsDir,
    })
    processes.push(child)
    return child
  }

  /** Versions of the first question that were ever taken up. */
  async function versions(): Promise<number[]> {
    const rows = await rowsOf<{ version: number }>(
      connected.db,
      sql`select version from question_versions where question_id = 'fondasi-ai-alat-bantu-q1'
        order by version`,
    )
    return rows.map(({ version }) => version)
  }

  it('takes up what is right, refuses what is wrong, tells the admin, and ends nothing', async () => {
    const app = await spawn()
    await addCrowd(connected.db, { count: 1, dueAt: new Date('2026-12-31T01:00:00Z') })
    await connected.db.execute(sql`
      insert into roles (person_id, role, granted_at)
      select id, 'admin', '2026-11-23T01:00:00Z'::timestamptz from people where telegram_id = ${ADMIN}`)
    const admin = simulator.person({ id: ADMIN, firstName: 'Ahmad' })
    admin.start()
    await until(() => admin.messages().length > 1, 'an answer to /start')
    const told = (words: string): number =>
      admin.messages().filter(({ text }) => text.includes(words)).length

    await folder.edit(FIRST, 'Siapa yang bertanggung', 'Siapa yang tidak bertanggung')
    app.kill('SIGHUP')
    await until(async () => (await versions()).length === 2, 'the edit to be taken up')
    expect(await versions()).toEqual([1, 2])

    await folder.edit(FIRST, 'answer: b', 'answer: x')
    app.kill('SIGHUP')
    await until(() => told(`${FIRST}:`) > 0, 'the admin to be told')
    // A second time in a row nothing is told; the signals are answered in order.
    app.kill('SIGHUP')
    await folder.restore(FIRST)
    app.kill('SIGHUP')
    await until(() => told('sudah dimuat ulang') > 0, 'the admin to be told of the end of it')
    expect(await versions()).toEqual([1, 2])
    expect(told('belum bisa dipakai')).toBe(1)
    expect([app.exitCode, app.signalCode]).toEqual([null, null])
  })

  it('to one process is enough for all: each reads its own folder again', async () => {
    const elsewhere = await copyLessons()
    try {
      const app = await spawn()
      await spawn(elsewhere.path)
      await folder.edit(FIRST, 'Siapa yang bertanggung', 'Siapa yang tidak bertanggung')
      await elsewhere.edit(FIRST, 'Siapa yang bertanggung', 'Siapa yang selalu bertanggung')
      app.kill('SIGHUP')
      // The second wording stands in the other's folder alone.
      await until(async () => (await versions()).length === 3, 'both edits to be taken up')
      expect((await versions())[0]).toBe(1)
    } finally {
      await elsewhere.remove()
    }
  })

  it('reaches `sedikit start`, which goes on', async () => {
    const running = startCommand(['start'], {
      BOT_TOKEN: '123456:demo',
      TELEGRAM_API_ROOT: simulator.url,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      PORT: '0',
    })
    try {
      await running.says(/is running/)
      running.process.kill('SIGHUP')
      await running.says(/the lessons are unchanged/)
      running.process.kill('SIGTERM')
      expect((await running.finished).code).toBe(0)
    } finally {
      await end(running)
    }
  })

  it('that comes while the program still starts is kept until it can be heeded', async () => {
    const running = startCommand(['start', '--watch'], {
      BOT_TOKEN: '123456:demo',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      PORT: '0',
    })
    try {
      await running.says(/cannot be reached/i)
      running.process.kill('SIGHUP')
      running.process.kill('SIGTERM')
      expect((await running.finished).code).toBe(0)
    } finally {
      await end(running)
    }
  })
})

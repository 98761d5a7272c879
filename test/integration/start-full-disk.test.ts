import { randomBytes } from 'node:crypto'
import { appendFile, chmod, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { findEmbedded } from '../../src/platform/embedded/index.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { end, runCommand, startCommand, type Running } from '../support/journey-process.ts'
import { canMount, copyProgram, type ProgramCopy } from '../support/program-copy.ts'
import { until } from '../support/until.ts'

const stack = /^\s+at /m
const mounts = await canMount()

let copy: ProgramCopy
let simulator: Simulator
let env: Record<string, string>
beforeAll(async () => {
  copy = await copyProgram()
  simulator = await startSimulator({ clock: systemClock })
  env = { BOT_TOKEN: '123456:demo', TELEGRAM_API_ROOT: simulator.url, PORT: '0' }
})
afterAll(async () => {
  await simulator.close()
  await copy.remove()
})

/** A start that must end in words and leave no database behind. */
async function expectRefusal(words: RegExp, hint: string): Promise<void> {
  const { code, stdout, stderr } = await runCommand(['start'], env, copy.entry)
  expect(stderr).toMatch(words)
  expect(stderr).toContain(hint)
  expect(stderr).not.toMatch(stack)
  expect([code, stdout]).toEqual([1, ''])
  const left = await readdir(join(copy.data, 'postgres')).catch(() => [])
  expect(left.filter((name) => /^(cluster|stage-|owner\.)/.test(name))).toEqual([])
  expect(simulator.isPolling()).toBe(false)
}

// Root is held up by no right: where nothing can be mounted, only others see a read-only folder.
describe.runIf(!mounts && process.getuid?.() !== 0)('as a plain user', () => {
  it('refuses a data folder that cannot be written to', async () => {
    await mkdir(copy.data, { recursive: true })
    await chmod(copy.data, 0o555)
    await expectRefusal(/database folder .* cannot be used/, 'Start as the user that owns')
    await chmod(copy.data, 0o755)
  })
})

describe.skipIf(!mounts)('a data folder on a disk of its own', { timeout: 300_000 }, () => {
  it('that is read-only or full is refused in words, and nothing is left behind', async () => {
    await copy.mountData(4, 'ro')
    await expectRefusal(/database folder .* cannot be used: EROFS/, 'Choose a folder that can be')
    await copy.mountData(4, 'rw')
    await expectRefusal(/No space left on device/, 'Free some disk space')
  })

  it('that fills up while it runs: said once, nothing is lost, and it goes on by itself', async () => {
    await copy.mountData(400, 'rw')
    let app: Running | undefined
    try {
      app = startCommand(['start'], env, copy.entry)
      // A new database, on a machine that others use too.
      await app.says(/is running/, 240_000)
      const person = simulator.person({ id: 4711, firstName: 'Rina', languageCode: 'id' })
      const seen = (): number => person.messages().filter(({ fromBot }) => fromBot).length
      person.start()
      await until(() => seen() > 0, 'an answer before the disk is full')

      await fill(join(copy.data, 'filler'))
      for (let n = 0; n < 40; n++) person.sendText(randomBytes(2000).toString('base64'))
      await app.says(/The disk of the database is full: nothing is received any more/)
      expect(app.process.exitCode).toBeNull()
      expect(app.stderr()).not.toMatch(/uncaught|unhandled/i)

      await rm(join(copy.data, 'filler'))
      await app.says(/receiving updates works again/)
      expect(await stored()).toBe(41)
      expect(app.stderr().match(/disk of the database is full/g)).toHaveLength(1)
      const before = seen()
      person.sendText('/bantuan')
      await until(() => seen() > before, 'an answer after the disk has room again')
      app.process.kill('SIGTERM')
      expect((await app.finished).code).toBe(0)
    } finally {
      if (app !== undefined) await end(app)
    }
  })
})

/** Writes until the file system takes no more. */
async function fill(file: string): Promise<void> {
  for (const bytes of [2 ** 22, 2 ** 12]) {
    const block = Buffer.alloc(bytes)
    for (;;) {
      const isFull = await appendFile(file, block).then(
        () => false,
        () => true,
      )
      if (isFull) break
    }
  }
}

/** How many updates stand in the inbox, each once. */
async function stored(): Promise<unknown> {
  const embedded = await findEmbedded(join(copy.data, 'postgres'))
  if (embedded.kind !== 'running') throw new Error('no database runs')
  const sql = postgres(embedded.appUrl, { max: 1 })
  const [row] = await sql`select count(distinct update_id)::int as n from inbox`
  await sql.end({ timeout: 2 })
  return row?.['n']
}

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { callInProcess, runCommand } from '../support/journey-process.ts'
import { LESSONS } from '../support/world.ts'

const stack = /^\s+at /m

describe('what is no command', () => {
  it('ends a process with 2, in words', async () => {
    const { code, stdout, stderr } = await runCommand(['frobnicate'])
    expect(stderr).toContain('There is no command "frobnicate"')
    expect(stderr).not.toMatch(stack)
    expect([code, stdout]).toEqual([2, ''])
  })

  it.each([[['unit']], [['unit', 'remove', 'x']], [['START']]])(
    '%j: says so, shows them all, and gives 2',
    async (args) => {
      const { code, stdout, stderr } = await callInProcess(args)
      expect(stderr).toContain(`There is no command "${args.join(' ')}"`)
      expect(stderr).toContain('invite create')
      expect([code, stdout]).toEqual([2, ''])
    },
  )

  it.each([[[]], [['help']], [['--help']], [['unit', 'add', '--help']]])(
    '%j: helps',
    async (args) => {
      const { code, stdout, stderr } = await callInProcess(args)
      expect(stdout).toContain('unit add')
      expect([code, stderr]).toEqual([0, ''])
    },
  )

  it('shows what a command takes', async () => {
    const { stdout } = await callInProcess(['invite', 'create', '--help'])
    expect(stdout).toContain('--unit <name>')
  })

  /** Never the embedded database of the project: nothing listens on port 1. */
  const nowhere = { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/d' }

  it.each([
    [['unit', 'list', '--nope']],
    [['unit', 'list', 'all']],
    [['migrate', 'now']],
    [['invite', 'create', '--uses']],
  ])('%j: an option that is none, in a line with the usage', async (args) => {
    const { code, stderr } = await callInProcess(args, nowhere)
    expect(stderr).toContain('Usage: ')
    expect(stderr).not.toMatch(stack)
    expect(code).toBe(2)
  })
})

describe('units, invites and admins from the shell', () => {
  let database: ClonedDatabase
  let simulator: Simulator
  let env: Record<string, string>
  let sql: postgres.Sql
  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    simulator = await startSimulator({ clock: systemClock })
    env = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl }
    sql = postgres(database.ownerUrl, { max: 1 })
  })
  afterAll(async () => {
    await sql.end()
    await simulator.close()
    await database.drop()
  })

  it('migrates, and says so; a second time changes nothing', async () => {
    const first = await runCommand(['migrate'], env)
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(await callInProcess(['migrate'], env)).toMatchObject({ code: 0, stdout: first.stdout })
  })

  it('adds units and lists them', async () => {
    expect((await callInProcess(['unit', 'list'], env)).stdout).toContain('unit add')
    const root = await callInProcess(['unit', 'add', 'Pemkab', 'Contoh', '--json'], env)
    expect(JSON.parse(root.stdout)).toMatchObject({ name: 'Pemkab Contoh', parentId: null })
    expect((await callInProcess(['unit', 'add', 'Dinas "A" & B'], env)).stdout).toContain(
      'Dinas "A" & B',
    )
    await callInProcess(['unit', 'add', 'Puskesmas', '--parent', 'dinas "a" & b'], env)
    const listed = JSON.parse((await callInProcess(['unit', 'list', '--json'], env)).stdout) as {
      name: string
      parentId: string | null
    }[]
    expect(listed.map((unit) => unit.name)).toEqual(['Dinas "A" & B', 'Pemkab Contoh', 'Puskesmas'])
    expect(listed.filter((unit) => unit.parentId === null)).toHaveLength(1)
  })

  it('gives a unit a sector, and takes it back', async () => {
    const set = await callInProcess(['unit', 'sector', 'Puskesmas', 'kesehatan', '--json'], env)
    expect(JSON.parse(set.stdout)).toEqual({ unit: 'Puskesmas', sector: 'kesehatan' })
    const sectors = await sql`select name, sector from units where sector is not null`
    expect(sectors.map((row) => row['name'] as string)).toEqual(['Puskesmas'])
    await callInProcess(['unit', 'sector', 'puskesmas', '--inherit'], env)
    expect(await sql`select 1 from units where sector is not null`).toHaveLength(0)
  })

  it('shows what is set, sets it within its bounds, and takes it back', async () => {
    const read = async (...args: string[]): Promise<unknown> =>
      JSON.parse((await callInProcess(['settings', ...args, '--json'], env)).stdout)
    expect(await read()).toMatchObject({ 'review.retention': 0.9, 'review.load': 2 })
    expect(await read('review.load', '3')).toMatchObject({ 'review.load': 3 })
    expect(await read()).toMatchObject({ 'review.load': 3 })
    expect(await read('review.load', 'default')).toMatchObject({ 'review.load': 2 })
  })

  it.each([
    [['unit', 'sector', 'Puskesmas', 'entah'], /No track is for the sector "entah"/],
    [['unit', 'sector', 'Entah', 'kesehatan'], /no unit named "Entah"/],
    [['unit', 'sector', 'kesehatan'], /Which unit, and which sector/],
    [['settings', 'review.muat', '3'], /no setting "review.muat"/],
    [['settings', 'review.load'], /review.load to what/],
    [['settings', 'review.load', '9'], /review.load cannot be "9"/],
    [['settings', 'review.retention', 'banyak'], /review.retention cannot be "banyak"/],
    [['unit', 'add'], /Which unit/],
    [['unit', 'add', '  '], /name/i],
    [['unit', 'add', 'x'.repeat(121)], /1 to 120/],
    [['unit', 'add', 'PEMKAB CONTOH'], /already/],
    [['unit', 'add', 'Baru', '--parent', 'Entah'], /no unit named "Entah"/],
    [['invite', 'create'], /--unit/],
    [['invite', 'create', '--unit', 'Entah'], /no unit named "Entah"/],
    [['invite', 'create', '--unit', 'Puskesmas', '--uses', '0'], /--uses/],
    [['invite', 'create', '--unit', 'Puskesmas', '--days', 'lama'], /--days/],
    [['admin', 'add', 'ahmad'], /Telegram id/],
    [['admin', 'add', '777'], /777/],
  ])('%j is refused in a line, and writes nothing', async (args, words) => {
    const counted = sql`select (select count(*)::int from units) as units,
      (select count(*)::int from invites) as invites, (select count(*)::int from roles) as roles`
    const before = [...(await counted)]
    const { code, stdout, stderr } = await callInProcess(args, env)
    expect(stderr).toMatch(words)
    expect(stderr).not.toMatch(stack)
    expect([code, stdout]).toEqual([1, ''])
    const after = await sql`select (select count(*)::int from units) as units,
      (select count(*)::int from invites) as invites, (select count(*)::int from roles) as roles`
    expect([...after]).toEqual(before)
  })

  it('makes an invite: a code without a token, a link with one', async () => {
    const args = ['invite', 'create', '--unit', 'puskesmas', '--uses', '3', '--days', '2']
    const bare = await callInProcess(args, env)
    expect(bare).toMatchObject({ code: 0, stderr: '' })
    expect(bare.stdout).toMatch(/[A-Za-z0-9_-]{22}/)
    const full = await callInProcess([...args, '--json'], {
      ...env,
      BOT_TOKEN: '123456:demo',
      TELEGRAM_API_ROOT: simulator.url,
    })
    const made = JSON.parse(full.stdout) as { link: string; code: string; uses: number }
    expect(made).toMatchObject({ unit: 'Puskesmas', uses: 3 })
    expect(made.link).toBe(`https://t.me/${simulator.botUsername}?start=${made.code}`)
    const stored = await sql`select grants, max_uses, uses from invites order by id desc limit 1`
    expect([...stored]).toEqual([{ grants: 'unit', max_uses: 3, uses: 0 }])
  })

  it('a refused token leaves no invite that nobody has the code of', async () => {
    const before = [...(await sql`select count(*)::int as n from invites`)]
    const { code, stderr } = await callInProcess(['invite', 'create', '--unit', 'Puskesmas'], {
      ...env,
      BOT_TOKEN: '654321:rahasia',
      TELEGRAM_API_ROOT: simulator.url,
    })
    expect(stderr).toMatch(/Telegram refuses BOT_TOKEN/)
    expect(stderr).not.toMatch(stack)
    expect(code).toBe(1)
    expect([...(await sql`select count(*)::int as n from invites`)]).toEqual(before)
  })

  it('gives a code that makes an admin, also as JSON', async () => {
    expect((await callInProcess(['admin', 'add'], env)).stdout).toMatch(/\/start [A-Za-z0-9_-]{22}/)
    const { stdout } = await callInProcess(['admin', 'add', '--json'], env)
    expect(JSON.parse(stdout)).toEqual({ code: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/) })
  })
})

describe('lessons check', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sedikit-lessons-'))
    await cp(LESSONS, folder, { recursive: true })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('counts what is in order', async () => {
    const { code, stdout } = await callInProcess(['lessons', 'check', folder, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ errors: [] })
  })

  it('names file and line of every mistake, and exits with 1', async () => {
    const file = join(folder, 'fondasi', '02-apa-itu-ai.md')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace(/^ {2}id: .*$/m, '').replace(/answer: .*/, 'answer: zz'))
    await writeFile(join(folder, 'fondasi', '03-cara-chatbot-menulis.md'), 'no front matter')
    const { code, stderr } = await runCommand(['lessons', 'check', folder])
    expect(stderr).toMatch(/02-apa-itu-ai\.md:\d+: /)
    expect(stderr).toMatch(/03-cara-chatbot-menulis\.md:\d+: /)
    expect(stderr).not.toMatch(stack)
    expect(code).toBe(1)
  })

  it.each(['/nonexistent/lessons', LESSONS.replace(/lessons\/?$/, 'package.json')])(
    'refuses what is no folder of lessons: %s',
    async (path) => {
      const { code, stderr } = await callInProcess(['lessons', 'check', path])
      expect(stderr).not.toBe('')
      expect(stderr).not.toMatch(stack)
      expect(code).toBe(1)
    },
  )
})

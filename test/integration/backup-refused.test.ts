import { sql } from 'drizzle-orm'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { knownMigrations } from '../../src/app.ts'
import { makeBackup } from '../../src/backups/index.ts'
import { readingOf } from '../../src/backups/read-archive.ts'
import { createArchive } from '../../src/backups/write-archive.ts'
import { addUnit } from '../../src/people/index.ts'
import {
  applyMigrations,
  connectDatabase,
  rowsOf,
  withDatabase,
  withSession,
} from '../../src/platform/db/index.ts'
import { countsAt, openBackupBench, type BackupBench, type MadeBackup } from '../support/backups.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { callInProcess, type Finished } from '../support/journey-process.ts'

const NOW = new Date('2026-11-20T02:00:00Z')

/** What a file says of itself, changed. */
type Change = (name: string, text: string) => string

describe('what a restore refuses', () => {
  let bench: BackupBench
  let source: ClonedDatabase
  let made: MadeBackup
  let bytes: Buffer
  beforeAll(async () => {
    bench = await openBackupBench()
    source = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    await withDatabase(source.appUrl, (db) => addUnit(db, { name: 'Pemkab Contoh', now: NOW }))
    made = await bench.backUp(bench.envOf(source))
    bytes = await readFile(made.file)
  })
  afterAll(async () => {
    await source.drop()
    await bench.close()
  })

  const restore = (file: string, into: ClonedDatabase, ...more: string[]): Promise<Finished> =>
    callInProcess(['restore', file, ...more], bench.envOf(into))

  async function written(name: string, content: Uint8Array): Promise<string> {
    const file = join(bench.folder, name)
    await writeFile(file, content)
    return file
  }

  /** The same backup with other words of itself; whole, as if another version had written it. */
  async function rewritten(name: string, change: Change): Promise<string> {
    const file = join(bench.folder, name)
    const archive = await createArchive(file)
    await readingOf(made.file, async (entries) => {
      for await (const entry of entries) {
        if (entry.name === 'sha256') continue
        const content = entry.name.endsWith('.json')
          ? Buffer.from(change(entry.name, entry.content.toString()))
          : entry.content
        await archive.add(entry.name, content)
      }
    })
    await archive.finish()
    await archive.close()
    return file
  }

  async function refused(file: string, into: ClonedDatabase, ...more: string[]): Promise<string> {
    const before = await countsAt(into.ownerUrl)
    const { code, stdout, stderr } = await restore(file, into, ...more)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(await countsAt(into.ownerUrl)).toEqual(before)
    return stderr
  }

  it('a file that is damaged anywhere, cut short anywhere, or no backup at all', async () => {
    const into = await bench.empty()
    const flipped = (at: number): Buffer => {
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ 0x10
      return copy
    }
    const size = bytes.length
    const broken: [string, Uint8Array][] = [
      ['empty.tar', Buffer.alloc(0)],
      ['words.tar', Buffer.from('Bukan cadangan.\n'.repeat(100))],
      ['zeros.tar', Buffer.alloc(20_000)],
      ...[0, 130, 600, Math.floor(size / 2), size - 3000, size - 1500, size - 1].map(
        (at): [string, Uint8Array] => [`flipped-${at}.tar`, flipped(at)],
      ),
      ...[511, 512, 5000, Math.floor(size / 2), size - 1024, size - 1].map(
        (length): [string, Uint8Array] => [`cut-${length}.tar`, bytes.subarray(0, length)],
      ),
      ['longer.tar', Buffer.concat([bytes, Buffer.from('x')])],
    ]
    for (const [name, content] of broken) {
      const stderr = await refused(await written(name, content), into)
      expect([name, stderr]).toEqual([name, expect.stringContaining('damaged or cut short')])
    }
    expect(await countsAt(into.ownerUrl)).toEqual({})
  })

  it('a file that is not there, or is a folder; no file, or two', async () => {
    const into = await bench.empty()
    const folder = join(bench.folder, 'folder.tar')
    await mkdir(folder)
    expect(await refused(join(bench.folder, 'none.tar'), into)).toContain('cannot be read: ENOENT')
    expect(await refused(folder, into)).toContain('cannot be read: it is no file')
    expect((await callInProcess(['restore'])).stderr).toContain('Name one file')
    expect((await callInProcess(['restore', 'a', 'b'])).stderr).toContain('Name one file')
    expect(await callInProcess(['restore', made.file, '--force'])).toMatchObject({ code: 2 })
  })

  it('one of a newer version, of another line, or of a format to come', async () => {
    const into = await bench.empty()
    const newer = await rewritten('newer.tar', (name, text) =>
      name === 'backup.json'
        ? text.replace('"migrations": [', '"migrations": [{"when": 4000000000000, "hash": "x"},')
        : text,
    )
    expect(await refused(newer, into)).toContain('was made by a newer version')
    const checked = await callInProcess(['restore', newer, '--check', '--json'])
    expect(checked.code).toBe(1)
    expect(JSON.parse(checked.stdout)).toMatchObject({ version: 'newer' })
    const other = await rewritten('other.tar', (name, text) =>
      name === 'backup.json'
        ? text.replace('"migrations": [', '"migrations": [{"when": 1, "hash": "x"},')
        : text,
    )
    expect(await refused(other, into)).toContain('whose migrations this version does not know')
    const format = await rewritten('format.tar', (_, text) =>
      text.replace('sedikit-backup/1', 'sedikit-backup/2'),
    )
    expect(await refused(format, into)).toContain('of a format that this version does not know')
  })

  it('a database that holds something, unless it is to be replaced, and then that is kept', async () => {
    const into = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    try {
      await withDatabase(into.appUrl, (db) => addUnit(db, { name: 'Yang Lama', now: NOW }))
      expect(await refused(made.file, into)).toContain(
        'The database is not empty: it holds 1 rows of units',
      )
      const unitsOf = () =>
        withDatabase(into.appUrl, (db) => rowsOf(db, sql`select name from units order by name`))
      const { code, stdout } = await restore(made.file, into, '--replace', '--json')
      expect(code).toBe(0)
      expect(await unitsOf()).toEqual([{ name: 'Pemkab Contoh' }])
      const kept = z.object({ kept: z.string() }).parse(JSON.parse(stdout)).kept
      expect(kept).toMatch(/-before-restore\.tar$/)
      expect(await restore(kept, into, '--replace')).toMatchObject({ code: 0 })
      expect(await unitsOf()).toEqual([{ name: 'Yang Lama' }])
    } finally {
      await into.drop()
    }
  })

  it('a database of another program, also to be replaced; and one of a newer version', async () => {
    const foreign = await bench.empty()
    await withDatabase(foreign.ownerUrl, (db) => db.execute(sql`create table theirs (id int)`))
    expect(await refused(made.file, foreign, '--replace')).toContain('tables of another program')
    const newer = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    try {
      await withDatabase(newer.ownerUrl, (db) =>
        db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at)
          values ('x', 4000000000000)`),
      )
      expect(await refused(made.file, newer, '--replace')).toContain('of a newer version')
    } finally {
      await newer.drop()
    }
  })

  it('a database on which a bot is at work, or which somebody migrates', async () => {
    const into = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    const bot = connectDatabase(into.appUrl, { name: 'sedikit-app' })
    await bot.db.execute(sql`select 1`)
    expect(await refused(made.file, into, '--replace')).toContain('A bot, or somebody who migrates')
    await bot.close()
    await withSession(into.ownerUrl, 'migrating', async (session) => {
      await session.run('select pg_advisory_lock(7305463)')
      expect(await refused(made.file, into, '--replace')).toContain('is at work on this database')
    })
    await into.drop()
  })

  it('what turns out wrong only half-way leaves nothing behind', async () => {
    const wrong = await rewritten('wrong.tar', (name, text) =>
      name === 'counts.json'
        ? text.replace(/("name": "units",\s+"rows": )1/, (_, head: string) => `${head}2`)
        : text,
    )
    const into = await bench.empty()
    const { code, stderr } = await restore(wrong, into)
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('Of units 1 rows came, and the backup counts 2'),
    ])
    expect(await countsAt(into.ownerUrl)).toEqual({})
  })

  it('nothing of a database that cannot be reached', async () => {
    const { code, stderr } = await callInProcess(['restore', made.file], {
      DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/d',
    })
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('cannot be reached at 127.0.0.1:1/d'),
    ])
    expect(stderr).not.toContain('secret')
  })

  it('but not one of an older version: it is migrated, and its rows with it', async () => {
    const old = await bench.empty()
    const known = knownMigrations()
    const had = known.slice(0, -3)
    await withSession(old.ownerUrl, 'old', async (session) => {
      await applyMigrations(session, had)
      await session.run(`insert into units (id, name, created_at)
        values (gen_random_uuid(), 'Dari Dulu', '2026-01-01Z')`)
    })
    const folder = join(bench.folder, 'old')
    const { file } = await makeBackup({
      url: old.ownerUrl,
      from: 'server',
      program: '0.1.0',
      madeAt: NOW,
      folder,
    })
    const into = await bench.empty()
    const { code, stdout } = await restore(file, into)
    expect([code, stdout]).toEqual([0, expect.stringContaining('3 migration(s) were applied')])
    expect(await countsAt(into.ownerUrl)).toMatchObject({ units: 1 })
    const applied = await withDatabase(into.ownerUrl, (db) =>
      rowsOf<{ hash: string }>(db, sql`select hash from drizzle.__drizzle_migrations order by id`),
    )
    expect(applied.map(({ hash }) => hash)).toEqual(known.map(({ hash }) => hash))
    expect(await readdir(folder)).toHaveLength(1)
  })
})

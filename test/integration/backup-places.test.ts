import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { callInProcess, type Finished } from '../support/journey-process.ts'

/** Small enough that even an empty database does not fit. */
const SMALL = 'size=32k'

describe('where a backup cannot be written', () => {
  let base: string
  let source: ClonedDatabase
  const mounted: string[] = []
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'sedikit-places-'))
    source = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  })
  afterAll(async () => {
    for (const folder of mounted) spawnSync('umount', [folder])
    await source.drop()
    await rm(base, { recursive: true, force: true })
  })

  const backUp = (to: string): Promise<Finished> =>
    callInProcess(['backup', '--to', to], {
      DATABASE_URL: source.appUrl,
      DATABASE_OWNER_URL: source.ownerUrl,
    })

  /** @returns false where this user may mount nothing */
  async function mount(name: string, options: string): Promise<string | undefined> {
    const folder = join(base, name)
    await mkdir(folder)
    const done = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder])
    if (done.status !== 0) return undefined
    mounted.push(folder)
    return folder
  }

  it('a full disk: said, nothing half is left, and what is there stays', async ({ skip }) => {
    const folder = await mount('full', SMALL)
    if (folder === undefined) return skip('this user may not mount')
    const older = join(folder, 'sedikit-20260101-000000.tar')
    await writeFile(older, 'older')
    const { code, stdout, stderr } = await backUp(folder)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('The disk is full')
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(await readdir(folder)).toEqual(['sedikit-20260101-000000.tar'])
    expect(await readFile(older, 'utf8')).toBe('older')
  })

  it('a file system that is read only', async ({ skip }) => {
    const folder = await mount('read-only', 'ro')
    if (folder === undefined) return skip('this user may not mount')
    const { code, stderr } = await backUp(folder)
    expect([code, stderr]).toEqual([1, expect.stringContaining('cannot be written to')])
  })

  it('a file where the folder should be', async () => {
    const file = join(base, 'file')
    await writeFile(file, 'in the way')
    for (const folder of [file, join(file, 'below')]) {
      const { code, stderr } = await backUp(folder)
      expect([code, stderr]).toEqual([1, expect.stringContaining('No backup was made in')])
      expect(stderr).not.toMatch(/^\s+at /m)
    }
    expect(await readFile(file, 'utf8')).toBe('in the way')
  })

  it('a folder that is not there yet is made, for its owner alone', async () => {
    const folder = join(base, 'new', 'deep')
    const { code, stdout } = await backUp(folder)
    expect([code, stdout]).toEqual([0, expect.stringContaining('rows are backed up in')])
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  })

  it('a database that is not there', async () => {
    const url = new URL('/not_there', source.appUrl).href
    const { code, stderr } = await callInProcess(['backup', '--to', base], { DATABASE_URL: url })
    expect([code, stderr]).toEqual([1, expect.stringContaining('cannot be reached')])
  })
})

import { once } from 'node:events'
import { chown, cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { binariesIn, findBinaries, runnableBinaries } from '../../src/platform/embedded/binaries.ts'
import { canEnter, chooseServerUser } from '../../src/platform/embedded/server-user.ts'
import { UserError } from '../../src/platform/errors.ts'
import { expectGone, isRoot, query, useEmbedded } from './embedded-support.ts'

const embedded = useEmbedded()

describe('places and permissions', () => {
  test.runIf(isRoot)('as root below a folder that only root may enter', async () => {
    const closed = join(embedded.base, 'closed')
    await mkdir(closed, { mode: 0o700 })
    embedded.dataDir = join(closed, 'data')
    const first = await embedded.start()
    expect(first.clusterDir.startsWith(embedded.shelter)).toBe(true)
    await query(first.ownerUrl, 'create table kept as select 7 as n')
    await first.stop()
    const second = await embedded.start()
    expect(second.clusterDir).toBe(first.clusterDir)
    expect(await query(second.appUrl, 'select n from kept')).toEqual([{ n: 7 }])
    await second.stop()
    expect((await stat(closed)).mode & 0o777).toBe(0o700)

    await rm(join(first.clusterDir, '..'), { recursive: true })
    await expect(embedded.start()).rejects.toThrow(/which is gone/)
    await rm(join(embedded.dataDir, 'cluster.path'))
  })

  test.runIf(isRoot)(
    'as root with binaries that only root may reach: a copy, made once',
    async () => {
      const closed = join(embedded.base, 'closed-binaries')
      await mkdir(closed, { mode: 0o700 })
      await cp(findBinaries().root, join(closed, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
      })
      const user = await chooseServerUser([])
      const hidden = binariesIn(join(closed, 'native'))
      const copy = await runnableBinaries(hidden, user, embedded.shelter)
      expect(copy.root.startsWith(embedded.shelter)).toBe(true)
      const made = await stat(copy.root)
      expect(await runnableBinaries(hidden, user, embedded.shelter)).toEqual(copy)
      expect((await stat(copy.root)).ino).toBe(made.ino)
      expect(
        (await readdir(embedded.shelter)).filter((name) => name.startsWith('postgres-')).length,
      ).toBe(1)
    },
  )

  test.runIf(isRoot)('as an ordinary user', async ({ skip }) => {
    const user = await chooseServerUser([])
    if (user === undefined || !(await canEnter(join(process.execPath, '..'), user))) {
      return skip('Node is installed where an ordinary user cannot reach it')
    }
    await mkdir(embedded.dataDir)
    const refused = await embedded.host(user).next()
    expect(refused.error).toBe('UserError')
    expect(refused.message).toContain('EACCES')
    await chown(embedded.dataDir, user.uid, user.gid)
    const { next, child } = embedded.host(user)
    const { clusterDir = '', pid = 0, adopted } = await next()
    expect(adopted).toBe(false)
    expect((await stat(clusterDir)).uid).toBe(user.uid)
    child.stdin.end()
    await once(child, 'exit')
    await expectGone(clusterDir, pid)
  })

  test('a file where the folder should be, lost passwords, missing binaries: said in words', async () => {
    await writeFile(embedded.dataDir, '')
    await expect(embedded.start()).rejects.toThrow(UserError)
    await rm(embedded.dataDir)

    await (await embedded.start()).stop()
    await rm(join(embedded.dataDir, 'secrets.json'))
    await expect(embedded.start()).rejects.toThrow(/secrets\.json is missing/)

    const elsewhere = pathToFileURL(join(embedded.base, 'module.js')).href
    expect(() => findBinaries(elsewhere)).toThrow(/not installed/)
  })
})

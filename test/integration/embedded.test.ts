import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findBinaries, runnableBinaries } from '../../src/platform/embedded/binaries.ts'
import { removeEmbeddedPostgres } from '../../src/platform/embedded/index.ts'
import { launchServer } from '../../src/platform/embedded/launch.ts'
import { serverProcesses, waitUntil } from '../../src/platform/embedded/processes.ts'
import { chooseServerUser } from '../../src/platform/embedded/server-user.ts'
import { stopServer } from '../../src/platform/embedded/stop.ts'
import { UserError } from '../../src/platform/errors.ts'
import { expectGone, isRoot, query, settings, useEmbedded } from './embedded-support.ts'

const embedded = useEmbedded()

/** Ends the server as a power cut would: no clean shutdown, postmaster.pid stays. */
async function crash(clusterDir: string, pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  await waitUntil(async () => (await serverProcesses(clusterDir)).length === 0, 10_000)
  expect(await readFile(join(clusterDir, 'postmaster.pid'), 'utf8')).toContain(String(pid))
}

describe('a cluster of its own', () => {
  test('gives two roles with the rights they need, and no more', async () => {
    const { ownerUrl, appUrl, stop } = await embedded.start()
    await query(ownerUrl, 'create table notes (id serial primary key, body text)')
    await query(appUrl, `insert into notes (body) values ('a'); update notes set body = 'b'`)
    expect(await query(appUrl, 'delete from notes returning body')).toEqual([{ body: 'b' }])
    await query(ownerUrl, 'create extension pg_trgm; create schema audit')
    await expect(query(appUrl, 'create schema bullmq')).rejects.toThrow(/permission denied/)
    await query(ownerUrl, 'create database clone template sedikit')
    await expect(query(appUrl, 'create table t (id int)')).rejects.toThrow(/permission denied/)
    await expect(query(appUrl, 'drop table notes')).rejects.toThrow(/must be owner/)
    await expect(query(appUrl, 'create database x')).rejects.toThrow(/permission denied/)
    const roles = `select rolname, rolsuper from pg_roles where rolname like 'sedikit%' order by 1`
    expect(await query(appUrl, roles)).toEqual([
      { rolname: 'sedikit_app', rolsuper: false },
      { rolname: 'sedikit_owner', rolsuper: false },
    ])
    await stop()
  })

  test('is UTF-8 with C.UTF-8, on the loopback alone, behind scram, with settings as told', async () => {
    const { ownerUrl, port, stop } = await embedded.start()
    const shows = ['server_encoding', 'listen_addresses', 'fsync', 'max_connections']
    const [row] = await query(
      ownerUrl,
      `select ${shows.map((name) => `current_setting('${name}') as ${name}`).join()}, datlocale,
         lower('É') as folded from pg_database where datname = 'sedikit'`,
    )
    expect(row).toEqual({
      server_encoding: 'UTF8',
      listen_addresses: '127.0.0.1',
      fsync: 'off',
      max_connections: '60',
      datlocale: 'C.UTF-8',
      folded: 'é',
    })
    const wrong = `postgres://sedikit_app:wrong@127.0.0.1:${port}/sedikit`
    await expect(query(wrong, 'select 1')).rejects.toThrow(/password authentication failed/)
    expect((await stat(join(embedded.dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600)
    await stop()
  })

  test('keeps its data over a stop, which leaves no process and may be repeated', async () => {
    const first = await embedded.start()
    await query(first.ownerUrl, 'create table kept as select 7 as n')
    await Promise.all([first.stop(), first.stop()])
    await first.stop()
    await expectGone(first.clusterDir, first.pid)
    const second = await embedded.start()
    expect(second.adopted).toBe(false)
    expect(await query(second.appUrl, 'select n from kept')).toEqual([{ n: 7 }])
    await second.stop()
    expect((await readdir(embedded.dataDir)).filter((name) => name.startsWith('owner.'))).toEqual(
      [],
    )
  })

  test('is removed with everything, also when its server was left running', async () => {
    const { next, kill } = embedded.host()
    const { pid = 0, clusterDir = '' } = await next()
    await kill()
    await removeEmbeddedPostgres(embedded.dataDir)
    await expectGone(clusterDir, pid)
    await expect(stat(embedded.dataDir)).rejects.toThrow(/ENOENT/)
  })

  test('tries another port when the one it chose is taken', async () => {
    const { clusterDir, stop } = await embedded.start()
    await stop()
    const holder = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void holder.close())
    await once(holder, 'listening')
    const taken = holder.address()
    if (taken === null || typeof taken === 'string') throw new Error('no port')
    const free = createServer().listen(0, '127.0.0.1')
    await once(free, 'listening')
    const other = free.address()
    if (other === null || typeof other === 'string') throw new Error('no port')
    free.close()
    const suggestions = [taken.port, other.port]
    const user = await chooseServerUser([clusterDir])
    const server = await launchServer({
      binaries: await runnableBinaries(findBinaries(), user, embedded.shelter),
      clusterDir,
      logFile: join(embedded.dataDir, 'server.log'),
      user,
      settings,
      log: () => undefined,
      choosePort: async () => suggestions.shift() ?? 0,
    })
    expect(server.port).toBe(other.port)
    await stopServer(server)
  })
})

describe('processes that end badly', () => {
  test('a server that outlived its process is taken over, and then stopped by the new one', async () => {
    const { next, kill } = embedded.host()
    const { pid = 0, port, adopted } = await next()
    expect(adopted).toBe(false)
    await kill()
    const server = await embedded.start()
    expect(server).toMatchObject({ adopted: true, pid, port })
    expect(await query(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    await expectGone(server.clusterDir, pid)
  })

  test('after a crash of the machine it starts again, also when its number is a stranger’s now', async () => {
    const first = await embedded.start()
    await query(first.ownerUrl, 'create table kept as select 7 as n')
    await crash(first.clusterDir, first.pid)
    await first.stop()
    const second = await embedded.start()
    expect(second.adopted).toBe(false)
    await crash(second.clusterDir, second.pid)
    await second.stop()

    const { uid, gid } = await stat(second.clusterDir)
    const stranger = spawn('sleep', ['300'], isRoot ? { uid, gid } : {})
    onTestFinished(() => void stranger.kill('SIGKILL'))
    await once(stranger, 'spawn')
    const pidFile = join(second.clusterDir, 'postmaster.pid')
    const text = await readFile(pidFile, 'utf8')
    await writeFile(pidFile, text.replace(/^\d+/, String(stranger.pid)))
    const third = await embedded.start()
    expect(third.adopted).toBe(false)
    expect(stranger.exitCode).toBeNull()
    await crash(third.clusterDir, third.pid)
    await third.stop()

    await writeFile(pidFile, '')
    const fourth = await embedded.start()
    expect(await query(fourth.appUrl, 'select n from kept')).toEqual([{ n: 7 }])
    await fourth.stop()
  })

  test('an initdb that was killed half-way is begun anew and leaves nothing', async () => {
    await removeEmbeddedPostgres(embedded.dataDir)
    const { kill } = embedded.host()
    const stages = async () =>
      (await readdir(embedded.dataDir).catch(() => [])).filter((name) => name.startsWith('stage-'))
    let stage: string | undefined
    const running = await waitUntil(async () => {
      stage = (await stages())[0]
      return (
        stage !== undefined &&
        (await serverProcesses(join(embedded.dataDir, stage, 'data'))).length > 0
      )
    }, 20_000)
    expect(running).toBe(true)
    await kill()
    expect(await readdir(embedded.dataDir)).not.toContain('cluster')

    const server = await embedded.start()
    expect(server.adopted).toBe(false)
    expect(await query(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await stages()).toEqual([])
    expect(await serverProcesses(join(embedded.dataDir, stage ?? '', 'data'))).toEqual([])
    await server.stop()
  })

  test('Ctrl-C reaches the process and not its Postgres, so a graceful stop can end first', async () => {
    const { next, child } = embedded.host()
    const { pid = 0, clusterDir = '' } = await next()
    process.kill(-(child.pid ?? 0), 'SIGINT') // the whole group, as a terminal does
    expect(await next()).toEqual({ stopped: true })
    await expectGone(clusterDir, pid)
  })
})

describe('two starts in one folder', () => {
  test('the second is refused and told who has it; the first goes on', async () => {
    const first = await embedded.start()
    await expect(embedded.start()).rejects.toThrow(UserError)
    const report = await embedded.host().next()
    expect(report.error).toBe('UserError')
    expect(report.message).toContain(`pid ${process.pid}`)
    expect(await query(first.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await first.stop()
  })

  test('of several at the same moment exactly one wins', async () => {
    await removeEmbeddedPostgres(embedded.dataDir)
    const rivals = [embedded.host(), embedded.host(), embedded.host()]
    const reports = await Promise.all(rivals.map((rival) => rival.next()))
    const winners = rivals.filter((_, i) => reports[i]?.error === undefined)
    expect(winners.length).toBe(1)
    for (const { error, message } of reports.filter((report) => report.error !== undefined)) {
      expect(error).toBe('UserError')
      expect(message).toContain(`pid ${winners[0]?.child.pid}`)
    }
  })
})

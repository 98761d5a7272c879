import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { belongsTo, clusterName, incarnationOf, serverProcesses } from './processes.ts'

const dir = '/srv/a b/cluster'

test.each([
  [`/opt/bin/postgres -D ${dir} -c port=1`, true],
  [`/opt/a -D b/bin/postgres -D ${dir}`, false],
  [`/opt/my bin/initdb -D ${dir}`, true],
  [`/opt/bin/postgres -D ${dir}2 -c port=1`, false],
  [`postgres: ${clusterName(dir)}: checkpointer `, true],
  [`postgres: ${clusterName('/other')}: checkpointer `, false],
  [`grep postgres -D ${dir}`, false],
  ['', false],
])('%s belongs to the cluster: %s', (command, expected) => {
  expect(belongsTo(command, dir)).toBe(expected)
})

test('a process has one incarnation while it lives and none afterwards', async () => {
  const child = spawn('sleep', ['60'])
  await once(child, 'spawn')
  const pid = child.pid ?? 0
  const first = await incarnationOf(pid)
  expect(first).toMatch(/\d/)
  expect(await incarnationOf(pid)).toBe(first)
  expect(await incarnationOf(process.pid)).not.toBe(first)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await incarnationOf(pid)).toBeUndefined()
})

test('no process belongs to a cluster that was never made', async () => {
  expect(await serverProcesses('/nowhere/cluster')).toEqual([])
})

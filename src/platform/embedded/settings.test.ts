import { expect, test } from 'vitest'
import { serverArguments } from './settings.ts'

test('settings can be overridden, who can reach the server cannot', () => {
  const args = serverArguments('/d/cluster', 5555, {
    fsync: 'off',
    shared_buffers: '16MB',
    listen_addresses: '*',
    port: '1',
  })
  expect(args.slice(0, 2)).toEqual(['-D', '/d/cluster'])
  expect(args).toEqual(expect.arrayContaining(['fsync=off', 'shared_buffers=16MB', 'port=5555']))
  expect(args).toContain('listen_addresses=127.0.0.1')
  expect(args).not.toContain('listen_addresses=*')
  expect(args.filter((arg) => arg.startsWith('port=')).length).toBe(1)
})

import { expect, test } from 'vitest'
import { parsePidFile } from './pid-file.ts'

const text = '4711\n/srv/cluster\n1763971200\n54321\n\n127.0.0.1\n  1234567  32770\nready   \n'

test('reads number, port and status', () => {
  expect(parsePidFile(text)).toEqual({ pid: 4711, port: 54321, status: 'ready' })
  expect(parsePidFile(text.replace('ready   ', 'stopping'))?.status).toBe('stopping')
})

test('a file that is still being written is no ready server', () => {
  expect(parsePidFile('4711\n/srv/cluster\n')).toEqual({
    pid: 4711,
    port: undefined,
    status: 'unknown',
  })
})

test('a file without a number is told apart', () => {
  expect(parsePidFile('')).toBeUndefined()
  expect(parsePidFile('\n\n')).toBeUndefined()
  expect(parsePidFile('garbage\n')).toBeUndefined()
})

test('a single-user server writes its number negative', () => {
  expect(parsePidFile('-4711\n/srv/cluster\n')?.pid).toBe(4711)
})

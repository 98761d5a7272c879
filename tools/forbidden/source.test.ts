import { describe, expect, test } from 'vitest'
import { describe as say } from './rules.ts'
import { violationsInSource } from './source.ts'

function rulesOf(text: string, file = 'src/people/join.ts'): string[] {
  return violationsInSource(file, text).map(({ rule }) => rule)
}

describe('refuses', () => {
  test.each([
    ['Date.now()', 'system-time'],
    ['const now = Date.now', 'system-time'],
    ["Date['now']()", 'system-time'],
    ['globalThis.Date.now()', 'system-time'],
    ['const { now } = Date', 'system-time'],
    ['const { now: read } = Date', 'system-time'],
    ['new Date()', 'system-time'],
    ['new Date', 'system-time'],
    ['new globalThis.Date()', 'system-time'],
    ['Date()', 'system-time'],
    ['new TZDate()', 'system-time'],
    ["TZDate.tz('Asia/Makassar')", 'system-time'],
    ['Temporal.Now.instant()', 'system-time'],
    ["import { isToday } from 'date-fns/isToday'", 'system-time'],
    ["import { isPast as past } from 'date-fns'", 'system-time'],
    ['performance.now()', 'elapsed-time'],
    ['process.hrtime.bigint()', 'elapsed-time'],
    ["import { hrtime } from 'node:process'", 'elapsed-time'],
    ['setTimeout(stop, 1)', 'timer'],
    ['const wait = setInterval', 'timer'],
    ['globalThis.setTimeout(stop, 1)', 'timer'],
    ['run({ setTimeout })', 'timer'],
    ["import { setTimeout as delay } from 'node:timers/promises'", 'timer'],
    ["import { scheduler } from 'timers/promises'", 'timer'],
    ["import * as timers from 'node:timers'", 'timer'],
    ['process.env.HOME', 'environment'],
    ["process['env']", 'environment'],
    ['const { env } = process', 'environment'],
    ["import { env } from 'node:process'", 'environment'],
    ['timestamp().defaultNow()', 'sql-time'],
    ['db.execute(sql`SELECT now()`)', 'sql-time'],
    ['sql`a < ${b} AND c > CURRENT_TIMESTAMP`', 'sql-time'],
    ["sql.raw('clock_timestamp()')", 'sql-time'],
    ["const text = 'SELECT current_date'", 'sql-time'],
  ])('%s', (text, rule) => {
    expect(rulesOf(text)).toEqual([rule])
  })
})

describe('lets through', () => {
  test.each([
    'clock.now()',
    'new Date(0)',
    "new Date('2026-01-05T00:00:00Z')",
    "new TZDate(at, 'Asia/Makassar')",
    "TZDate.tz('Asia/Makassar', 2026, 0, 5)",
    'const x: Date = clock.now()',
    'socket.setTimeout(1)',
    'type Timer = ReturnType<typeof setTimeout>',
    'interface Waiter { setTimeout(ms: number): void }',
    'const waiter = { setTimeout: 1 }',
    'options.env.HOME',
    "import { addDays } from 'date-fns/addDays'",
    "import { setImmediate } from 'node:timers/promises'",
    '// Date.now() and SELECT now()',
    'sql`SELECT known() FROM nowhere -- now()`',
    "const text = 'now is the time'",
  ])('%s', (text) => {
    expect(rulesOf(text)).toEqual([])
  })
})

test.each([
  ['src/platform/clock.ts', 'new Date()'],
  ['src/platform/elapsed.ts', 'performance.now(); setTimeout(stop, 1)'],
  ['src/simulator/poll.ts', 'setTimeout(stop, 1)'],
  ['src/web/dashboard/page/client/live.ts', 'setInterval(draw, 1)'],
  ['src/main.ts', 'process.env'],
  ['src/platform/db/elapsed.ts', 'sql`clock_timestamp()`'],
])('%s may hold %s, and no other file', (file, text) => {
  expect(rulesOf(text, file)).toEqual([])
  expect(rulesOf(text, file.replace('.ts', '-too.ts').replace('src/', 'src/people/'))).not.toEqual(
    [],
  )
})

test('says where, what and what to do instead', () => {
  const [violation] = violationsInSource('src/a.ts', 'const a = 1\nconst b = [`x\n  now()`]\n')
  expect(violation === undefined ? '' : say(violation)).toMatch(
    /^src\/a\.ts:3:3 sql-time: now\(\); pass/,
  )
})

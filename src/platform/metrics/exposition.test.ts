import { expect, it } from 'vitest'
import { writeExposition } from './exposition.ts'
import { createCounter, createHistogram, gauge } from './instruments.ts'

it('writes a metric with its help, its type and a line for each number', () => {
  const waiting = gauge('waiting', 'What waits, by lane.', [
    { labels: { lane: 'reply' }, value: 2 },
    { labels: { lane: 'lesson', kind: 'quiz' }, value: 0.5 },
  ])
  expect(writeExposition([waiting, gauge('up', 'Lives.', [{ value: 1 }])])).toBe(
    `# HELP waiting What waits, by lane.
# TYPE waiting gauge
waiting{lane="reply"} 2
waiting{lane="lesson",kind="quiz"} 0.5
# HELP up Lives.
# TYPE up gauge
up 1
`,
  )
})

it('escapes what would end a line or a label, and writes what is no finite number', () => {
  const odd = gauge('odd', 'Two\nlines \\ "quoted".', [
    { labels: { said: 'a "b" \\ c\nd' }, value: Number.POSITIVE_INFINITY },
    { value: Number.NEGATIVE_INFINITY },
    { value: Number.NaN },
  ])
  expect(writeExposition([odd]).split('\n')).toEqual([
    String.raw`# HELP odd Two\nlines \\ "quoted".`,
    '# TYPE odd gauge',
    String.raw`odd{said="a \"b\" \\ c\nd"} +Inf`,
    'odd -Inf',
    'odd NaN',
    '',
  ])
})

it('counts from zero what is known, and what comes besides', () => {
  const counter = createCounter({ name: 'calls_total', help: 'Calls.' }, [
    { outcome: 'ok' },
    { outcome: 'uncertain' },
  ])
  counter.add({ outcome: 'ok' })
  counter.add({ outcome: 'ok' }, 3)
  counter.add({ outcome: 'new' })
  expect(counter.read()).toMatchObject({
    type: 'counter',
    samples: [
      { labels: { outcome: 'ok' }, value: 4 },
      { labels: { outcome: 'uncertain' }, value: 0 },
      { labels: { outcome: 'new' }, value: 1 },
    ],
  })
})

it('puts durations into buckets that each hold all that are shorter', () => {
  const histogram = createHistogram({ name: 'call_seconds', help: 'Calls.' }, [0.1, 1])
  for (const seconds of [0.05, 0.1, 0.5, 7]) histogram.observe(seconds)
  expect(writeExposition([histogram.read()])).toBe(
    `# HELP call_seconds Calls.
# TYPE call_seconds histogram
call_seconds_bucket{le="0.1"} 2
call_seconds_bucket{le="1"} 3
call_seconds_bucket{le="+Inf"} 4
call_seconds_sum 7.65
call_seconds_count 4
`,
  )
})

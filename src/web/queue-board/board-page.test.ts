import { describe, expect, it } from 'vitest'
import type { SystemStatus } from '../../reports/index.ts'
import { boardPage } from './board-page.ts'

const quiet: SystemStatus = {
  queues: {
    kind: 'redis',
    counts: [{ queue: 'outbox', waiting: 3, active: 1, delayed: 0, failed: 2 }],
    parked: { count: 0, jobs: [] },
  },
  inbox: { waiting: 0, oldestMs: 0, parked: [] },
  outbox: [],
  sending: { halted: null, pausedMs: 0, foundRate: null },
  sendRate: 28,
  failures: [],
  backup: null,
  versions: {
    program: '0.1.0',
    schema: { applied: 14, known: 14 },
    content: { mark: 'abcd0123', tracks: 9, lessons: 200 },
    node: '24.21.0',
    postgres: '18.4',
    redis: '8.0',
  },
}

describe('the board of the queues', () => {
  it('says what there is, and that there is nothing', () => {
    const page = boardPage(quiet, 'id')
    expect(page).toContain('<th scope="col" class="n">outbox</th>')
    expect(page).toContain('<tr><td>Menunggu</td><td class="n">3</td></tr>')
    expect(page).toContain('<tr><td>Asing</td><td class="n">2</td></tr>')
    expect(page).toContain('Tidak ada yang menunggu.')
    expect(page).toContain('schema 14/14 · lessons abcd0123 · Postgres 18.4 · Redis 8.0')
  })

  it('shows names of others as plain text, and no more than it holds', () => {
    const jobs = [{ queue: 'outbox', name: '<b>x</b>', reason: 'Unknown job "<b>"' }]
    const page = boardPage(
      {
        ...quiet,
        queues: { ...quiet.queues, parked: { count: 4, jobs } },
        inbox: { waiting: 2, oldestMs: 90_000, parked: [{ kind: 'message', count: 1 }] },
        outbox: [{ lane: 'nudge', due: 7, oldestMs: 5000 }],
        failures: [{ state: 'failed', why: '<i>', count: 2 }],
      },
      'en',
    )
    expect(page).toContain('&lt;b&gt;x&lt;/b&gt;')
    expect(page).not.toMatch(/<[bi]>/)
    expect(page).toContain('and 3 more')
    expect(page).toContain('<td>in</td><td class="n">2</td><td>90 s</td>')
    expect(page).toContain('<td>nudge</td><td class="n">7</td><td>5 s</td>')
  })

  it.each([
    [{ halted: 'unauthorized', pausedMs: 0, foundRate: null }, 'Halted (unauthorized).'],
    [{ halted: null, pausedMs: 1500, foundRate: null }, 'Rests for 2 s'],
    [{ halted: null, pausedMs: 0, foundRate: 29.94 }, 'at most 29.9 bulk'],
  ])('says how sending stands: %j', (sending, words) => {
    expect(boardPage({ ...quiet, sending }, 'en')).toContain(words)
  })

  it('says so when the queues do not answer', () => {
    const queues = { kind: 'redis', counts: null, parked: null } as const
    expect(boardPage({ ...quiet, queues }, 'id').match(/tidak menjawab/g)).toHaveLength(2)
  })
})

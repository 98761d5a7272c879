import type { SystemStatus } from '../../src/reports/index.ts'

/** A system in which nothing waits and nothing failed. */
export function emptyStatus(): Promise<SystemStatus> {
  return Promise.resolve({
    queues: { kind: 'postgres', counts: [], parked: { count: 0, jobs: [] } },
    inbox: { waiting: 0, oldestMs: 0, parked: [] },
    outbox: [],
    sending: { halted: null, pausedMs: 0, foundRate: null },
    sendRate: 28,
    failures: [],
    backup: null,
    versions: {
      program: '0.1.0',
      schema: { applied: 1, known: 1 },
      content: { mark: 'abcd0123', tracks: 1, lessons: 1 },
      node: '24.21.0',
      postgres: '18.4',
      redis: null,
    },
  })
}

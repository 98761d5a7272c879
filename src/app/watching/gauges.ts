import { gauge, type Family } from '../../platform/metrics/index.ts'
import type { QueueCount } from '../../platform/queue/index.ts'
import type { Gauges } from '../../reports/index.ts'

/** What the database says, in the words of docs/watching.md. */
export function describeGauges(
  { inbox, outbox, inFlight, people, learners, lessons, sending }: Gauges,
  sendRate: number,
): Family[] {
  const one = (name: string, help: string, value: number): Family => gauge(name, help, [{ value }])
  return [
    one('sedikit_inbox_waiting', 'Updates that nobody has handled yet.', inbox.waiting),
    one('sedikit_inbox_lag_seconds', 'Age of the oldest unhandled update.', inbox.lag),
    one('sedikit_inbox_parked', 'Updates whose handler failed for good.', inbox.parked),
    gauge(
      'sedikit_outbox_due',
      'Messages that may go and have not gone, by lane.',
      outbox.map(({ lane, due }) => ({ labels: { lane }, value: due })),
    ),
    gauge(
      'sedikit_outbox_lag_seconds',
      'For how long the oldest message of the lane could have gone.',
      outbox.map(({ lane, lag }) => ({ labels: { lane }, value: lag })),
    ),
    one('sedikit_outbox_in_flight', 'Messages that are being sent, of all processes.', inFlight),
    one('sedikit_learners_due', 'Learners whose moment has come, not planned yet.', learners.due),
    one(
      'sedikit_planning_lag_seconds',
      'For how long the first of these learners has been due.',
      learners.lag,
    ),
    gauge(
      'sedikit_lessons_today',
      'Lessons that were due today, by what became of them.',
      Object.entries(lessons).map(([state, value]) => ({ labels: { state }, value })),
    ),
    gauge(
      'sedikit_people',
      'People who joined: whether Telegram takes messages to them.',
      Object.entries(people).map(([state, value]) => ({ labels: { state }, value })),
    ),
    one('sedikit_sending_halted', '1: the token is refused, nothing is sent.', +sending.halted),
    one(
      'sedikit_sending_paused_seconds',
      'For how long bulk still rests after a 429.',
      sending.pausedSeconds,
    ),
    one(
      'sedikit_pace_per_second',
      'Bulk messages a second that may go, over all processes.',
      sending.foundRate ?? sendRate,
    ),
  ]
}

/** @param counts of all queues, whichever process works on them */
export function describeQueues(counts: readonly QueueCount[]): Family {
  return gauge(
    'sedikit_queue_jobs',
    'Jobs in the queues; parked ones are none of ours.',
    counts.flatMap(({ queue, failed, ...states }) =>
      Object.entries({ ...states, parked: failed }).map(([state, value]) => ({
        labels: { queue, state },
        value,
      })),
    ),
  )
}

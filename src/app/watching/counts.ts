import { lanes, type Ended, type Settled } from '../../messaging/index.ts'
import { createCounter, createHistogram, type Family } from '../../platform/metrics/index.ts'
import { jobs, type JobEnd } from '../../platform/queue/index.ts'
import { ALLOWED_UPDATES, type CallOutcome } from '../../platform/telegram/index.ts'
import { refusals, type Refusal } from '../../web/index.ts'

/** What is counted in this process while it works. Each call costs an addition. */
export interface Counts {
  /** Updates of these kinds were stored. */
  received(kinds: readonly string[]): void
  /** An update was dealt with. */
  settled(update: Settled): void
  /** A call for a row of the outbox has ended. */
  called(outcome: CallOutcome['kind'], seconds: number): void
  /** Messages have ended. */
  ended(messages: readonly Pick<Ended, 'lane' | 'state'>[]): void
  job(end: JobEnd): void
  /** The web server has answered. */
  answered(status: number): void
  refused(refusal: Pick<Refusal, 'reason'>): void
  read(): Family[]
}

/** Upper ends in seconds: what a person feels, and what a person gives up on. */
const WAITS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60]
const CALLS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 45]

const ENDS = ['sent', 'uncertain', 'failed', 'cancelled'] as const

const OUTCOMES: Readonly<Record<CallOutcome['kind'], true>> = {
  ok: true,
  unreachable: true,
  rate_limited: true,
  refused: true,
  misformatted: true,
  moved: true,
  unauthorized: true,
  unavailable: true,
  uncertain: true,
}

/** Whatever else Telegram may bring one day: labels must not grow by what comes from outside. */
const OTHER = 'other'

export function createCounts(): Counts {
  const received = createCounter(
    { name: 'sedikit_updates_received_total', help: 'Updates taken in and stored.' },
    [...ALLOWED_UPDATES, OTHER].map((kind) => ({ kind })),
  )
  const settled = createCounter(
    {
      name: 'sedikit_updates_total',
      help: 'Updates dealt with: handled, passed over, failed (comes again) or parked.',
    },
    (['handled', 'passed', 'failed', 'parked'] as const).map((became) => ({ became })),
  )
  const waited = createHistogram(
    {
      name: 'sedikit_update_seconds',
      help: 'From storing an update to the commit of what it brought about.',
    },
    WAITS,
  )
  const calls = createCounter(
    {
      name: 'sedikit_calls_total',
      help: 'Calls to Telegram for messages, by what became of them.',
    },
    Object.keys(OUTCOMES).map((outcome) => ({ outcome })),
  )
  const callTime = createHistogram(
    { name: 'sedikit_call_seconds', help: 'How long a call to Telegram for a message took.' },
    CALLS,
  )
  const messages = createCounter(
    { name: 'sedikit_messages_total', help: 'Messages that ended, by lane and how.' },
    lanes.flatMap((lane) => ENDS.map((state) => ({ lane, state }))),
  )
  const jobEnds = createCounter(
    { name: 'sedikit_jobs_total', help: 'Jobs that this process took from the queues.' },
    [
      ...Object.keys(jobs).flatMap((job) =>
        (['done', 'failed'] as const).map((result) => ({ job, result })),
      ),
      { job: OTHER, result: 'parked' },
    ],
  )
  const requests = createCounter(
    { name: 'sedikit_requests_total', help: 'Requests that the web server answered, by status.' },
    ['2xx', '3xx', '4xx', '5xx'].map((status) => ({ status })),
  )
  const refused = createCounter(
    { name: 'sedikit_webhook_refused_total', help: 'Requests to the webhook that were refused.' },
    refusals.map((reason) => ({ reason })),
  )
  const known: ReadonlySet<string> = new Set(ALLOWED_UPDATES)

  return {
    received(kinds) {
      for (const kind of kinds) received.add({ kind: known.has(kind) ? kind : OTHER })
    },
    settled({ became, waitedMs }) {
      settled.add({ became })
      if (became === 'handled') waited.observe(waitedMs / 1000)
    },
    called(outcome, seconds) {
      calls.add({ outcome })
      callTime.observe(seconds)
    },
    ended(ended) {
      for (const { lane, state } of ended) messages.add({ lane, state })
    },
    job({ name, result }) {
      jobEnds.add({ job: result === 'parked' ? OTHER : name, result })
    },
    answered(status) {
      requests.add({ status: `${Math.floor(status / 100)}xx` })
    },
    refused({ reason }) {
      refused.add({ reason })
    },
    read: () =>
      [received, settled, waited, calls, callTime, messages, jobEnds, requests, refused].map(
        (instrument) => instrument.read(),
      ),
  }
}

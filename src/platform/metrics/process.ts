import { readdir, statfs } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { elapsedMs } from '../elapsed.ts'
import type { Family } from './exposition.ts'
import { gauge } from './instruments.ts'

type Delay = ReturnType<typeof monitorEventLoopDelay>

const NS = 1e9

/** Elapsed milliseconds between two looks at how late the event loop is. */
const RESOLUTION_MS = 20

/**
 * How this process is: under the names that Prometheus' own client for Node gives them, so that the
 * dashboards which exist for it work. Begins to measure the delay of the event loop when it is first
 * asked: nobody who does not ask pays for it.
 *
 * @param folder on whose disk there must be room; where it is not, the disk of the working folder
 */
export function createProcessMetrics(folder: string): {
  read(now: Date): Promise<Family[]>
  stop(): void
} {
  let delay: Delay | undefined
  return {
    async read(now) {
      const late = lateness(delay)
      if (delay === undefined) {
        delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
        delay.enable()
      }
      delay.reset()
      return [...usage(now), ...late, ...(await outside(folder))]
    },
    stop() {
      delay?.disable()
    },
  }
}

function one(name: string, help: string, value: number): Family {
  return gauge(name, help, [{ value }])
}

function usage(now: Date): Family[] {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return [
    {
      name: 'process_cpu_seconds_total',
      help: 'Seconds of CPU that this process has used.',
      type: 'counter',
      samples: [{ value: (user + system) / 1e6 }],
    },
    one('process_resident_memory_bytes', 'Memory of this process in bytes.', rss),
    one(
      'process_start_time_seconds',
      'When this process began, in seconds since 1970.',
      Math.round(now.getTime() / 1000 - elapsedMs() / 1000),
    ),
    one('nodejs_heap_size_used_bytes', 'Heap of JavaScript in use, in bytes.', heapUsed),
    one('nodejs_heap_size_total_bytes', 'Heap of JavaScript in all, in bytes.', heapTotal),
    one('nodejs_external_memory_bytes', 'Memory outside the heap, in bytes.', external),
    one(
      'nodejs_active_resources',
      'What keeps the event loop busy: connections, timers, files.',
      process.getActiveResourcesInfo().length,
    ),
  ]
}

/** Since the last look: how late the event loop comes, beyond the time between two looks at it. */
function lateness(delay: Delay | undefined): Family[] {
  const seconds = (ns: number): number => Math.max(0, ns / NS - RESOLUTION_MS / 1000)
  const of = (percent: number): number =>
    delay === undefined || delay.count === 0 ? 0 : seconds(delay.percentile(percent))
  return [
    one('nodejs_eventloop_lag_p50_seconds', 'Delay of the event loop since the last look.', of(50)),
    one('nodejs_eventloop_lag_p99_seconds', 'Delay of the event loop since the last look.', of(99)),
    one(
      'nodejs_eventloop_lag_max_seconds',
      'Delay of the event loop since the last look.',
      of(100),
    ),
  ]
}

/** What the system says: each is left out where it says nothing. */
async function outside(folder: string): Promise<Family[]> {
  const [files, disk] = await Promise.all([
    readdir('/proc/self/fd').catch(() => undefined),
    statfs(folder).catch(() => statfs('.').catch(() => undefined)),
  ])
  return [
    ...(files === undefined
      ? []
      : [one('process_open_fds', 'Files and connections that are open.', files.length)]),
    ...(disk === undefined
      ? []
      : [
          one(
            'sedikit_disk_free_bytes',
            'Room on the disk of the data folder that this process may fill.',
            disk.bavail * disk.bsize,
          ),
          one(
            'sedikit_disk_size_bytes',
            'Size of the disk of the data folder.',
            disk.blocks * disk.bsize,
          ),
        ]),
  ]
}

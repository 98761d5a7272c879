import { z } from 'zod'

/**
 * Every job there is. Payloads are ids: a queue's data is clear text, and what is due stands in
 * Postgres. They are parsed again when a job is taken up, since a queue outlives a version.
 */
export const jobs = {
  /** Send these outbox rows, at most a micro-batch. */
  send: {
    queue: 'outbox',
    payload: z.object({ rows: z.array(z.number().int().positive()).min(1).max(64) }),
  },
  /** The same for replies that did not go out at once; they go ahead of what bulk has reserved. */
  reply: {
    queue: 'outbox',
    payload: z.object({ rows: z.array(z.number().int().positive()).min(1).max(64) }),
  },
  /** Read the file of this import: what it would do, or do it. */
  import: { queue: 'files', payload: z.object({ id: z.number().int().positive() }) },
  /** Write the file of this export. */
  export: { queue: 'files', payload: z.object({ id: z.number().int().positive() }) },
  /** Look in Postgres for what has become due. */
  tick: { queue: 'ticks', payload: z.object({}) },
} as const satisfies Record<string, { queue: string; payload: z.ZodType }>

export type JobName = keyof typeof jobs
export type JobPayload<N extends JobName> = z.infer<(typeof jobs)[N]['payload']>

/** A handler for every job: one that is missing does not compile. */
export type JobHandlers = { readonly [N in JobName]: (payload: JobPayload<N>) => Promise<void> }

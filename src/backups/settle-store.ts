import type { Session } from '../platform/db/index.ts'
import type { Head } from './manifest.ts'

/** What a restore has settled, in numbers of rows. */
export interface Settled {
  /** Messages that were in flight or about to go, of which nobody knows any more whether they arrived. */
  readonly uncertain: number
  /** Commands and taps that were not handled yet, and surely were afterwards. */
  readonly passed: number
}

/**
 * Settles what the backup cannot know, so that nothing that was in flight when it was made reaches a
 * person twice.
 *
 * When a bot was at work then, whatever was being sent or about to be has very likely arrived since. It
 * is given to a worker that is gone, without the one more try that some lanes have: the next start takes
 * it for uncertain in its ordinary way, with all that hangs on it. What waits for a later moment than
 * now still waits. Commands and taps that
 * waited were answered; votes are kept, since an answer to a quiz that is lost cannot be given again.
 *
 * When none was at work, nothing can have been sent: all goes on as it stood.
 *
 * Always: what names processes, queues and open pages of then goes.
 */
export async function settle(session: Session, head: Head, now: Date): Promise<Settled> {
  const moment = now.toISOString()
  await session.run(`
    delete from outbox_queue_marks;
    delete from workers;
    delete from web_links;
    delete from web_sessions;
    update outbox set queued_until = null where state = 'pending' and queued_until is not null`)
  await session.rows(
    `insert into audit (at, action, details)
     values ($1, 'backup.restored', jsonb_build_object('day', $2::text))`,
    [moment, head.madeAt.slice(0, 10)],
  )
  if (!head.inUse) return { uncertain: 0, passed: 0 }
  const flight = await session.rows(
    `update outbox set state = 'sending', leased_by = 'before the restore',
       lease_until = to_timestamp(0), uncertain_resends = 1,
       attempt = attempt + case state when 'pending' then 1 else 0 end
     where state = 'sending'
       or (state = 'pending' and ready and (not_before is null or not_before <= $1))
     returning id`,
    [moment],
  )
  const passed = await session.rows(
    `update inbox set state = 'passed', body = null, error = null, handled_at = $1
     where state = 'new' and kind <> 'poll_answer' returning id`,
    [moment],
  )
  return { uncertain: flight.length, passed: passed.length }
}

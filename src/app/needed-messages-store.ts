import { sql, type SQL } from 'drizzle-orm'

/** A reference in a row's args; null where an older version wrote something else there. */
function reference(name: string): SQL {
  return sql`case when o.args ->> ${name}::text ~ '^[0-9]{1,18}$'
    then (o.args ->> ${name}::text)::bigint end`
}

/**
 * Old rows of `outbox o` that somebody still looks up, however old they are:
 * - a poll whose response was lost, while its question is open: an answer may still come, and the row
 *   is how it is bound (`takeBindableAnswers`);
 * - a preview's poll: its answer must count for nobody, for ever (`kindOfPoll`); they are few;
 * - a reminder and what takes it away, while its lesson is open (`nudge-removal`);
 * - a question that was brought to a coordinator, while it can be withdrawn (`askedPeople`);
 * - the message that tells how far an announcement is, while it is not over.
 */
export const neededMessages: SQL = sql`(
  o.kind = 'preview-quiz'
  or (o.kind in ('quiz', 'review', 'assessment-item')
    and exists (
      select 1 from outbox_attempts a where a.outbox_id = o.id and a.outcome = 'uncertain')
    and (
      exists (select 1 from deliveries d where d.id = ${reference('deliveryId')} and d.state = 'open')
      or exists (select 1 from reviews r where r.id = ${reference('reviewId')} and r.state = 'open')
      or exists (
        select 1 from assessment_items i where i.id = ${reference('itemId')} and i.state = 'open')))
  or (o.kind in ('nudge', 'nudge-removal')
    and exists (select 1 from deliveries d where d.id = ${reference('deliveryId')} and d.state = 'open'))
  or (o.kind = 'question'
    and exists (select 1 from practice_questions q where q.id = ${reference('questionId')}))
  or (o.kind = 'announcement-progress'
    and exists (
      select 1 from announcements a where a.id = ${reference('announcementId')}
        and a.state not in ('done', 'cancelled', 'recalled')))
)`

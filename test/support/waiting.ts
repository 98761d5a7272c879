import { sql } from 'drizzle-orm'
import { insertMessages } from '../../src/messaging/index.ts'
import { rowsOf, type Db } from '../../src/platform/db/index.ts'
import { addCrowd } from './crowd.ts'

let crowd = 70_000

/**
 * Somebody of whom everything waits for Monday, 23 November 2026, from the evening of the Friday before:
 * the next lesson, the ladder of an open one, a reminder that a coordinator asked for, messages that
 * wait for hours and for a lesson, and an announcement whose moment its author chose.
 *
 * @returns the person's id
 */
export async function waitingWorld(db: Db, now: Date): Promise<string> {
  const telegramId = crowd++
  const monday = new Date('2026-11-23T01:00:00Z')
  await addCrowd(db, { count: 1, firstId: telegramId, dueAt: monday })
  const [person] = await rowsOf<{ id: string }>(
    db,
    sql`select id from people where telegram_id = ${telegramId}`,
  )
  const personId = person?.id ?? ''
  await db.execute(
    sql`update people set last_seen_at = '2026-11-18T01:00:00Z' where id = ${personId}`,
  )
  await db.execute(sql`
    insert into lesson_versions (lesson_id, hash, track_id, content, first_seen_at)
    values ('uji', 'h', 'fondasi', '{}', ${now.toISOString()}) on conflict do nothing`)
  await db.execute(sql`
    insert into question_versions (question_id, hash, lesson_id, content, first_seen_at)
    values ('uji-q', 'h', 'uji', '{}', ${now.toISOString()}) on conflict do nothing`)
  const [delivery] = await rowsOf<{ id: string }>(
    db,
    sql`
    insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
      question_hash, position, state, cause, due_at, due_day, sent_at, quiz_sent_at, next_nudge_at)
    select e.id, ${personId}, 'uji', 'h', 'uji-q', 'h', 1, 'open', 'due', '2026-11-19T01:00:00Z',
      '2026-11-19', '2026-11-19T01:00:00Z', '2026-11-19T01:00:00Z', '2026-11-24T06:00:00Z'
    from enrolments e where e.person_id = ${personId} returning id`,
  )
  const deliveryId = Number(delivery?.id)
  const at = now.toISOString()
  await db.execute(sql`
    insert into nudges (person_id, delivery_id, day, step, rung, created_at) values
      (${personId}, ${deliveryId}, '2026-11-19', 1, 1, '2026-11-19T06:00:00Z'),
      (${personId}, ${deliveryId}, '2026-11-23', 2, 0, ${at})`)
  const to = { personId, chatId: telegramId }
  const day = { notBefore: monday, notAfter: new Date('2026-11-23T10:00:00Z') }
  const week = { notBefore: monday, notAfter: new Date('2026-11-30T10:00:00Z') }
  const asked = { ...to, ...day, lane: 'nudge', waitsFor: 'nudge' } as const
  await insertMessages(
    db,
    [
      { ...asked, kind: 'nudge-removal', args: { deliveryId, step: 1 } },
      { ...asked, kind: 'nudge', args: { deliveryId, step: 2 }, soundDay: '2026-11-23' },
      { ...to, ...week, lane: 'reply', kind: 'note', args: {}, waitsFor: 'hours' },
      { ...to, ...week, lane: 'announcement', kind: 'paused-note', args: {}, waitsFor: 'lesson' },
      {
        ...to,
        lane: 'announcement',
        kind: 'announcement',
        args: {},
        notBefore: new Date('2026-11-22T22:00:00Z'),
        notAfter: week.notAfter,
      },
    ],
    { now },
  )
  return personId
}

import { sql } from 'drizzle-orm'
import type { Db } from '../../src/platform/db/index.ts'

export interface WholePerson {
  readonly personId: string
  readonly telegramId: number
  readonly name: string
  readonly nip: string
  /** Somebody else, with whom the person has to do. */
  readonly otherId: string
}

/** Words of hers that stand in free texts; none may be found once she is erased. */
export const WORDS = 'kalimat-yang-hanya-ada-di-sini'

/**
 * Fills every table that can hold a person with something of this one, beside what is there already.
 * Whatever the person refers to (lessons, units) is made as well.
 */
export async function layWholePerson(db: Db, who: WholePerson): Promise<void> {
  const { personId, telegramId, name, nip, otherId } = who
  const at = sql`'2026-11-23T01:30:00Z'::timestamptz`
  const day = sql`'2026-11-23'::date`
  const person = sql`${personId}::uuid`
  const other = sql`${otherId}::uuid`
  const unit = sql`(select id from units where parent_id is null)`
  const delivery = sql`(select max(id) from deliveries where person_id = ${person})`
  const printed = `${name}, S.Pd.`
  const statements = [
    sql`insert into lesson_versions values ('whole-lesson', 'h', 'whole-track', '{}', ${at}) on conflict do nothing`,
    sql`insert into question_versions (question_id, hash, lesson_id, content, first_seen_at)
      values ('whole-question', 'h', 'whole-lesson', '{}', ${at}) on conflict do nothing`,
    sql`update people set name = ${name}, unreachable_reason = ${WORDS} where id = ${person}`,
    sql`insert into consents (person_id, notice_version, given_at) values (${person}, 1, ${at})
      on conflict do nothing`,
    sql`insert into roles (person_id, role, unit_id, granted_at) values (${person}, 'coordinator', ${unit}, ${at})`,
    sql`insert into role_changes (change, role, person_id, unit_id, from_ids, by_id, changed_at)
      values ('granted', 'coordinator', ${person}, ${unit}, '[]', ${other}, ${at}),
        ('handed_over', 'coordinator', ${other}, ${unit}, ${JSON.stringify([personId])}::jsonb, ${person}, ${at})`,
    sql`insert into takeovers (newcomer_id, new_telegram_id, new_chat_id, candidates, state, person_id,
        old_telegram_id, old_chat_id, asked_at, decided_by, decided_at)
      values (null, ${telegramId}, ${telegramId}, '[]', 'confirmed', ${person}, ${telegramId + 1},
        ${telegramId + 1}, ${at}, ${other}, ${at})`,
    sql`insert into invite_guesses values (${telegramId}, 3, null, ${at}) on conflict do nothing`,
    sql`insert into invites (code_hash, grants, unit_id, max_uses, expires_at, created_by, created_at)
      values ('whole-invite', 'unit', ${unit}, 1, ${at}, ${person}, ${at})`,
    sql`insert into roster_places (unit_id, name, job_role, phone, sealed_nip, nip_hash, person_id, claimed_at,
        claimed_by, imported_at)
      values (${unit}, ${printed}, 'guru', '6281211112222', ${`sealed ${nip}`}, ${personId}, ${person}, ${at}, null, ${at}),
        (${unit}, 'Orang Lain', null, null, null, null, ${other}, ${at}, ${person}, ${at})`,
    sql`insert into roster_removals (place_id, unit_id, name, phone, imported_at, removed_by, removed_at)
      values (900001, ${unit}, ${name}, '6281211112222', ${at}, ${other}, ${at}),
        (900002, ${unit}, 'Orang Ketiga', null, ${at}, ${person}, ${at})`,
    sql`insert into roster_doubts (person_id, candidates, state, asked_at, decided_by)
      values (${person}, '[1]', 'refused', ${at}, ${other}), (${other}, '[1]', 'refused', ${at}, ${person})`,
    sql`insert into learners (person_id, next_due_at, started_at) values (${person}, null, ${at})
      on conflict do nothing`,
    sql`insert into enrolments (person_id, track_id, state, started_at)
      values (${person}, 'whole-track', 'active', ${at})`,
    sql`insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id, question_hash,
        position, state, cause, due_at, due_day, sent_at)
      select id, person_id, 'whole-lesson', 'h', 'whole-question', 'h', 1, 'answered', 'due', ${at}, ${day}, ${at}
      from enrolments where person_id = ${person} and track_id = 'whole-track'`,
    sql`insert into review_cards (person_id, question_id, due_day) values (${person}, 'whole-question', ${day})`,
    sql`insert into reviews (person_id, question_id, question_hash, cause, state, day, created_at)
      values (${person}, 'whole-question', 'h', 'due', 'expired', ${day}, ${at})`,
    sql`insert into track_choices values (${person}, 'whole-track', 'added', ${at})`,
    sql`insert into polls (poll_id, person_id, delivery_id, option_keys, message_id, created_at)
      values ('poll-whole', ${person}, ${delivery}, '{}', 77, ${at})`,
    sql`insert into early_answers (poll_id, telegram_id, persistent_ids, positions, received_at)
      values ('poll-unknown', ${telegramId}, '[]', '[]', ${at})`,
    sql`insert into answers (person_id, question_id, question_hash, occasion, delivery_id, option_key, correct, answered_at)
      values (${person}, 'whole-question', 'h', 'lesson:0', ${delivery}, 'a', true, ${at})`,
    sql`insert into badges values (${person}, 'first', ${at})`,
    sql`insert into assessment_runs (person_id, track_id, first_form, phase, started_at)
      values (${person}, 'whole-track', 'a', 'before', ${at})`,
    sql`insert into assessment_items (person_id, track_id, phase, question_id, question_hash, state, day, created_at)
      values (${person}, 'whole-track', 'before', 'whole-question', 'h', 'expired', ${day}, ${at})`,
    sql`insert into survey_asks values (${person}, 'work', '15', ${day})`,
    sql`insert into survey_answers values (${person}, 'work', '15', 'x', ${WORDS}, ${at})`,
    sql`insert into leaves (person_id, first_day, last_day, kind, created_at)
      values (${person}, '2020-01-01', '2020-01-02', 'sick', ${at})`,
    sql`insert into pauses values (${person}, '2020-01-03', '2020-01-04')`,
    sql`insert into nudges (person_id, delivery_id, day, step, created_at)
      values (${person}, ${delivery}, '2020-01-05', 1, ${at})`,
    sql`insert into practice_replies (person_id, lesson_id, text, shared_at, praised_by, created_at, changed_at)
      values (${person}, 'whole-lesson', ${WORDS}, ${at}, ${other}, ${at}, ${at}),
        (${other}, 'whole-lesson', 'Tugas orang lain', ${at}, ${person}, ${at}, ${at})`,
    sql`insert into practice_questions (person_id, text, asked_at, asked_in, message_id, taken_by)
      values (${person}, ${WORDS}, ${at}, ${telegramId}, 78, ${other}),
        (${other}, 'Pertanyaan orang lain', ${at}, 1, 79, ${person})`,
    sql`insert into practice_drafts (person_id, text, expires_at) values (${person}, ${WORDS}, '2030-01-01Z')`,
    sql`insert into certificate_holders values (${person}, ${printed}, true, ${`sealed ${nip}`}, ${at})`,
    sql`insert into certificates (person_id, track_id, number, year, serial, issued_at)
      values (${person}, 'whole-track', 'WHOLE/1', 2026, 900001, ${at})`,
    sql`insert into certificate_sheets (certificate_id, revision, code, name, sealed_nip, unit, title_id,
        title_en, completed_on, issued_on, printed_on, letterhead)
      select id, 1, 'AAAAAAAAAAAAAAAAAAAAAA', ${printed}, ${`sealed ${nip}`}, 'Unit yang tercetak', 'x', 'x', ${day}, ${day},
        ${day}, '{"lines": ["Organisasi"]}' from certificates where number = 'WHOLE/1'`,
    sql`insert into inbox (bot_id, update_id, kind, person_key, body, state, tries, error, received_at)
      values (123456, 880000001, 'message', ${telegramId}, ${JSON.stringify({ text: WORDS, name })}::jsonb,
        'parked', 0, ${WORDS}, ${at})`,
    sql`insert into outbox (lane, kind, args, person_id, chat_id, state, not_after, created_at, finished_at,
        message_id, dedupe_key)
      values ('reply', 'note', '{}', ${person}, ${telegramId}, 'sent', ${at}, ${at}, ${at}, 80, 'whole-sent'),
        ('lesson', 'lesson', '{}', ${person}, ${telegramId + 1}, 'uncertain', ${at}, ${at}, ${at}, null, null),
        ('reply', 'note', ${JSON.stringify({ key: 'x', variables: { name } })}::jsonb, ${other}, 1, 'sent', ${at},
          ${at}, ${at}, 81, 'whole-of-other')`,
    sql`insert into outbox_attempts (outbox_id, attempt, worker, outcome, message_id, at)
      select id, 1, 'w', 'ok', 80, ${at} from outbox where dedupe_key = 'whole-sent'`,
    sql`insert into chat_pace values (${telegramId}, ${at}, ${day}), (${telegramId + 1}, ${at}, null)
      on conflict do nothing`,
    sql`insert into announcements (author_id, state, chat_id, audience, source_ids, preview_ids, poll, created_at, confirmed_at)
      values (${person}, 'awaiting_approval', ${telegramId}, '{}', '{81}', '{82}', ${JSON.stringify({ question: WORDS })}::jsonb, ${at}, ${at}),
        (${person}, 'draft', ${telegramId}, '{}', '{83}', '{}', null, ${at}, null),
        (${other}, 'done', 1, '{}', '{84}', '{85}', null, ${at}, ${at})`,
    sql`insert into announcement_recipients (announcement_id, person_id, outbox_id, day, outcome, chat_id)
      select max(id), ${person}, 1, ${day}, 'sent', ${telegramId} from announcements where author_id = ${other}`,
    sql`insert into announcement_approvals
      select max(id), ${person}, true, ${at} from announcements where author_id = ${other}`,
    sql`insert into digests (person_id, next_at) values (${person}, '2030-01-01Z') on conflict do nothing`,
    sql`insert into exports (person_id, format, state, asked_at, expires_at)
      values (${person}, 'csv', 'failed', ${at}, null), (${other}, 'xlsx', 'done', ${at}, '2030-01-01Z')`,
    sql`insert into export_pieces select max(id), 1, 0, ${name}::text::bytea from exports where person_id = ${other}`,
    sql`insert into export_links select 'hash', max(id), '2030-01-01Z', null from exports where person_id = ${other}`,
    sql`insert into roster_imports (person_id, file_id, kind, digest, state, lines, asked_at)
      values (${person}, 'file-whole', 'csv', 'x', 'checked', '[]', ${at}),
        (${other}, null, 'csv', 'x', 'applied', ${JSON.stringify([
          { line: 1, kind: 'added', key: 'x', values: { name: printed } },
          { line: 2, kind: 'added', key: 'x', values: { name: 'Orang Lain' } },
        ])}::jsonb, ${at})`,
    sql`insert into roster_import_changes
      select (select max(id) from roster_imports where person_id = ${other}), r.id,
        ${JSON.stringify({ name: printed, phone: '6281211112222' })}::jsonb
      from roster_places r where r.person_id = ${person}`,
    sql`insert into web_links values (${personId}, ${person}, '/x', '2030-01-01Z', null)`,
    sql`insert into web_sessions values (${personId}, ${person}, '2030-01-01Z')`,
    sql`insert into stats_people (person_id, timezone, weekly, away, leaves, away_until)
      values (${person}, 'Asia/Makassar', false, '{[2026-11-23,2026-11-25)}', '{[2026-11-23,2026-11-25)}', ${day})
      on conflict do nothing`,
    sql`insert into stats_person_days values (${person}, '2020-01-06', '{}', '', 0, '{}', '{}', 0, 0, '{}', '{}', '{}', '{}')`,
    sql`insert into audit (at, action, by_id, person_id, details)
      values (${at}, 'person.confirmed', ${person}, ${other}, '{}'), (${at}, 'person.confirmed', ${other}, ${person}, '{}')`,
  ]
  for (const statement of statements) await db.execute(statement)
}

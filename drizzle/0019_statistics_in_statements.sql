DROP INDEX "people_paused";--> statement-breakpoint
ALTER TABLE "stats_people" ADD COLUMN "paused" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "pauses_last_day" ON "pauses" USING btree ("last_day");--> statement-breakpoint
-- Marks are left once a statement, not once a row: answers are graded, and messages are recorded, many
-- at a time. See docs/decisions/roll-ups-are-kept-from-marks.md.
create function stats_mark_answers() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into stats_marks (person_id, at, delivery_id)
    select person_id, answered_at, delivery_id from gone;
  end if;
  if tg_op <> 'DELETE' then
    insert into stats_marks (person_id, at, delivery_id)
    select person_id, answered_at, delivery_id from come;
  end if;
  return null;
end $$;
--> statement-breakpoint
create function stats_mark_deliveries() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into stats_marks (person_id, day, delivery_id)
    select person_id, due_day, id from come where state <> 'open' or sent_at is not null;
  elsif tg_op = 'DELETE' then
    insert into stats_marks (person_id, day, delivery_id)
    select person_id, due_day, id from gone;
  else
    insert into stats_marks (person_id, day, delivery_id)
    select m.person_id, m.due_day, g.id
    from gone g join come c using (id)
    cross join lateral (
      select g.person_id, g.due_day union select c.person_id, c.due_day) m
    where (g.state, g.sent_at, g.quiz_sent_at, g.due_day, g.lesson_id, g.person_id, g.bundle_place)
      is distinct from
      (c.state, c.sent_at, c.quiz_sent_at, c.due_day, c.lesson_id, c.person_id, c.bundle_place);
  end if;
  return null;
end $$;
--> statement-breakpoint
create function stats_mark_nudges() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into stats_marks (person_id, day) select person_id, day from gone;
  end if;
  if tg_op <> 'DELETE' then
    insert into stats_marks (person_id, day) select person_id, day from come;
  end if;
  return null;
end $$;
--> statement-breakpoint
drop trigger stats_answers on answers;
--> statement-breakpoint
create trigger stats_answers_came after insert on answers referencing new table as come
  for each statement execute function stats_mark_answers();
--> statement-breakpoint
create trigger stats_answers_changed after update on answers
  referencing old table as gone new table as come
  for each statement execute function stats_mark_answers();
--> statement-breakpoint
create trigger stats_answers_gone after delete on answers referencing old table as gone
  for each statement execute function stats_mark_answers();
--> statement-breakpoint
drop trigger stats_deliveries_came on deliveries;
--> statement-breakpoint
drop trigger stats_deliveries_changed on deliveries;
--> statement-breakpoint
drop trigger stats_deliveries_gone on deliveries;
--> statement-breakpoint
create trigger stats_deliveries_came after insert on deliveries referencing new table as come
  for each statement execute function stats_mark_deliveries();
--> statement-breakpoint
create trigger stats_deliveries_changed after update on deliveries
  referencing old table as gone new table as come
  for each statement execute function stats_mark_deliveries();
--> statement-breakpoint
create trigger stats_deliveries_gone after delete on deliveries referencing old table as gone
  for each statement execute function stats_mark_deliveries();
--> statement-breakpoint
drop trigger stats_nudges on nudges;
--> statement-breakpoint
create trigger stats_nudges_came after insert on nudges referencing new table as come
  for each statement execute function stats_mark_nudges();
--> statement-breakpoint
create trigger stats_nudges_changed after update on nudges
  referencing old table as gone new table as come
  for each statement execute function stats_mark_nudges();
--> statement-breakpoint
create trigger stats_nudges_gone after delete on nudges referencing old table as gone
  for each statement execute function stats_mark_nudges();
--> statement-breakpoint
drop function stats_mark_answer();
--> statement-breakpoint
drop function stats_mark_delivery();
--> statement-breakpoint
drop function stats_mark_nudge();
--> statement-breakpoint
-- A pause is counted now as well.
drop trigger stats_people_changed on people;
--> statement-breakpoint
create trigger stats_people_changed after update on people for each row
  when ((old.unit_id, old.job_role, old.timezone, old.created_at, old.joined_at,
      old.join_step is null, old.weekly_on is null, old.paused, old.unreachable_since,
      old.moved_away_at is null)
    is distinct from
    (new.unit_id, new.job_role, new.timezone, new.created_at, new.joined_at,
      new.join_step is null, new.weekly_on is null, new.paused, new.unreachable_since,
      new.moved_away_at is null))
  execute function stats_mark_person();
--> statement-breakpoint
insert into stats_marks (person_id) select id from people where paused;

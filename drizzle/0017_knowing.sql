CREATE TABLE "stats_marks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stats_marks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"day" date,
	"at" timestamp (3) with time zone,
	"delivery_id" bigint
);
--> statement-breakpoint
CREATE TABLE "stats_people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid,
	"job_role" text,
	"timezone" text NOT NULL,
	"known_day" date,
	"joined_day" date,
	"unreachable_day" date,
	"weekly" boolean NOT NULL,
	"open_since" date,
	"last_active" date
);
--> statement-breakpoint
CREATE TABLE "stats_person_days" (
	"person_id" uuid NOT NULL,
	"day" date NOT NULL,
	"lessons" text[] NOT NULL,
	"outcomes" text NOT NULL,
	"undelivered" smallint NOT NULL,
	"waits" integer[] NOT NULL,
	"hours" smallint[] NOT NULL,
	"reviewed" smallint NOT NULL,
	"review_right" smallint NOT NULL,
	"begun" text[] NOT NULL,
	"done" text[] NOT NULL,
	"nudged" smallint[] NOT NULL,
	"followed" smallint[] NOT NULL,
	"previous" date,
	CONSTRAINT "stats_person_days_person_id_day_pk" PRIMARY KEY("person_id","day")
);
--> statement-breakpoint
CREATE TABLE "stats_sums" (
	"scope" text NOT NULL,
	"measure" text NOT NULL,
	"day" date NOT NULL,
	"key" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "stats_sums_scope_measure_day_key_pk" PRIMARY KEY("scope","measure","day","key")
);
--> statement-breakpoint
CREATE INDEX "people_paused" ON "people" USING btree ("id") WHERE "people"."paused";--> statement-breakpoint
CREATE INDEX "leaves_days" ON "leaves" USING btree ("last_day");
--> statement-breakpoint
-- Today's sums change with every batch: room for a new version of a row beside the old one.
alter table stats_sums set (fillfactor = 70);
--> statement-breakpoint
create function stats_mark_answer() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into stats_marks (person_id, at, delivery_id)
    values (old.person_id, old.answered_at, old.delivery_id);
  end if;
  if tg_op <> 'DELETE' then
    insert into stats_marks (person_id, at, delivery_id)
    values (new.person_id, new.answered_at, new.delivery_id);
  end if;
  return null;
end $$;
--> statement-breakpoint
create function stats_mark_delivery() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into stats_marks (person_id, day, delivery_id)
    values (old.person_id, old.due_day, old.id);
  end if;
  if tg_op = 'INSERT'
    or tg_op = 'UPDATE' and (old.person_id, old.due_day) is distinct from (new.person_id, new.due_day)
  then
    insert into stats_marks (person_id, day, delivery_id)
    values (new.person_id, new.due_day, new.id);
  end if;
  return null;
end $$;
--> statement-breakpoint
create function stats_mark_nudge() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into stats_marks (person_id, day) values (old.person_id, old.day);
  end if;
  if tg_op <> 'DELETE' then
    insert into stats_marks (person_id, day) values (new.person_id, new.day);
  end if;
  return null;
end $$;
--> statement-breakpoint
create function stats_mark_enrolment() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into stats_marks (person_id, at)
    select old.person_id, m from unnest(array[old.started_at, old.done_at]) m where m is not null;
  end if;
  if tg_op <> 'DELETE' then
    insert into stats_marks (person_id, at)
    select new.person_id, m from unnest(array[new.started_at, new.done_at]) m where m is not null;
  end if;
  return null;
end $$;
--> statement-breakpoint
create function stats_mark_person() returns trigger language plpgsql as $$
begin
  insert into stats_marks (person_id) values (coalesce(new.id, old.id));
  return null;
end $$;
--> statement-breakpoint
create trigger stats_answers after insert or update or delete on answers
  for each row execute function stats_mark_answer();
--> statement-breakpoint
create trigger stats_deliveries_came after insert on deliveries for each row
  when (new.state <> 'open' or new.sent_at is not null) execute function stats_mark_delivery();
--> statement-breakpoint
create trigger stats_deliveries_changed after update on deliveries for each row
  when ((old.state, old.sent_at, old.quiz_sent_at, old.due_day, old.lesson_id, old.person_id,
      old.bundle_place)
    is distinct from
    (new.state, new.sent_at, new.quiz_sent_at, new.due_day, new.lesson_id, new.person_id,
      new.bundle_place))
  execute function stats_mark_delivery();
--> statement-breakpoint
create trigger stats_deliveries_gone after delete on deliveries
  for each row execute function stats_mark_delivery();
--> statement-breakpoint
create trigger stats_nudges after insert or update or delete on nudges
  for each row execute function stats_mark_nudge();
--> statement-breakpoint
create trigger stats_enrolments after insert or update or delete on enrolments
  for each row execute function stats_mark_enrolment();
--> statement-breakpoint
create trigger stats_people_came after insert or delete on people
  for each row execute function stats_mark_person();
--> statement-breakpoint
create trigger stats_people_changed after update on people for each row
  when ((old.unit_id, old.job_role, old.timezone, old.created_at, old.joined_at,
      old.join_step is null, old.weekly_on is null, old.unreachable_since,
      old.moved_away_at is null)
    is distinct from
    (new.unit_id, new.job_role, new.timezone, new.created_at, new.joined_at,
      new.join_step is null, new.weekly_on is null, new.unreachable_since,
      new.moved_away_at is null))
  execute function stats_mark_person();
--> statement-breakpoint
-- What happened before these triggers is reckoned too.
insert into stats_marks (person_id) select id from people;

DROP INDEX "leaves_days";--> statement-breakpoint
DROP INDEX "pauses_last_day";--> statement-breakpoint
ALTER TABLE "stats_people" ADD COLUMN "away" datemultirange;--> statement-breakpoint
ALTER TABLE "stats_people" ADD COLUMN "leaves" datemultirange;--> statement-breakpoint
ALTER TABLE "stats_people" ADD COLUMN "away_until" date;--> statement-breakpoint
CREATE INDEX "stats_people_away" ON "stats_people" USING btree ("away_until");--> statement-breakpoint
-- Leaves and pauses count from now on: whoever gets, changes or loses one is reckoned anew.
create function stats_mark_away() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into stats_marks (person_id) select distinct person_id from gone;
  end if;
  if tg_op <> 'DELETE' then
    insert into stats_marks (person_id) select distinct person_id from come;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger stats_leaves_came after insert on leaves referencing new table as come
  for each statement execute function stats_mark_away();
--> statement-breakpoint
create trigger stats_leaves_changed after update on leaves
  referencing old table as gone new table as come
  for each statement execute function stats_mark_away();
--> statement-breakpoint
create trigger stats_leaves_gone after delete on leaves referencing old table as gone
  for each statement execute function stats_mark_away();
--> statement-breakpoint
create trigger stats_pauses_came after insert on pauses referencing new table as come
  for each statement execute function stats_mark_away();
--> statement-breakpoint
create trigger stats_pauses_changed after update on pauses
  referencing old table as gone new table as come
  for each statement execute function stats_mark_away();
--> statement-breakpoint
create trigger stats_pauses_gone after delete on pauses referencing old table as gone
  for each statement execute function stats_mark_away();
--> statement-breakpoint
-- Filled here and not by marks, which a worker of before might take up without these columns.
update stats_people s set away = b.away, leaves = b.leaves, away_until = b.away_until
from (
  select person_id, range_agg(span) as away, range_agg(span) filter (where is_leave) as leaves,
    max(last_day) as away_until
  from (
    select person_id, true as is_leave, last_day, daterange(first_day, last_day, '[]') as span from leaves
    union all
    select person_id, false, last_day, daterange(first_day, last_day, '[]') from pauses) spans
  group by person_id) b
where s.person_id = b.person_id;

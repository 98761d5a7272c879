-- An absence with an end is a leave, one without is a pause, and nobody's absence stands in both. When
-- a pause was asked for was not kept; the person was last seen then or later, so that day begins it.
insert into leaves (person_id, first_day, last_day, kind, created_at)
select id,
  least((last_seen_at at time zone timezone)::date, (paused_until at time zone timezone)::date),
  (paused_until at time zone timezone)::date, 'leave', last_seen_at
from people where paused and paused_until is not null;
--> statement-breakpoint
update people set paused = false, paused_until = null where paused_until is not null;

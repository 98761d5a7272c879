CREATE TABLE "lesson_search" (
	"lesson_id" text NOT NULL,
	"locale" text NOT NULL,
	"track_id" text NOT NULL,
	"hash" text NOT NULL,
	"body" text NOT NULL,
	"words" text[] NOT NULL,
	"document" "tsvector" NOT NULL,
	CONSTRAINT "lesson_search_lesson_id_locale_pk" PRIMARY KEY("lesson_id","locale")
);
--> statement-breakpoint
CREATE TABLE "lesson_words" (
	"word" text PRIMARY KEY NOT NULL,
	"track_ids" text[] NOT NULL,
	"lessons" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_lessons" (
	"lesson_id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"track_id" text NOT NULL,
	"position" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_questions" (
	"question_id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"lesson_id" text NOT NULL,
	"position" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_tracks" (
	"track_id" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"for_kind" text NOT NULL,
	"for_value" text
);
--> statement-breakpoint
CREATE TABLE "learners" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"next_due_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_cards" (
	"person_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"stability" double precision,
	"difficulty" double precision,
	"last_day" date,
	"lapsed" boolean DEFAULT false NOT NULL,
	"due_day" date NOT NULL,
	"answers" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "review_cards_person_id_question_id_pk" PRIMARY KEY("person_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"question_hash" text NOT NULL,
	"cause" text NOT NULL,
	"state" text NOT NULL,
	"day" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "reviews_state" CHECK ("reviews"."state" in ('open', 'answered', 'expired', 'undelivered'))
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "track_choices" (
	"person_id" uuid NOT NULL,
	"track_id" text NOT NULL,
	"choice" text NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "track_choices_person_id_track_id_pk" PRIMARY KEY("person_id","track_id")
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"week" jsonb NOT NULL,
	"observes_holidays" boolean NOT NULL,
	"observes_collective_leave" boolean NOT NULL,
	"hours" jsonb NOT NULL,
	"ramadan_hours" jsonb NOT NULL,
	CONSTRAINT "calendars_kind" CHECK ("calendars"."kind" in ('office', 'school', 'service'))
);
--> statement-breakpoint
CREATE TABLE "leaves" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "leaves_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "leaves_days" CHECK ("leaves"."last_day" >= "leaves"."first_day"),
	CONSTRAINT "leaves_kind" CHECK ("leaves"."kind" in ('leave', 'sick'))
);
--> statement-breakpoint
CREATE TABLE "ramadans" (
	"hijri_year" smallint PRIMARY KEY NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "ramadans_days" CHECK ("ramadans"."last_day" - "ramadans"."first_day" between 28 and 29)
);
--> statement-breakpoint
CREATE TABLE "unit_calendars" (
	"unit_id" uuid PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_once";--> statement-breakpoint
DROP INDEX "enrolments_due";--> statement-breakpoint
ALTER TABLE "polls" ALTER COLUMN "delivery_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "day_begins" smallint;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "day_ends" smallint;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "sector" text;--> statement-breakpoint
ALTER TABLE "question_versions" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "question_versions" ADD COLUMN "latest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "review_id" bigint;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD COLUMN "id" bigint PRIMARY KEY NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "calendar_days_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "calendar_days" ADD COLUMN "calendar_id" text;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "polls" ADD COLUMN "review_id" bigint;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cards" ADD CONSTRAINT "review_cards_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_question_version" FOREIGN KEY ("question_id","question_hash") REFERENCES "public"."question_versions"("question_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_choices" ADD CONSTRAINT "track_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_calendars" ADD CONSTRAINT "unit_calendars_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_calendars" ADD CONSTRAINT "unit_calendars_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lesson_search_document" ON "lesson_search" USING gin ("document");--> statement-breakpoint
CREATE INDEX "lesson_words_start" ON "lesson_words" USING btree ("word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "live_lessons_track" ON "live_lessons" USING btree ("track_id","position");--> statement-breakpoint
CREATE INDEX "live_questions_lesson" ON "live_questions" USING btree ("lesson_id","position");--> statement-breakpoint
CREATE INDEX "learners_due" ON "learners" USING btree ("next_due_at");--> statement-breakpoint
CREATE INDEX "review_cards_due" ON "review_cards" USING btree ("person_id","due_day");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_one_open" ON "reviews" USING btree ("person_id","question_id") WHERE "reviews"."state" = 'open';--> statement-breakpoint
CREATE INDEX "reviews_open_since" ON "reviews" USING btree ("created_at") WHERE "reviews"."state" = 'open';--> statement-breakpoint
CREATE INDEX "reviews_question" ON "reviews" USING btree ("question_id","question_hash");--> statement-breakpoint
CREATE INDEX "leaves_person" ON "leaves" USING btree ("person_id","last_day");--> statement-breakpoint
CREATE INDEX "unit_calendars_calendar" ON "unit_calendars" USING btree ("calendar_id");--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "question_versions_latest" ON "question_versions" USING btree ("question_id") WHERE "question_versions"."latest";--> statement-breakpoint
CREATE INDEX "answers_review" ON "answers" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "calendar_days_calendar" ON "calendar_days" USING btree ("calendar_id");--> statement-breakpoint
CREATE INDEX "deliveries_enrolment" ON "deliveries" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "polls_review" ON "polls" USING btree ("review_id");--> statement-breakpoint
-- Who learnt already goes on: the next moment moves from the track to the person; whoever had
-- finished is looked at at once, and finds the rhythm of reviews.
INSERT INTO "learners" ("person_id", "next_due_at", "started_at")
SELECT e."person_id",
	CASE WHEN bool_or(e."state" = 'active') THEN min(e."next_due_at") FILTER (WHERE e."state" = 'active')
		WHEN p."paused" THEN NULL ELSE max(e."done_at") END,
	min(e."started_at")
FROM "enrolments" e JOIN "people" p ON p."id" = e."person_id"
GROUP BY e."person_id", p."paused";--> statement-breakpoint
-- What was answered before memory was kept comes again once, wrong answers first.
INSERT INTO "review_cards" ("person_id", "question_id", "due_day", "lapsed")
SELECT DISTINCT ON ("person_id", "question_id") "person_id", "question_id",
	("answered_at" + interval '1 day')::date, NOT "correct"
FROM "answers" ORDER BY "person_id", "question_id", "answered_at" DESC;--> statement-breakpoint
-- The newest wording of each question is the one that the next is judged by.
UPDATE "question_versions" v SET "latest" = true FROM (
	SELECT DISTINCT ON ("question_id") "question_id", "hash" FROM "question_versions"
	ORDER BY "question_id", "first_seen_at" DESC, "hash") n
WHERE v."question_id" = n."question_id" AND v."hash" = n."hash";--> statement-breakpoint
ALTER TABLE "enrolments" DROP COLUMN "next_due_at";--> statement-breakpoint
ALTER TABLE "enrolments" DROP COLUMN "plan_version";--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_once" UNIQUE NULLS NOT DISTINCT("day","kind","calendar_id");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_once" UNIQUE("person_id","lesson_id");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_own_hours" CHECK (("people"."day_begins" is null) = ("people"."day_ends" is null) and coalesce(
        "people"."day_begins" >= 0 and "people"."day_ends" <= 1440 and "people"."day_ends" > "people"."day_begins", true));--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_state" CHECK ("enrolments"."state" in ('active', 'done'));--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_of_one" CHECK (num_nonnulls("polls"."delivery_id", "polls"."review_id") = 1);
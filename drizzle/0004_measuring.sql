CREATE TABLE "live_items" (
	"question_id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"track_id" text NOT NULL,
	"form" text NOT NULL,
	"position" smallint NOT NULL,
	"lesson_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessment_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "assessment_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"track_id" text NOT NULL,
	"phase" text NOT NULL,
	"question_id" text NOT NULL,
	"question_hash" text NOT NULL,
	"state" text NOT NULL,
	"in_time" boolean,
	"day" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "assessment_items_once" UNIQUE("person_id","question_id"),
	CONSTRAINT "assessment_items_state" CHECK ("assessment_items"."state" in ('open', 'answered', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "assessment_runs" (
	"person_id" uuid NOT NULL,
	"track_id" text NOT NULL,
	"first_form" text NOT NULL,
	"phase" text NOT NULL,
	"ask_on" date,
	"started_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assessment_runs_person_id_track_id_pk" PRIMARY KEY("person_id","track_id"),
	CONSTRAINT "assessment_runs_form" CHECK ("assessment_runs"."first_form" in ('a', 'b')),
	CONSTRAINT "assessment_runs_phase" CHECK ("assessment_runs"."phase" in ('before', 'after', 'delayed', 'done'))
);
--> statement-breakpoint
CREATE TABLE "survey_answers" (
	"person_id" uuid NOT NULL,
	"survey" text NOT NULL,
	"occasion" text NOT NULL,
	"item_id" text NOT NULL,
	"value" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_answers_person_id_survey_occasion_item_id_pk" PRIMARY KEY("person_id","survey","occasion","item_id")
);
--> statement-breakpoint
CREATE TABLE "survey_asks" (
	"person_id" uuid NOT NULL,
	"survey" text NOT NULL,
	"occasion" text NOT NULL,
	"day" date NOT NULL,
	"declined" boolean DEFAULT false NOT NULL,
	CONSTRAINT "survey_asks_person_id_survey_occasion_pk" PRIMARY KEY("person_id","survey","occasion"),
	CONSTRAINT "survey_asks_survey" CHECK ("survey_asks"."survey" in ('attitude', 'work'))
);
--> statement-breakpoint
ALTER TABLE "enrolments" DROP CONSTRAINT "enrolments_state";--> statement-breakpoint
ALTER TABLE "polls" DROP CONSTRAINT "polls_of_one";--> statement-breakpoint
ALTER TABLE "live_questions" ADD COLUMN "tag" text;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "item_id" bigint;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "sure" boolean;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "confidence" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "taught_days" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "taught_on" date;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "confidence_on" date;--> statement-breakpoint
ALTER TABLE "polls" ADD COLUMN "item_id" bigint;--> statement-breakpoint
ALTER TABLE "review_cards" ADD COLUMN "misled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "confidence" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment_items" ADD CONSTRAINT "assessment_items_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_items" ADD CONSTRAINT "assessment_items_question_version" FOREIGN KEY ("question_id","question_hash") REFERENCES "public"."question_versions"("question_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_runs" ADD CONSTRAINT "assessment_runs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_asked" FOREIGN KEY ("person_id","survey","occasion") REFERENCES "public"."survey_asks"("person_id","survey","occasion") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_asks" ADD CONSTRAINT "survey_asks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessment_items_track" ON "assessment_items" USING btree ("track_id","phase");--> statement-breakpoint
CREATE INDEX "assessment_items_question" ON "assessment_items" USING btree ("question_id","question_hash");--> statement-breakpoint
CREATE INDEX "assessment_items_open_since" ON "assessment_items" USING btree ("created_at") WHERE "assessment_items"."state" = 'open';--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_item_id_assessment_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."assessment_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_item_id_assessment_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."assessment_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answers_item" ON "answers" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "polls_item" ON "polls" USING btree ("item_id");--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_state" CHECK ("enrolments"."state" in ('active', 'done', 'placed'));--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_of_one" CHECK (num_nonnulls("polls"."delivery_id", "polls"."review_id", "polls"."item_id") = 1);--> statement-breakpoint
-- Days on which a lesson came count from the start; those of rest, on which reviews came, too.
UPDATE "learners" l SET "taught_days" = d.days, "taught_on" = d.latest
FROM (
	SELECT person_id, count(*) AS days, max(day) AS latest FROM (
		SELECT person_id, due_day AS day FROM deliveries WHERE state <> 'undelivered'
		UNION
		SELECT person_id, day FROM reviews WHERE cause = 'due' AND state <> 'undelivered') had
	GROUP BY person_id) d
WHERE d.person_id = l.person_id;

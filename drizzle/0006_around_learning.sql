CREATE TABLE "takeovers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "takeovers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"newcomer_id" uuid,
	"new_telegram_id" bigint NOT NULL,
	"new_chat_id" bigint NOT NULL,
	"unit_id" uuid,
	"candidates" jsonb NOT NULL,
	"state" text NOT NULL,
	"person_id" uuid,
	"old_telegram_id" bigint,
	"old_chat_id" bigint,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "takeovers_state" CHECK ("takeovers"."state" in ('asked', 'confirmed', 'refused', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "badges" (
	"person_id" uuid NOT NULL,
	"badge" text NOT NULL,
	"earned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "badges_person_id_badge_pk" PRIMARY KEY("person_id","badge")
);
--> statement-breakpoint
CREATE TABLE "pauses" (
	"person_id" uuid NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date,
	CONSTRAINT "pauses_person_id_first_day_pk" PRIMARY KEY("person_id","first_day"),
	CONSTRAINT "pauses_days" CHECK (coalesce("pauses"."last_day" >= "pauses"."first_day", true))
);
--> statement-breakpoint
CREATE TABLE "certificate_counters" (
	"year" smallint PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_holders" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"printed_name" text,
	"asn" boolean,
	"sealed_nip" text,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_sheets" (
	"certificate_id" bigint NOT NULL,
	"revision" smallint NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"sealed_nip" text,
	"unit" text NOT NULL,
	"title_id" text NOT NULL,
	"title_en" text NOT NULL,
	"completed_on" date NOT NULL,
	"issued_on" date NOT NULL,
	"printed_on" date NOT NULL,
	"jp" smallint,
	"jp_basis" text,
	"letterhead" jsonb NOT NULL,
	"signatory" jsonb,
	CONSTRAINT "certificate_sheets_certificate_id_revision_pk" PRIMARY KEY("certificate_id","revision"),
	CONSTRAINT "certificate_sheets_code" UNIQUE("code"),
	CONSTRAINT "certificate_sheets_jp" CHECK (("certificate_sheets"."jp" is null) = ("certificate_sheets"."jp_basis" is null))
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "certificates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid,
	"track_id" text NOT NULL,
	"number" text NOT NULL,
	"year" smallint NOT NULL,
	"serial" integer NOT NULL,
	"revision" smallint DEFAULT 1 NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_reason" text,
	CONSTRAINT "certificates_once" UNIQUE("person_id","track_id"),
	CONSTRAINT "certificates_number" UNIQUE("number"),
	CONSTRAINT "certificates_serial" UNIQUE("year","serial"),
	CONSTRAINT "certificates_revoked" CHECK (("certificates"."revoked_at" is null) = ("certificates"."revoked_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "track_hours" (
	"track_id" text PRIMARY KEY NOT NULL,
	"jp" smallint NOT NULL,
	"basis" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "track_hours_jp" CHECK ("track_hours"."jp" between 1 and 999)
);
--> statement-breakpoint
CREATE TABLE "practice_drafts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_drafts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_drafts_one" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "practice_questions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"lesson_id" text,
	"text" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by" uuid,
	"answered_as" text,
	CONSTRAINT "practice_questions_role" CHECK ("practice_questions"."answered_as" in ('coordinator', 'admin')),
	CONSTRAINT "practice_questions_answered" CHECK (("practice_questions"."answered_at" is null) = ("practice_questions"."answer" is null))
);
--> statement-breakpoint
CREATE TABLE "practice_replies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_replies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"text" text NOT NULL,
	"shared_at" timestamp (3) with time zone,
	"praised_at" timestamp (3) with time zone,
	"praised_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_replies_once" UNIQUE("person_id","lesson_id")
);
--> statement-breakpoint
ALTER TABLE "leaves" DROP CONSTRAINT "leaves_kind";--> statement-breakpoint
ALTER TABLE "leaves" ADD COLUMN "returned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_newcomer_id_people_id_fk" FOREIGN KEY ("newcomer_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badges" ADD CONSTRAINT "badges_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_holders" ADD CONSTRAINT "certificate_holders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_sheets" ADD CONSTRAINT "certificate_sheets_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_drafts" ADD CONSTRAINT "practice_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_replies" ADD CONSTRAINT "practice_replies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_replies" ADD CONSTRAINT "practice_replies_praised_by_people_id_fk" FOREIGN KEY ("praised_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "takeovers_one_asked" ON "takeovers" USING btree ("newcomer_id") WHERE "takeovers"."state" = 'asked';--> statement-breakpoint
CREATE INDEX "takeovers_newcomer" ON "takeovers" USING btree ("newcomer_id");--> statement-breakpoint
CREATE INDEX "takeovers_unit" ON "takeovers" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "takeovers_person" ON "takeovers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "takeovers_decided_by" ON "takeovers" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "takeovers_asked" ON "takeovers" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "practice_drafts_expiry" ON "practice_drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "practice_questions_person" ON "practice_questions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "practice_questions_open" ON "practice_questions" USING btree ("asked_at","id") WHERE "practice_questions"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "practice_questions_answered_by" ON "practice_questions" USING btree ("answered_by");--> statement-breakpoint
CREATE INDEX "practice_replies_shared" ON "practice_replies" USING btree ("shared_at","id") WHERE "practice_replies"."shared_at" is not null;--> statement-breakpoint
CREATE INDEX "practice_replies_praised_by" ON "practice_replies" USING btree ("praised_by");--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_kind" CHECK ("leaves"."kind" in ('leave', 'sick', 'duty'));
--> statement-breakpoint
-- An absence with an end is a leave, one without is a pause, and nobody's absence stands in both. When
-- a pause was asked for was not kept; the person was last seen then or later, so that day begins it.
insert into leaves (person_id, first_day, last_day, kind, created_at)
select id,
  least((last_seen_at at time zone timezone)::date, (paused_until at time zone timezone)::date),
  (paused_until at time zone timezone)::date, 'leave', last_seen_at
from people where paused and paused_until is not null;
--> statement-breakpoint
update people set paused = false, paused_until = null where paused_until is not null;

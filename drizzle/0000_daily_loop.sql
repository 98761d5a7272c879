CREATE TABLE "chat_pace" (
	"chat_id" bigint PRIMARY KEY NOT NULL,
	"free_at" timestamp (3) with time zone NOT NULL,
	"sound_day" date
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"bot_id" bigint NOT NULL,
	"update_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"person_key" bigint NOT NULL,
	"body" jsonb,
	"state" text NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"retry_at" timestamp (3) with time zone,
	"error" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"handled_at" timestamp (3) with time zone,
	CONSTRAINT "inbox_update_once" UNIQUE("bot_id","update_id"),
	CONSTRAINT "inbox_state" CHECK ("inbox"."state" in ('new', 'handled', 'passed', 'parked'))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lane" text NOT NULL,
	"kind" text NOT NULL,
	"args" jsonb NOT NULL,
	"person_id" uuid,
	"chat_id" bigint NOT NULL,
	"bundle_id" uuid,
	"bundle_position" smallint DEFAULT 0 NOT NULL,
	"ready" boolean DEFAULT true NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"spent" smallint DEFAULT 0 NOT NULL,
	"uncertain_resends" smallint DEFAULT 0 NOT NULL,
	"dedupe_key" text,
	"supersede_key" text,
	"sound_day" date,
	"not_before" timestamp (3) with time zone,
	"not_after" timestamp (3) with time zone NOT NULL,
	"queued_until" timestamp (3) with time zone,
	"retry_at" timestamp (3) with time zone,
	"lease_until" timestamp (3) with time zone,
	"leased_by" text,
	"message_id" bigint,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_dedupe" UNIQUE("dedupe_key"),
	CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('pending', 'sending', 'sent', 'uncertain', 'failed', 'cancelled')),
	CONSTRAINT "outbox_lane" CHECK ("outbox"."lane" in ('reply', 'lesson', 'review', 'announcement', 'nudge'))
);
--> statement-breakpoint
CREATE TABLE "outbox_attempts" (
	"outbox_id" bigint NOT NULL,
	"attempt" integer NOT NULL,
	"worker" text NOT NULL,
	"outcome" text NOT NULL,
	"message_id" bigint,
	"poll_id" text,
	"error" text,
	"late" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outbox_attempts_outbox_id_attempt_pk" PRIMARY KEY("outbox_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "pace" (
	"bot_id" bigint PRIMARY KEY NOT NULL,
	"bulk_next_ms" double precision DEFAULT 0 NOT NULL,
	"total_next_ms" double precision DEFAULT 0 NOT NULL,
	"paused_until_ms" double precision DEFAULT 0 NOT NULL,
	"halted" text
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"person_id" uuid NOT NULL,
	"notice_version" integer NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consents_person_id_notice_version_pk" PRIMARY KEY("person_id","notice_version")
);
--> statement-breakpoint
CREATE TABLE "invite_guesses" (
	"telegram_id" bigint PRIMARY KEY NOT NULL,
	"wrong" integer NOT NULL,
	"blocked_until" timestamp (3) with time zone,
	"last_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invites" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invites_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code_hash" text NOT NULL,
	"grants" text NOT NULL,
	"unit_id" uuid,
	"max_uses" integer NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invites_code" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"telegram_id" bigint NOT NULL,
	"chat_id" bigint NOT NULL,
	"name" text NOT NULL,
	"address_form" text,
	"job_role" text,
	"locale" text NOT NULL,
	"timezone" text NOT NULL,
	"lesson_minute" smallint NOT NULL,
	"unit_id" uuid,
	"join_step" text,
	"awaiting" text,
	"joined_at" timestamp (3) with time zone,
	"paused" boolean DEFAULT false NOT NULL,
	"paused_until" timestamp (3) with time zone,
	"unreachable_since" timestamp (3) with time zone,
	"unreachable_reason" text,
	"menu" text,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_telegram" UNIQUE("telegram_id"),
	CONSTRAINT "people_lesson_minute" CHECK ("people"."lesson_minute" between 0 and 1439)
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid,
	"granted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "roles_once" UNIQUE NULLS NOT DISTINCT("person_id","role","unit_id")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_versions" (
	"lesson_id" text NOT NULL,
	"hash" text NOT NULL,
	"track_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lesson_versions_lesson_id_hash_pk" PRIMARY KEY("lesson_id","hash")
);
--> statement-breakpoint
CREATE TABLE "question_versions" (
	"question_id" text NOT NULL,
	"hash" text NOT NULL,
	"lesson_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "question_versions_question_id_hash_pk" PRIMARY KEY("question_id","hash")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"question_hash" text NOT NULL,
	"occasion" text NOT NULL,
	"delivery_id" bigint,
	"option_key" text NOT NULL,
	"correct" boolean NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answers_once" UNIQUE("person_id","question_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"day" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"enrolment_id" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"lesson_hash" text NOT NULL,
	"question_id" text NOT NULL,
	"question_hash" text NOT NULL,
	"position" smallint NOT NULL,
	"state" text NOT NULL,
	"cause" text NOT NULL,
	"tries" smallint DEFAULT 1 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"repeated_at" timestamp (3) with time zone,
	"due_day" date NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"quiz_sent_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"next_nudge_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_once" UNIQUE("enrolment_id","lesson_id"),
	CONSTRAINT "deliveries_state" CHECK ("deliveries"."state" in ('open', 'answered', 'skipped', 'undelivered'))
);
--> statement-breakpoint
CREATE TABLE "early_answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "early_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"poll_id" text NOT NULL,
	"telegram_id" bigint NOT NULL,
	"persistent_ids" jsonb NOT NULL,
	"positions" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "early_answers_once" UNIQUE("poll_id","telegram_id")
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "enrolments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"track_id" text NOT NULL,
	"state" text NOT NULL,
	"next_due_at" timestamp (3) with time zone,
	"plan_version" integer DEFAULT 1 NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "enrolments_once" UNIQUE("person_id","track_id")
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"poll_id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"delivery_id" bigint NOT NULL,
	"option_keys" jsonb NOT NULL,
	"message_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nudges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nudges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"delivery_id" bigint NOT NULL,
	"day" date NOT NULL,
	"step" smallint NOT NULL,
	"outcome" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "nudges_once_a_day" UNIQUE("person_id","day")
);
--> statement-breakpoint
ALTER TABLE "outbox_attempts" ADD CONSTRAINT "outbox_attempts_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_question_version" FOREIGN KEY ("question_id","question_hash") REFERENCES "public"."question_versions"("question_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_lesson_version" FOREIGN KEY ("lesson_id","lesson_hash") REFERENCES "public"."lesson_versions"("lesson_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_question_version" FOREIGN KEY ("question_id","question_hash") REFERENCES "public"."question_versions"("question_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_new" ON "inbox" USING btree ("person_key","id") WHERE "inbox"."state" = 'new';--> statement-breakpoint
CREATE INDEX "inbox_new_in_order" ON "inbox" USING btree ("id") WHERE "inbox"."state" = 'new';--> statement-breakpoint
CREATE INDEX "inbox_done" ON "inbox" USING btree ("id") WHERE "inbox"."state" in ('handled', 'passed');--> statement-breakpoint
CREATE INDEX "inbox_parked" ON "inbox" USING btree ("received_at") WHERE "inbox"."state" = 'parked';--> statement-breakpoint
CREATE INDEX "outbox_feed" ON "outbox" USING btree ("lane","id") WHERE "outbox"."state" = 'pending' and "outbox"."ready";--> statement-breakpoint
CREATE INDEX "outbox_chat_order" ON "outbox" USING btree ("chat_id","lane","id") WHERE "outbox"."state" in ('pending', 'sending');--> statement-breakpoint
CREATE INDEX "outbox_leases" ON "outbox" USING btree ("lease_until") WHERE "outbox"."state" = 'sending';--> statement-breakpoint
CREATE INDEX "outbox_queued" ON "outbox" USING btree ("queued_until") WHERE "outbox"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_expiry" ON "outbox" USING btree ("not_after") WHERE "outbox"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_bundle" ON "outbox" USING btree ("bundle_id","bundle_position") WHERE "outbox"."bundle_id" is not null;--> statement-breakpoint
CREATE INDEX "outbox_supersede" ON "outbox" USING btree ("supersede_key") WHERE "outbox"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_person" ON "outbox" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "outbox_attempts_poll" ON "outbox_attempts" USING btree ("poll_id") WHERE "outbox_attempts"."poll_id" is not null;--> statement-breakpoint
CREATE INDEX "invites_unit" ON "invites" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "invites_created_by" ON "invites" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "people_unit" ON "people" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "roles_unit" ON "roles" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_name" ON "units" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "units_parent" ON "units" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_one_root" ON "units" USING btree (("parent_id" is null)) WHERE "units"."parent_id" is null;--> statement-breakpoint
CREATE INDEX "answers_person" ON "answers" USING btree ("person_id","answered_at");--> statement-breakpoint
CREATE INDEX "answers_question" ON "answers" USING btree ("question_id","question_hash");--> statement-breakpoint
CREATE INDEX "answers_delivery" ON "answers" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "answers_when" ON "answers" USING btree ("answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_one_open" ON "deliveries" USING btree ("person_id") WHERE "deliveries"."state" = 'open';--> statement-breakpoint
CREATE INDEX "deliveries_person" ON "deliveries" USING btree ("person_id","due_at");--> statement-breakpoint
CREATE INDEX "deliveries_nudge" ON "deliveries" USING btree ("next_nudge_at") WHERE "deliveries"."state" = 'open';--> statement-breakpoint
CREATE INDEX "deliveries_lesson" ON "deliveries" USING btree ("lesson_id","lesson_hash");--> statement-breakpoint
CREATE INDEX "deliveries_question" ON "deliveries" USING btree ("question_id","question_hash");--> statement-breakpoint
CREATE INDEX "enrolments_due" ON "enrolments" USING btree ("next_due_at") WHERE "enrolments"."state" = 'active';--> statement-breakpoint
CREATE INDEX "polls_person" ON "polls" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "polls_delivery" ON "polls" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "nudges_delivery" ON "nudges" USING btree ("delivery_id");
CREATE TABLE "announcement_approvals" (
	"announcement_id" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	"approved" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "announcement_approvals_announcement_id_person_id_pk" PRIMARY KEY("announcement_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "announcement_recipients" (
	"announcement_id" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	"outbox_id" bigint NOT NULL,
	"day" date NOT NULL,
	"outcome" text,
	"reason" text,
	"chat_id" bigint NOT NULL,
	"message_ids" bigint[] DEFAULT '{}' NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"choice" smallint[],
	"due_version" smallint DEFAULT 1 NOT NULL,
	"told_version" smallint DEFAULT 1 NOT NULL,
	"edit" text,
	"recall" text,
	CONSTRAINT "announcement_recipients_announcement_id_person_id_pk" PRIMARY KEY("announcement_id","person_id"),
	CONSTRAINT "announcement_recipients_outcome" CHECK ("announcement_recipients"."outcome" in ('sent', 'unreachable', 'failed', 'uncertain', 'cancelled')),
	CONSTRAINT "announcement_recipients_edit" CHECK ("announcement_recipients"."edit" in ('queued', 'done', 'failed')),
	CONSTRAINT "announcement_recipients_recall" CHECK ("announcement_recipients"."recall" in ('queued', 'done', 'too_old', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "announcements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"author_id" uuid,
	"state" text NOT NULL,
	"kind" text,
	"chat_id" bigint NOT NULL,
	"source_ids" bigint[] DEFAULT '{}' NOT NULL,
	"album" text,
	"preview_ids" bigint[] DEFAULT '{}' NOT NULL,
	"poll" jsonb,
	"found" text[] DEFAULT '{}' NOT NULL,
	"audience" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"previewed_count" integer,
	"previewed_hash" text,
	"in_hours" boolean DEFAULT true NOT NULL,
	"needs" text DEFAULT 'none' NOT NULL,
	"send_at" timestamp (3) with time zone,
	"starts_at" timestamp (3) with time zone,
	"queued_at" timestamp (3) with time zone,
	"reason" text,
	"version" smallint DEFAULT 1 NOT NULL,
	"spread_version" smallint DEFAULT 1 NOT NULL,
	"correction" jsonb,
	"unsettled" boolean DEFAULT false NOT NULL,
	"recalled_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "announcements_state" CHECK ("announcements"."state" in ('draft', 'awaiting_approval', 'scheduled', 'undoable', 'sending', 'paused', 'cancelled', 'done', 'recalled')),
	CONSTRAINT "announcements_needs" CHECK ("announcements"."needs" in ('none', 'second', 'admin'))
);
--> statement-breakpoint
ALTER TABLE "announcement_approvals" ADD CONSTRAINT "announcement_approvals_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_approvals" ADD CONSTRAINT "announcement_approvals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_recipients" ADD CONSTRAINT "announcement_recipients_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_recipients" ADD CONSTRAINT "announcement_recipients_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcement_approvals_person" ON "announcement_approvals" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "announcement_recipients_person" ON "announcement_recipients" USING btree ("person_id","day");--> statement-breakpoint
CREATE INDEX "announcement_recipients_open" ON "announcement_recipients" USING btree ("announcement_id") WHERE "announcement_recipients"."outcome" is null;--> statement-breakpoint
CREATE INDEX "announcements_author" ON "announcements" USING btree ("author_id","id");--> statement-breakpoint
CREATE INDEX "announcements_live" ON "announcements" USING btree ("id") WHERE "announcements"."state" in ('awaiting_approval', 'scheduled', 'undoable', 'sending', 'paused') or "announcements"."unsettled";
CREATE TABLE "calendar_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"concerned" jsonb NOT NULL,
	"followed" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "form_item_figures" (
	"question_id" text NOT NULL,
	"version" integer NOT NULL,
	"phase" text NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "form_item_figures_question_id_version_phase_pk" PRIMARY KEY("question_id","version","phase"),
	CONSTRAINT "form_item_figures_phase" CHECK ("form_item_figures"."phase" in ('before', 'after', 'delayed'))
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "waits_for" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "restricted_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "filter" jsonb;--> statement-breakpoint
CREATE INDEX "calendar_changes_left" ON "calendar_changes" USING btree ("id") WHERE not "calendar_changes"."followed";--> statement-breakpoint
CREATE INDEX "outbox_waits" ON "outbox" USING btree ("id") WHERE "outbox"."state" = 'pending' and "outbox"."waits_for" is not null;--> statement-breakpoint
CREATE INDEX "consents_withdrawn" ON "consents" USING btree ("withdrawn_at") WHERE "consents"."withdrawn_at" is not null;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_waits_for" CHECK ("outbox"."waits_for" in ('hours', 'lesson', 'nudge'));
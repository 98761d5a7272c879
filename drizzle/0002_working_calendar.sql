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
ALTER TABLE "people" ADD COLUMN "day_begins" smallint;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "day_ends" smallint;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD COLUMN "id" bigint PRIMARY KEY NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "calendar_days_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "calendar_days" ADD COLUMN "calendar_id" text;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_calendars" ADD CONSTRAINT "unit_calendars_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_calendars" ADD CONSTRAINT "unit_calendars_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leaves_person" ON "leaves" USING btree ("person_id","last_day");--> statement-breakpoint
CREATE INDEX "unit_calendars_calendar" ON "unit_calendars" USING btree ("calendar_id");--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_days_calendar" ON "calendar_days" USING btree ("calendar_id");--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_once" UNIQUE NULLS NOT DISTINCT("day","kind","calendar_id");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_own_hours" CHECK (("people"."day_begins" is null) = ("people"."day_ends" is null) and coalesce(
        "people"."day_begins" >= 0 and "people"."day_ends" <= 1440 and "people"."day_ends" > "people"."day_begins", true));
CREATE TABLE "digests" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"wanted" boolean DEFAULT true NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "practice_drafts" ADD COLUMN "message_id" bigint;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD COLUMN "asked_in" bigint;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD COLUMN "message_id" bigint;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD COLUMN "taken_by" uuid;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD COLUMN "taken_as" text;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD COLUMN "taken_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD COLUMN "stands_at" uuid;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD COLUMN "rises_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "digests_due" ON "digests" USING btree ("next_at","person_id") WHERE "digests"."wanted";--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_stands_at_units_id_fk" FOREIGN KEY ("stands_at") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_questions_taken" ON "practice_questions" USING btree ("taken_until") WHERE "practice_questions"."answered_at" is null and "practice_questions"."taken_until" is not null;--> statement-breakpoint
CREATE INDEX "practice_questions_taken_by" ON "practice_questions" USING btree ("taken_by");--> statement-breakpoint
CREATE INDEX "practice_questions_rising" ON "practice_questions" USING btree ("rises_at") WHERE "practice_questions"."answered_at" is null and "practice_questions"."rises_at" is not null;--> statement-breakpoint
CREATE INDEX "practice_questions_stands_at" ON "practice_questions" USING btree ("stands_at");--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_taken_as" CHECK ("practice_questions"."taken_as" in ('coordinator', 'admin'));
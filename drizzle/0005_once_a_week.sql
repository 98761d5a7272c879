DROP INDEX "deliveries_one_open";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "weekly_on" smallint;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "bundle_place" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_one_open" ON "deliveries" USING btree ("person_id","bundle_place") WHERE "deliveries"."state" = 'open';--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_weekly_on" CHECK ("people"."weekly_on" between 1 and 7);
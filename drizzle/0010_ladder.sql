ALTER TABLE "people" ADD COLUMN "paused_itself" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "unreminded_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "nudges" ADD COLUMN "rung" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "nudges" ADD COLUMN "variant" text;--> statement-breakpoint
ALTER TABLE "nudges" ADD COLUMN "awake" smallint;--> statement-breakpoint
ALTER TABLE "nudges" ADD COLUMN "held_out" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "nudges" ADD COLUMN "answered_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "nudges_when" ON "nudges" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_rung" CHECK ("nudges"."rung" between 0 and 4);
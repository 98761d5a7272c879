ALTER TABLE "pace" ADD COLUMN "token_mark" text;--> statement-breakpoint
ALTER TABLE "pace" ADD COLUMN "rate" double precision;--> statement-breakpoint
ALTER TABLE "pace" ADD COLUMN "stepped_at_ms" double precision DEFAULT 0 NOT NULL;
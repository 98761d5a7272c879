CREATE UNLOGGED TABLE "outbox_queue_marks" (
	"outbox_id" bigint PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "outbox_queued";--> statement-breakpoint
CREATE INDEX "outbox_held" ON "outbox" USING btree ("queued_until") WHERE "outbox"."state" = 'pending' and "outbox"."queued_until" is not null;--> statement-breakpoint
ALTER TABLE "chat_pace" SET (fillfactor = 60);

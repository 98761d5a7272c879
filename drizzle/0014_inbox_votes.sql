DROP INDEX "inbox_new_in_order";--> statement-breakpoint
CREATE INDEX "inbox_new_votes" ON "inbox" USING btree ("id") WHERE "inbox"."state" = 'new' and "inbox"."kind" = 'poll_answer';--> statement-breakpoint
CREATE INDEX "inbox_new_others" ON "inbox" USING btree ("id") WHERE "inbox"."state" = 'new' and "inbox"."kind" <> 'poll_answer';
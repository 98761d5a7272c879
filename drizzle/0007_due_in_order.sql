DROP INDEX "learners_due";--> statement-breakpoint
CREATE INDEX "learners_due" ON "learners" USING btree ("next_due_at","person_id");
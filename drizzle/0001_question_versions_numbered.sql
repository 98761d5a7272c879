ALTER TABLE "question_versions" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "question_versions" ADD COLUMN "latest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "question_versions_latest" ON "question_versions" USING btree ("question_id") WHERE "question_versions"."latest";
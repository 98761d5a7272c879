CREATE TABLE "lesson_search" (
	"lesson_id" text NOT NULL,
	"locale" text NOT NULL,
	"track_id" text NOT NULL,
	"hash" text NOT NULL,
	"body" text NOT NULL,
	"words" text[] NOT NULL,
	"document" "tsvector" NOT NULL,
	CONSTRAINT "lesson_search_lesson_id_locale_pk" PRIMARY KEY("lesson_id","locale")
);
--> statement-breakpoint
CREATE TABLE "lesson_words" (
	"word" text PRIMARY KEY NOT NULL,
	"track_ids" text[] NOT NULL,
	"lessons" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "lesson_search_document" ON "lesson_search" USING gin ("document");--> statement-breakpoint
CREATE INDEX "lesson_words_start" ON "lesson_words" USING btree ("word" text_pattern_ops);
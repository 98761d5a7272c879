CREATE TABLE "practice_drafts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_drafts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_drafts_one" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "practice_questions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"lesson_id" text,
	"text" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by" uuid,
	"answered_as" text,
	CONSTRAINT "practice_questions_role" CHECK ("practice_questions"."answered_as" in ('coordinator', 'admin')),
	CONSTRAINT "practice_questions_answered" CHECK (("practice_questions"."answered_at" is null) = ("practice_questions"."answer" is null))
);
--> statement-breakpoint
CREATE TABLE "practice_replies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_replies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"text" text NOT NULL,
	"shared_at" timestamp (3) with time zone,
	"praised_at" timestamp (3) with time zone,
	"praised_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_replies_once" UNIQUE("person_id","lesson_id")
);
--> statement-breakpoint
ALTER TABLE "practice_drafts" ADD CONSTRAINT "practice_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_replies" ADD CONSTRAINT "practice_replies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_replies" ADD CONSTRAINT "practice_replies_praised_by_people_id_fk" FOREIGN KEY ("praised_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_drafts_expiry" ON "practice_drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "practice_questions_person" ON "practice_questions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "practice_questions_open" ON "practice_questions" USING btree ("asked_at","id") WHERE "practice_questions"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "practice_questions_answered_by" ON "practice_questions" USING btree ("answered_by");--> statement-breakpoint
CREATE INDEX "practice_replies_shared" ON "practice_replies" USING btree ("shared_at","id") WHERE "practice_replies"."shared_at" is not null;--> statement-breakpoint
CREATE INDEX "practice_replies_praised_by" ON "practice_replies" USING btree ("praised_by");
CREATE TABLE "badges" (
	"person_id" uuid NOT NULL,
	"badge" text NOT NULL,
	"earned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "badges_person_id_badge_pk" PRIMARY KEY("person_id","badge")
);
--> statement-breakpoint
CREATE TABLE "pauses" (
	"person_id" uuid NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date,
	CONSTRAINT "pauses_person_id_first_day_pk" PRIMARY KEY("person_id","first_day"),
	CONSTRAINT "pauses_days" CHECK (coalesce("pauses"."last_day" >= "pauses"."first_day", true))
);
--> statement-breakpoint
ALTER TABLE "badges" ADD CONSTRAINT "badges_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
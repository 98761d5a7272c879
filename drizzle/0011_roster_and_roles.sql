CREATE TABLE "role_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "role_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"change" text NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid,
	"from_ids" jsonb NOT NULL,
	"by_id" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "role_changes_scope" CHECK (("role_changes"."role" = 'admin') = ("role_changes"."unit_id" is null)),
	CONSTRAINT "role_changes_change" CHECK ("role_changes"."change" in ('granted', 'revoked', 'handed_over'))
);
--> statement-breakpoint
CREATE TABLE "roster_doubts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "roster_doubts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"candidates" jsonb NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "roster_doubts_state" CHECK ("roster_doubts"."state" in ('asked', 'claimed', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "roster_places" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "roster_places_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"job_role" text,
	"phone" text,
	"person_id" uuid,
	"claimed_at" timestamp (3) with time zone,
	"claimed_by" uuid,
	"imported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "roster_places_person" UNIQUE("person_id")
);
--> statement-breakpoint
ALTER TABLE "invites" ADD COLUMN "kind" text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "unconfirmed_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "moved_away_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "role_changes" ADD CONSTRAINT "role_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_changes" ADD CONSTRAINT "role_changes_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_changes" ADD CONSTRAINT "role_changes_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_doubts" ADD CONSTRAINT "roster_doubts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_doubts" ADD CONSTRAINT "roster_doubts_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_places" ADD CONSTRAINT "roster_places_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_places" ADD CONSTRAINT "roster_places_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_places" ADD CONSTRAINT "roster_places_claimed_by_people_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "role_changes_person" ON "role_changes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "role_changes_unit" ON "role_changes" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "role_changes_by" ON "role_changes" USING btree ("by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roster_doubts_one_asked" ON "roster_doubts" USING btree ("person_id") WHERE "roster_doubts"."state" = 'asked';--> statement-breakpoint
CREATE INDEX "roster_doubts_person" ON "roster_doubts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "roster_doubts_decided_by" ON "roster_doubts" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "roster_places_unit" ON "roster_places" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "roster_places_claimed_by" ON "roster_places" USING btree ("claimed_by");--> statement-breakpoint
CREATE INDEX "people_unconfirmed" ON "people" USING btree ("unit_id") WHERE "people"."unconfirmed_since" is not null;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_kind" CHECK ("invites"."kind" in ('link', 'poster'));
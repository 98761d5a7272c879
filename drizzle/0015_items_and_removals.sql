CREATE TABLE "roster_removals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "roster_removals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"place_id" bigint NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"job_role" text,
	"phone" text,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone NOT NULL,
	"restored_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "item_figures" (
	"question_id" text NOT NULL,
	"version" integer NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "item_figures_question_id_version_pk" PRIMARY KEY("question_id","version")
);
--> statement-breakpoint
CREATE TABLE "item_refreshes" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"refreshed_at" timestamp (3) with time zone NOT NULL,
	"last_answer" bigint NOT NULL,
	CONSTRAINT "item_refreshes_only" CHECK ("item_refreshes"."only")
);
--> statement-breakpoint
ALTER TABLE "roster_removals" ADD CONSTRAINT "roster_removals_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_removals" ADD CONSTRAINT "roster_removals_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roster_removals_unit" ON "roster_removals" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "roster_removals_removed_by" ON "roster_removals" USING btree ("removed_by");
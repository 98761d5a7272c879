CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"by_id" uuid,
	"person_id" uuid,
	"unit_id" uuid,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_reloads" (
	"id" smallint PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "lesson_reloads_one" CHECK ("lesson_reloads"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "web_links" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"path" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "web_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "units_name";--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "web_links" ADD CONSTRAINT "web_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "web_sessions" ADD CONSTRAINT "web_sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by" ON "audit" USING btree ("by_id","id") WHERE "audit"."by_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_person" ON "audit" USING btree ("person_id","id") WHERE "audit"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_unit" ON "audit" USING btree ("unit_id","id") WHERE "audit"."unit_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "web_links_person" ON "web_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "web_links_expiry" ON "web_links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "web_sessions_person" ON "web_sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "web_sessions_expiry" ON "web_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "units_name" ON "units" USING btree (lower("name")) WHERE "units"."closed_at" is null;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_kind" CHECK ("units"."kind" in ('agency', 'district', 'village', 'urban_village', 'school', 'health', 'other'));--> statement-breakpoint
CREATE FUNCTION "audit_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "audit_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "audit_stays"();

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
CREATE TABLE "export_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"export_id" bigint NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "export_pieces" (
	"export_id" bigint NOT NULL,
	"attempt" smallint NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "export_pieces_export_id_attempt_position_pk" PRIMARY KEY("export_id","attempt","position")
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"format" text NOT NULL,
	"scope" text,
	"state" text NOT NULL,
	"attempt" smallint DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"rows_total" integer,
	"bytes" bigint,
	"failure" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	CONSTRAINT "exports_state" CHECK ("exports"."state" in ('asked', 'running', 'done', 'failed', 'expired')),
	CONSTRAINT "exports_format" CHECK ("exports"."format" in ('xlsx', 'csv', 'xapi'))
);
--> statement-breakpoint
CREATE TABLE "roster_import_changes" (
	"import_id" bigint NOT NULL,
	"place_id" bigint NOT NULL,
	"before" jsonb,
	CONSTRAINT "roster_import_changes_import_id_place_id_pk" PRIMARY KEY("import_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "roster_imports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "roster_imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"file_id" text,
	"kind" text NOT NULL,
	"digest" text,
	"state" text NOT NULL,
	"attempt" smallint DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"summary" jsonb,
	"lines" jsonb,
	"refusal" jsonb,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "roster_imports_state" CHECK ("roster_imports"."state" in ('asked', 'checked', 'refused', 'wished', 'applied', 'undone', 'dropped'))
);
--> statement-breakpoint
DROP INDEX "units_name";--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "roster_places" ADD COLUMN "sealed_nip" text;--> statement-breakpoint
ALTER TABLE "roster_places" ADD COLUMN "nip_hash" text;--> statement-breakpoint
ALTER TABLE "web_links" ADD CONSTRAINT "web_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "web_sessions" ADD CONSTRAINT "web_sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_links" ADD CONSTRAINT "export_links_export_id_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."exports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_pieces" ADD CONSTRAINT "export_pieces_export_id_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."exports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_import_changes" ADD CONSTRAINT "roster_import_changes_import_id_roster_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."roster_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by" ON "audit" USING btree ("by_id","id") WHERE "audit"."by_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_person" ON "audit" USING btree ("person_id","id") WHERE "audit"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_unit" ON "audit" USING btree ("unit_id","id") WHERE "audit"."unit_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "web_links_person" ON "web_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "web_links_expiry" ON "web_links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "web_sessions_person" ON "web_sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "web_sessions_expiry" ON "web_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "export_links_export" ON "export_links" USING btree ("export_id");--> statement-breakpoint
CREATE INDEX "exports_person" ON "exports" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE INDEX "exports_open" ON "exports" USING btree ("id") WHERE "exports"."state" in ('asked', 'running');--> statement-breakpoint
CREATE INDEX "exports_expiring" ON "exports" USING btree ("expires_at") WHERE "exports"."state" = 'done';--> statement-breakpoint
CREATE INDEX "roster_imports_person" ON "roster_imports" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE INDEX "roster_imports_open" ON "roster_imports" USING btree ("id") WHERE "roster_imports"."state" in ('asked', 'wished');--> statement-breakpoint
CREATE INDEX "roster_imports_kept" ON "roster_imports" USING btree ("asked_at") WHERE "roster_imports"."lines" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "units_name" ON "units" USING btree (lower("name")) WHERE "units"."closed_at" is null;--> statement-breakpoint
ALTER TABLE "roster_places" ADD CONSTRAINT "roster_places_nip" UNIQUE("nip_hash");--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_kind" CHECK ("units"."kind" in ('agency', 'district', 'village', 'urban_village', 'school', 'health', 'other'));--> statement-breakpoint
ALTER TABLE "roster_places" ADD CONSTRAINT "roster_places_sealed" CHECK (("roster_places"."sealed_nip" is null) = ("roster_places"."nip_hash" is null));--> statement-breakpoint
CREATE FUNCTION "audit_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "audit_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "audit_stays"();

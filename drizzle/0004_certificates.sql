CREATE TABLE "certificate_counters" (
	"year" smallint PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_holders" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"printed_name" text,
	"asn" boolean,
	"sealed_nip" text,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_sheets" (
	"certificate_id" bigint NOT NULL,
	"revision" smallint NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"sealed_nip" text,
	"unit" text NOT NULL,
	"title_id" text NOT NULL,
	"title_en" text NOT NULL,
	"completed_on" date NOT NULL,
	"issued_on" date NOT NULL,
	"printed_on" date NOT NULL,
	"jp" smallint,
	"jp_basis" text,
	"letterhead" jsonb NOT NULL,
	"signatory" jsonb,
	CONSTRAINT "certificate_sheets_certificate_id_revision_pk" PRIMARY KEY("certificate_id","revision"),
	CONSTRAINT "certificate_sheets_code" UNIQUE("code"),
	CONSTRAINT "certificate_sheets_jp" CHECK (("certificate_sheets"."jp" is null) = ("certificate_sheets"."jp_basis" is null))
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "certificates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid,
	"track_id" text NOT NULL,
	"number" text NOT NULL,
	"year" smallint NOT NULL,
	"serial" integer NOT NULL,
	"revision" smallint DEFAULT 1 NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_reason" text,
	CONSTRAINT "certificates_once" UNIQUE("person_id","track_id"),
	CONSTRAINT "certificates_number" UNIQUE("number"),
	CONSTRAINT "certificates_serial" UNIQUE("year","serial"),
	CONSTRAINT "certificates_revoked" CHECK (("certificates"."revoked_at" is null) = ("certificates"."revoked_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "track_hours" (
	"track_id" text PRIMARY KEY NOT NULL,
	"jp" smallint NOT NULL,
	"basis" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "track_hours_jp" CHECK ("track_hours"."jp" between 1 and 999)
);
--> statement-breakpoint
ALTER TABLE "certificate_holders" ADD CONSTRAINT "certificate_holders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_sheets" ADD CONSTRAINT "certificate_sheets_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
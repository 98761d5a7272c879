CREATE TABLE "backups" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "backups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"due_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"file" text,
	"bytes" bigint,
	"error" text,
	CONSTRAINT "backups_file_or_error" CHECK (("backups"."file" is null) <> ("backups"."error" is null))
);

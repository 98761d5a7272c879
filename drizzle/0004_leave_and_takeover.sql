CREATE TABLE "takeovers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "takeovers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"newcomer_id" uuid,
	"new_telegram_id" bigint NOT NULL,
	"new_chat_id" bigint NOT NULL,
	"unit_id" uuid,
	"candidates" jsonb NOT NULL,
	"state" text NOT NULL,
	"person_id" uuid,
	"old_telegram_id" bigint,
	"old_chat_id" bigint,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "takeovers_state" CHECK ("takeovers"."state" in ('asked', 'confirmed', 'refused', 'undone'))
);
--> statement-breakpoint
ALTER TABLE "leaves" DROP CONSTRAINT "leaves_kind";--> statement-breakpoint
ALTER TABLE "leaves" ADD COLUMN "returned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_newcomer_id_people_id_fk" FOREIGN KEY ("newcomer_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "takeovers_one_asked" ON "takeovers" USING btree ("newcomer_id") WHERE "takeovers"."state" = 'asked';--> statement-breakpoint
CREATE INDEX "takeovers_newcomer" ON "takeovers" USING btree ("newcomer_id");--> statement-breakpoint
CREATE INDEX "takeovers_unit" ON "takeovers" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "takeovers_person" ON "takeovers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "takeovers_decided_by" ON "takeovers" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "takeovers_asked" ON "takeovers" USING btree ("asked_at");--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_kind" CHECK ("leaves"."kind" in ('leave', 'sick', 'duty'));
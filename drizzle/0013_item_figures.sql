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

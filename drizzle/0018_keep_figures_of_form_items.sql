CREATE TABLE "form_item_figures" (
	"question_id" text NOT NULL,
	"version" integer NOT NULL,
	"phase" text NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "form_item_figures_question_id_version_phase_pk" PRIMARY KEY("question_id","version","phase"),
	CONSTRAINT "form_item_figures_phase" CHECK ("form_item_figures"."phase" in ('before', 'after', 'delayed'))
);
